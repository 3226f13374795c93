package org.ruhu.tools.link.table;

import org.ruhu.tools.link.clean.Cleaner;

/** A column of a table, a code per row. Code 0 is missing; equal codes are equal texts. */
public record Column(String name, int[] codes, Values values) {

    public static final int MISSING = 0;

    public String text(int row) {
        return values.text(codes[row]);
    }

    /** The column with every value cleaned; each distinct one is cleaned once. */
    public Column cleaned(String name, Cleaner cleaner) {
        Dictionary dictionary = new Dictionary();
        int[] cleaned = new int[values.size()];
        boolean changed = false;
        for (int code = 1; code < cleaned.length; code++) {
            String text = values.text(code);
            String clean = cleaner.clean(text);
            cleaned[code] = dictionary.code(clean);
            changed |= !clean.equals(text);
        }
        return changed ? new Column(name, recoded(cleaned), dictionary.values()) : new Column(name, codes, values);
    }

    private int[] recoded(int[] cleaned) {
        int[] recoded = new int[codes.length];
        for (int row = 0; row < recoded.length; row++) {
            recoded[row] = cleaned[codes[row]];
        }
        return recoded;
    }
}
