package org.ruhu.tools.link.likeness;

import java.util.Arrays;

/**
 * The unrestricted Damerau-Levenshtein distance (Lowrance and Wagner 1975): the fewest letters to put in, take out,
 * replace, or swap with a neighbour, where what was swapped may be edited again. From {@code ca} to {@code abc} it is
 * 2. A metric, which {@link OptimalAlignment} is not; the one of DuckDB, jellyfish and Splink.
 *
 * <p>The two differ only from 3 on, so the quick one is asked first. The table needs four rows, because a swap over a
 * gap on both sides is never the cheapest way (Zhao and Sahni 2019).
 */
public final class Damerau {

    private Damerau() {}

    public static int of(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        int restricted = OptimalAlignment.of(a, aFrom, aTo, b, bFrom, bTo);
        return restricted <= 2 ? restricted : table(a, aFrom, aTo - aFrom, b, bFrom, bTo - bFrom);
    }

    /** Whether it takes at most so many edits. */
    public static boolean within(int edits, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        if (edits <= Edits.FEW) {
            return Edits.within(edits, Edits.Swap.ANY, a, aFrom, aTo, b, bFrom, bTo);
        }
        if (Math.abs((aTo - aFrom) - (bTo - bFrom)) > edits) {
            return false;
        }
        int restricted = OptimalAlignment.of(a, aFrom, aTo, b, bFrom, bTo);
        return restricted <= edits
                || restricted <= 2 * edits && table(a, aFrom, aTo - aFrom, b, bFrom, bTo - bFrom) <= edits;
    }

    /** The same, given the {@link Letters} of both. */
    public static boolean within(int edits, char[] a, int aFrom, int aTo, long aLetters,
            char[] b, int bFrom, int bTo, long bLetters) {
        return Letters.edits(aTo - aFrom, aLetters, bTo - bFrom, bLetters) <= edits
                && within(edits, a, aFrom, aTo, b, bFrom, bTo);
    }

    /**
     * A swap that ends in row i and column j began in the last row above whose letter is b's in j, and in the last
     * column before whose letter is a's in i. One of the two is a neighbour; what the swap started from is kept for the
     * other: for each column from the row above its last equal letter, for the row from the column before its last
     * equal letter.
     */
    private static int table(char[] a, int aFrom, int aLength, char[] b, int bFrom, int bLength) {
        Scratch scratch = Scratch.mine();
        int[] before = scratch.row(0, bLength + 1);
        int[] above = scratch.row(1, bLength + 1);
        int[] row = scratch.row(2, bLength + 1);
        int[] kept = scratch.row(3, 2 * (bLength + 1));
        Arrays.fill(kept, 0, 2 * (bLength + 1), 0);
        for (int j = 0; j <= bLength; j++) {
            above[j] = j;
        }
        for (int i = 1; i <= aLength; i++) {
            char letter = a[aFrom + i - 1];
            row[0] = i;
            int lastColumn = 0;
            int start = 0;
            for (int j = 1; j <= bLength; j++) {
                int least = Math.min(above[j], row[j - 1]) + 1;
                int lastRow = kept[2 * j];
                if (letter == b[bFrom + j - 1]) {
                    least = Math.min(least, above[j - 1]);
                    lastColumn = j;
                    start = i > 1 ? before[j - 1] : 0;
                    kept[2 * j] = i;
                    kept[2 * j + 1] = j > 1 ? above[j - 2] : 0;
                } else {
                    least = Math.min(least, above[j - 1] + 1);
                    if (lastRow > 0 && lastColumn > 0) {
                        if (lastColumn == j - 1) {
                            least = Math.min(least, kept[2 * j + 1] + i - lastRow);
                        } else if (lastRow == i - 1) {
                            least = Math.min(least, start + j - lastColumn);
                        }
                    }
                }
                row[j] = least;
            }
            int[] free = before;
            before = above;
            above = row;
            row = free;
        }
        return above[bLength];
    }
}
