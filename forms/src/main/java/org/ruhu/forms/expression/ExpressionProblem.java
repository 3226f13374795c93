package org.ruhu.forms.expression;

/** An expression that cannot be understood; says where and what to write instead. */
public final class ExpressionProblem extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int position;

    ExpressionProblem(int position, String message) {
        super(message);
        this.position = position;
    }

    /** Counted from 1, in UTF-16 units of the text. */
    public int position() {
        return position;
    }

    @Override
    public String toString() {
        return "position " + position + ": " + getMessage();
    }
}
