package org.ruhu.tools.link.truth;

import java.util.Arrays;

/**
 * Rows sorted by two codes, walked through cell by cell: all rows that have both codes. They are counted into place by
 * the major code, of which few rows are alike, so that hardly anything is left to sort.
 */
final class Cells {

    private static final int HIGH = 32;

    /** The major code, the minor one, and in the lowest bit whether the row is of the second input. */
    private final long[] keys;
    private int at;
    private int major;
    private int minor;
    private int firsts;
    private int seconds;

    /** @param second rows from this one on are the second input's */
    Cells(int[] majors, int[] minors, int second) {
        keys = new long[majors.length];
        int[] ends = starts(majors);
        for (int row = 0; row < keys.length; row++) {
            keys[ends[majors[row]]++] = (long) majors[row] << HIGH | (long) minors[row] << 1 | (row < second ? 0 : 1);
        }
        for (int code = 0, from = 0; code < ends.length; from = ends[code++]) {
            if (ends[code] - from > 1) {
                Arrays.sort(keys, from, ends[code]);
            }
        }
    }

    private static int[] starts(int[] codes) {
        int most = 0;
        for (int code : codes) {
            most = Math.max(most, code);
        }
        int[] counts = new int[most + 1];
        for (int code : codes) {
            counts[code]++;
        }
        int start = 0;
        for (int code = 0; code <= most; code++) {
            start += counts[code];
            counts[code] = start - counts[code];
        }
        return counts;
    }

    /** Goes to the next cell; cells of one major code come one after the other. */
    boolean next() {
        if (at == keys.length) {
            return false;
        }
        long cell = keys[at] >> 1;
        firsts = 0;
        seconds = 0;
        while (at < keys.length && keys[at] >> 1 == cell) {
            if ((keys[at++] & 1) == 0) {
                firsts++;
            } else {
                seconds++;
            }
        }
        major = (int) (cell >> HIGH - 1);
        minor = (int) cell & Integer.MAX_VALUE;
        return true;
    }

    int major() {
        return major;
    }

    int minor() {
        return minor;
    }

    /** Rows of the first input in the cell. */
    int firsts() {
        return firsts;
    }

    int seconds() {
        return seconds;
    }

    int rows() {
        return firsts + seconds;
    }
}
