package org.ruhu.tools.link.likeness;

/**
 * Which letters a text has, in 64 bits: the low half has a bit for each of 32 kinds of letter that occur, the high half
 * for those that occur more than once. Computed once for each value of a column, it says of most pairs of values that
 * they cannot be alike, without a look at their letters.
 *
 * <p>Small and capital letters, and letters of other scripts, share kinds: that only makes the bounds looser, never
 * wrong.
 */
public final class Letters {

    private static final int KINDS = 32;
    private static final byte[] KIND = new byte[128];

    static {
        for (int c = 0; c < KIND.length; c++) {
            KIND[c] = (byte) (c * 7 & KINDS - 1);
        }
        for (int c = 0; c < 26; c++) {
            KIND['a' + c] = (byte) c;
            KIND['A' + c] = (byte) c;
        }
        for (int c = 0; c < 10; c++) {
            KIND['0' + c] = (byte) (KINDS - 1 - c);
        }
    }

    private Letters() {}

    public static long of(char[] text, int from, int to) {
        long letters = 0;
        for (int i = from; i < to; i++) {
            long kind = 1L << kind(text[i]);
            letters |= (letters & kind) << KINDS | kind;
        }
        return letters;
    }

    private static int kind(char letter) {
        return letter < KIND.length ? KIND[letter] : letter * 0x9E3779B1 >>> KINDS - 5;
    }

    /**
     * At least so many letters of the one text are not in the other, each counted as often as it occurs (up to twice).
     */
    static int missing(long of, long in) {
        return Long.bitCount(of & ~in);
    }

    /**
     * A number of edits below which no edit distance of the two texts can lie, whether neighbours may be swapped or
     * not: an edit brings in one letter at most and takes away one at most.
     */
    public static int edits(int aLength, long a, int bLength, long b) {
        return Math.max(Math.abs(aLength - bLength), Math.max(missing(a, b), missing(b, a)));
    }

    /** So many letters at most can be found again in the other text. */
    static int shared(int aLength, long a, int bLength, long b) {
        return Math.min(aLength - missing(a, b), bLength - missing(b, a));
    }
}
