package org.ruhu.tools.link.lookup;

import java.util.Arrays;

/** Rows with the rules that found them, as they are met. */
final class Candidates {

    /** A row is followed by so many bits of rule. */
    private static final int RULE_BITS = 8;
    static final int MOST_RULES = 1 << RULE_BITS;

    private long[] met = new long[64];
    private int size;
    private int rule;

    /** Rows are met by this rule from now on. */
    void by(int rule) {
        this.rule = rule;
    }

    void add(int row) {
        if (size == met.length) {
            met = Arrays.copyOf(met, 2 * size);
        }
        met[size++] = (long) row << RULE_BITS | rule;
    }

    int size() {
        return size;
    }

    /** Forgets what was met after there were so many. */
    void back(int before) {
        size = before;
    }

    /** By row, each with the first rule that met it; how many rows there are now. */
    int sort() {
        Arrays.sort(met, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || row(i) != row(kept - 1)) {
                met[kept++] = met[i];
            }
        }
        size = kept;
        return kept;
    }

    int row(int i) {
        return (int) (met[i] >>> RULE_BITS);
    }

    int rule(int i) {
        return (int) met[i] & MOST_RULES - 1;
    }
}
