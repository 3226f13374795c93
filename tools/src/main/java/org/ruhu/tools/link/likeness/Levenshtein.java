package org.ruhu.tools.link.likeness;

import java.util.Arrays;

/**
 * The fewest letters to put in, take out or replace to make one text of the other (Levenshtein 1965), by bit vectors of
 * 64 letters (Myers 1999, in the form of Hyyrö 2003); longer texts go through in strips of 64.
 */
public final class Levenshtein {

    private Levenshtein() {}

    public static int of(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        return upTo(Integer.MAX_VALUE, a, aFrom, aTo, b, bFrom, bTo);
    }

    /** Whether it takes at most so many edits. Up to two are found by trying, which needs no more than a few looks. */
    public static boolean within(int edits, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        return edits <= Edits.FEW ? Edits.within(edits, Edits.Swap.NONE, a, aFrom, aTo, b, bFrom, bTo)
                : upTo(edits, a, aFrom, aTo, b, bFrom, bTo) <= edits;
    }

    /** The same, given the {@link Letters} of both: most pairs are then told without a look at the texts. */
    public static boolean within(int edits, char[] a, int aFrom, int aTo, long aLetters,
            char[] b, int bFrom, int bTo, long bLetters) {
        return Letters.edits(aTo - aFrom, aLetters, bTo - bFrom, bLetters) <= edits
                && within(edits, a, aFrom, aTo, b, bFrom, bTo);
    }

    /** The distance, or something above the limit if the distance is. */
    static int upTo(int limit, char[] a, int aStart, int aEnd, char[] b, int bStart, int bEnd) {
        int aFrom = aStart;
        int aTo = aEnd;
        int bFrom = bStart;
        int bTo = bEnd;
        while (aFrom < aTo && bFrom < bTo && a[aTo - 1] == b[bTo - 1]) {
            aTo--;
            bTo--;
        }
        while (aFrom < aTo && bFrom < bTo && a[aFrom] == b[bFrom]) {
            aFrom++;
            bFrom++;
        }
        if (aFrom == aTo || bFrom == bTo) {
            return aTo - aFrom + bTo - bFrom;
        }
        if (Math.abs((aTo - aFrom) - (bTo - bFrom)) > limit) {
            return Integer.MAX_VALUE;
        }
        if (aTo - aFrom > bTo - bFrom) {
            return distance(limit, b, bFrom, bTo, a, aFrom, aTo);
        }
        return distance(limit, a, aFrom, aTo, b, bFrom, bTo);
    }

    private static int distance(int limit, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        Scratch scratch = Scratch.mine();
        return aTo - aFrom <= Scratch.WORD ? word(scratch, limit, a, aFrom, aTo, b, bFrom, bTo)
                : strips(scratch, a, aFrom, aTo, b, bFrom, bTo);
    }

    /**
     * The rows of the table of distances are letters of a: a bit says that a row is one above the row before, or below.
     */
    private static int word(Scratch scratch, int limit, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        scratch.learn(a, aFrom, aTo);
        long up = -1;
        long down = 0;
        int last = aTo - aFrom - 1;
        int distance = aTo - aFrom;
        for (int j = bFrom; j < bTo; j++) {
            long same = scratch.where(b[j]);
            long diagonal = ((same & up) + up ^ up) | same | down;
            long right = down | ~(diagonal | up);
            long left = diagonal & up;
            distance += (int) (right >>> last & 1) - (int) (left >>> last & 1);
            if (distance - (bTo - 1 - j) > limit) {
                distance = Integer.MAX_VALUE;
                break;
            }
            right = right << 1 | 1;
            left <<= 1;
            up = left | ~(diagonal | right);
            down = right & diagonal;
        }
        scratch.forget(a, aFrom, aTo);
        return distance;
    }

    /** A strip hands on to the one below by how much its last row rises in each column: 1, 0 or -1. */
    private static int strips(Scratch scratch, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        int columns = bTo - bFrom;
        int[] rises = scratch.row(0, columns);
        Arrays.fill(rises, 0, columns, 1);
        for (int from = aFrom; from < aTo; from += Scratch.WORD) {
            int to = Math.min(aTo, from + Scratch.WORD);
            scratch.learn(a, from, to);
            strip(scratch, 1L << (to - from - 1), b, bFrom, rises, columns);
            scratch.forget(a, from, to);
        }
        int distance = aTo - aFrom;
        for (int j = 0; j < columns; j++) {
            distance += rises[j];
        }
        return distance;
    }

    private static void strip(Scratch scratch, long last, char[] b, int bFrom, int[] rises, int columns) {
        long up = -1;
        long down = 0;
        for (int j = 0; j < columns; j++) {
            long falls = rises[j] < 0 ? 1 : 0;
            long rise = rises[j] > 0 ? 1 : 0;
            long same = scratch.where(b[bFrom + j]);
            long vertical = same | down;
            same |= falls;
            long diagonal = ((same & up) + up ^ up) | same;
            long right = down | ~(diagonal | up);
            long left = diagonal & up;
            rises[j] = (right & last) != 0 ? 1 : (left & last) != 0 ? -1 : 0;
            right = right << 1 | rise;
            left = left << 1 | falls;
            up = left | ~(vertical | right);
            down = right & vertical;
        }
    }
}
