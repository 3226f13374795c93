package org.ruhu.tools.link.condition;

/** A condition that cannot be read; the message says where and what was expected. */
public final class ConditionProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    ConditionProblem(int position, String message) {
        super("position " + position + ": " + message);
        this.position = position;
    }

    /** Counted from 1, in UTF-16 units of the text. */
    public int position() {
        return position;
    }
}
