package org.ruhu.tools.link.table;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The record a reader of CSV is at: all of it as texts, or, from when it is said what is wanted, that only. */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {

    private static final int UNWANTED = -1;

    private final List<String> all = new ArrayList<>();
    private boolean choosing;
    private int[] places = {};
    private Fields fields = new Fields(0);
    private boolean overfull;

    /**
     * @param columns how many the first line has
     * @param wanted  which of them, each once
     */
    void want(int columns, int[] wanted) {
        choosing = true;
        places = new int[columns];
        Arrays.fill(places, UNWANTED);
        for (int i = 0; i < wanted.length; i++) {
            places[wanted[i]] = i;
        }
        fields = new Fields(wanted.length);
    }

    @Override
    protected void handleBegin(long line) {
        all.clear();
        fields.clear();
        overfull = false;
    }

    @Override
    protected void handleField(int field, char[] text, int offset, int length, boolean quoted) {
        if (!choosing) {
            all.add(new String(text, offset, length));
        } else if (field >= places.length) {
            overfull |= !new String(text, offset, length).isBlank();
        } else if (places[field] != UNWANTED) {
            fields.put(places[field], text, offset, length);
        }
    }

    @Override
    protected CsvRow buildRecord() {
        return this;
    }

    /** The line it begins on, as an editor counts. */
    long line() {
        return getStartingLineNumber();
    }

    int count() {
        return getFieldCount();
    }

    List<String> all() {
        return List.copyOf(all);
    }

    Fields fields() {
        return fields;
    }

    /** Whether something stands behind the last column. */
    boolean overfull() {
        return overfull;
    }
}
