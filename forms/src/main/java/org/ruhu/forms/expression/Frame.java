package org.ruhu.forms.expression;

import java.util.function.IntSupplier;

/** Everything one expression can see while it is evaluated. Belongs to one interview and one thread. */
public final class Frame {

    final Row form;
    final Object[] context;
    final Row[] bound = new Row[Compiler.DEEPEST];
    Row row;
    int option;
    private IntSupplier unanswered = () -> 0;
    private int counted = -1;

    /** @param form with the rows of all rosters below it */
    public Frame(Row form, Object[] context) {
        this.form = form;
        this.context = context;
        this.row = form;
    }

    /** @param count asked once, when {@code unanswered()} is; it may evaluate formulas in this frame */
    public void unansweredBy(IntSupplier count) {
        this.unanswered = count;
    }

    int unanswered() {
        if (counted < 0) {
            Row[] interrupted = bound.clone();
            counted = unanswered.getAsInt();
            System.arraycopy(interrupted, 0, bound, 0, bound.length);
        }
        return counted;
    }

    /** The value of a formula for one row of a roster, or for the form as a whole. */
    public Object value(Formula formula, Row of) {
        Row before = row;
        row = of;
        try {
            return formula.value(this);
        } finally {
            row = before;
        }
    }

    /** The value of a formula for the option at this position. */
    Object value(Formula formula, Row of, int position) {
        option = position;
        return value(formula, of);
    }
}
