package org.ruhu.forms.expression;

import java.util.function.IntSupplier;

/** Everything one expression can see while it is evaluated. Belongs to one interview and one thread. */
public final class Frame {

    final Row form;
    final Row[][] rosters;
    final Object[] context;
    final Row[] bound = new Row[Compiler.DEEPEST];
    IntSupplier unanswered = () -> 0;
    Row row;

    /** @param rosters rows by roster slot and row number, all present */
    public Frame(Row form, Row[][] rosters, Object[] context) {
        this.form = form;
        this.rosters = rosters;
        this.context = context;
        this.row = form;
    }

    /** What {@code unanswered()} yields. */
    public void unansweredBy(IntSupplier count) {
        this.unanswered = count;
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
}
