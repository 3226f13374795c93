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
        int clean = 1;
        while (clean < values.size() && isClean(clean, cleaner)) {
            clean++;
        }
        if (clean == values.size()) {
            return new Column(name, codes, values);
        }
        Dictionary dictionary = new Dictionary();
        int[] cleaned = new int[values.size()];
        for (int code = 1; code < clean; code++) {
            cleaned[code] = dictionary.code(values.text(code));
        }
        for (int code = clean; code < cleaned.length; code++) {
            cleaned[code] = dictionary.code(cleaner.clean(values.text(code)));
        }
        return new Column(name, recoded(cleaned), dictionary.values());
    }

    private boolean isClean(int code, Cleaner cleaner) {
        String text = values.text(code);
        return cleaner.clean(text).equals(text);
    }

    private int[] recoded(int[] cleaned) {
        int[] recoded = new int[codes.length];
        for (int row = 0; row < recoded.length; row++) {
            recoded[row] = cleaned[codes[row]];
        }
        return recoded;
    }
}
