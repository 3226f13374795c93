package org.ruhu.tools.link.likeness;

import java.util.Arrays;

/**
 * Jaro's similarity (Jaro 1989): the mean of the share of the first text's letters that are found again in the other,
 * the share of the other's, and the share of those found that stand in the same order. A letter is found again if it
 * stands there at most half the longer length less one away and was not taken yet; of several the first is taken. Two
 * letters out of order are one transposition, and an odd one over is none.
 *
 * <p>As DuckDB's {@code jaro_similarity} to the last bit. commons-text counts the odd one as half a transposition.
 */
public final class Jaro {

    /** What rounding may take from a bound. */
    static final double SLACK = 1e-12;
    /** Below this many letters, looking at each is cheaper than learning them. */
    private static final int FEW = 4;

    private Jaro() {}

    public static double of(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        int aLength = aTo - aFrom;
        int bLength = bTo - bFrom;
        int longer = Math.max(aLength, bLength);
        if (aLength == 0 || bLength == 0) {
            return 0;
        }
        if (longer > Scratch.WORD) {
            return ofLong(a, aFrom, aLength, b, bFrom, bLength);
        }
        return longer <= FEW ? ofFew(a, aFrom, aLength, b, bFrom, bLength)
                : ofWord(Scratch.mine(), a, aFrom, aLength, b, bFrom, bLength);
    }

    /** Whether {@link #of} is at least that; most pairs are told by their lengths alone. */
    public static boolean atLeast(double threshold, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        return reaches(threshold, Math.min(aTo - aFrom, bTo - bFrom), aTo - aFrom, bTo - bFrom)
                && of(a, aFrom, aTo, b, bFrom, bTo) >= threshold;
    }

    /** The same, given the {@link Letters} of both. */
    public static boolean atLeast(double threshold, char[] a, int aFrom, int aTo, long aLetters,
            char[] b, int bFrom, int bTo, long bLetters) {
        int shared = Letters.shared(aTo - aFrom, aLetters, bTo - bFrom, bLetters);
        return reaches(threshold, shared, aTo - aFrom, bTo - bFrom) && of(a, aFrom, aTo, b, bFrom, bTo) >= threshold;
    }

    private static boolean reaches(double threshold, int found, int aLength, int bLength) {
        return similarity(found, 0, aLength, bLength) >= threshold - SLACK;
    }

    /** The bound of texts that share so many letters at most is this one with nothing out of order. */
    static double similarity(int found, int outOfOrder, int aLength, int bLength) {
        if (found <= 0) {
            return 0;
        }
        int transpositions = outOfOrder / 2;
        return ((double) found / aLength + (double) found / bLength + (double) (found - transpositions) / found) / 3;
    }

    private static int window(int aLength, int bLength) {
        return Math.max(0, Math.max(aLength, bLength) / 2 - 1);
    }

    private static double ofFew(char[] a, int aFrom, int aLength, char[] b, int bFrom, int bLength) {
        int window = window(aLength, bLength);
        int inA = 0;
        int inB = 0;
        for (int j = 0; j < bLength; j++) {
            char letter = b[bFrom + j];
            int end = Math.min(aLength, j + window + 1);
            for (int i = Math.max(0, j - window); i < end; i++) {
                if (a[aFrom + i] == letter && (inA >>> i & 1) == 0) {
                    inA |= 1 << i;
                    inB |= 1 << j;
                    break;
                }
            }
        }
        int outOfOrder = 0;
        int restOfA = inA;
        for (int rest = inB; rest != 0; rest &= rest - 1) {
            if (a[aFrom + Integer.numberOfTrailingZeros(restOfA)] != b[bFrom + Integer.numberOfTrailingZeros(rest)]) {
                outOfOrder++;
            }
            restOfA &= restOfA - 1;
        }
        return similarity(Integer.bitCount(inA), outOfOrder, aLength, bLength);
    }

    private static double ofWord(Scratch scratch, char[] a, int aFrom, int aLength, char[] b, int bFrom, int bLength) {
        int window = window(aLength, bLength);
        scratch.learn(a, aFrom, aFrom + aLength);
        long inA = 0;
        long inB = 0;
        long within = (1L << window + 1) - 1;
        for (int j = 0; j < bLength; j++) {
            long places = scratch.where(b[bFrom + j]) & within & ~inA;
            inA |= places & -places;
            inB |= (places == 0 ? 0L : 1L) << j;
            within = j < window ? within << 1 | 1 : within << 1;
        }
        int outOfOrder = 0;
        long restOfA = inA;
        for (long rest = inB; rest != 0; rest &= rest - 1) {
            if (a[aFrom + Long.numberOfTrailingZeros(restOfA)] != b[bFrom + Long.numberOfTrailingZeros(rest)]) {
                outOfOrder++;
            }
            restOfA &= restOfA - 1;
        }
        scratch.forget(a, aFrom, aFrom + aLength);
        return similarity(Long.bitCount(inA), outOfOrder, aLength, bLength);
    }

    private static double ofLong(char[] a, int aFrom, int aLength, char[] b, int bFrom, int bLength) {
        Scratch scratch = Scratch.mine();
        int window = window(aLength, bLength);
        int[] taken = scratch.row(0, aLength);
        int[] found = scratch.row(1, bLength);
        Arrays.fill(taken, 0, aLength, 0);
        int count = 0;
        for (int j = 0; j < bLength; j++) {
            int end = Math.min(aLength, j + window + 1);
            for (int i = Math.max(0, j - window); i < end; i++) {
                if (taken[i] == 0 && a[aFrom + i] == b[bFrom + j]) {
                    taken[i] = 1;
                    found[count++] = j;
                    break;
                }
            }
        }
        int outOfOrder = 0;
        int next = 0;
        for (int i = 0; i < aLength; i++) {
            if (taken[i] == 1 && a[aFrom + i] != b[bFrom + found[next++]]) {
                outOfOrder++;
            }
        }
        return similarity(count, outOfOrder, aLength, bLength);
    }
}
