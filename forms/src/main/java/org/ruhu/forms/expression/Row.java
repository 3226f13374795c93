package org.ruhu.forms.expression;

/** Values of one row of a roster, or of the questions outside rosters. An unknown value is null. */
public final class Row {

    final Object[] values;
    final boolean[] missing;
    final int line;

    /** @param line row number from 1; 0 for the questions outside rosters */
    public Row(int questions, int line) {
        this.values = new Object[questions];
        this.missing = new boolean[questions];
        this.line = line;
    }

    public Object value(int slot) {
        return values[slot];
    }

    /** A value as {@link Values} reads it. */
    public void put(int slot, Object value) {
        values[slot] = value;
    }

    /** There is a reason for not answering. */
    public void miss(int slot) {
        missing[slot] = true;
    }

    public boolean missed(int slot) {
        return missing[slot];
    }

    /** Neither value nor reason, as for a question that is not asked. */
    public void forget(int slot) {
        missing[slot] = false;
        values[slot] = null;
    }
}
