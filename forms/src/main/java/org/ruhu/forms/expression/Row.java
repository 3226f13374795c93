package org.ruhu.forms.expression;

/**
 * Values of one row of a roster, or of the questions outside rosters; rows of rosters that lie in it hang below. An
 * unknown value is null.
 */
public final class Row {

    private static final Row[] NONE = {};
    private static final Row[][] NO_ROSTERS = {};

    final Object[] values;
    final boolean[] missing;
    final Row[][] rosters;
    final Row around;
    final int line;

    /** @param around null for the form, around which there is nothing */
    private Row(int questions, int rosters, Row around, int line) {
        this.values = new Object[questions];
        this.missing = new boolean[questions];
        this.rosters = rosters == 0 ? NO_ROSTERS : new Row[rosters][];
        this.around = around;
        this.line = line;
    }

    /** The questions outside rosters. */
    public static Row form(int questions, int rosters) {
        return new Row(questions, rosters, null, 0);
    }

    /**
     * A row below this one.
     *
     * @param line row number from 1
     */
    public Row row(int questions, int rosters, int line) {
        return new Row(questions, rosters, this, line);
    }

    /** The rows of a roster in this row. */
    public Row[] rows(int roster) {
        return rosters[roster];
    }

    /** Gives a roster in this row its rows. */
    public void hang(int roster, Row[] rows) {
        rosters[roster] = rows;
    }

    /** Nobody sees the rows of a roster that is not asked. */
    public void close(int roster) {
        rosters[roster] = NONE;
    }

    public int line() {
        return line;
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
