package org.ruhu.tools.link.likeness;

import java.util.Arrays;

/** Letters that agree place by place, at the start, or in one piece anywhere. */
public final class Runs {

    private Runs() {}

    public static boolean equal(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        return Arrays.equals(a, aFrom, aTo, b, bFrom, bTo);
    }

    /** How many letters the texts have in common at the start. */
    public static int prefix(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        int mismatch = Arrays.mismatch(a, aFrom, aTo, b, bFrom, bTo);
        return mismatch < 0 ? aTo - aFrom : mismatch;
    }

    /** How many letters the texts have in common at the end. */
    public static int suffix(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        int most = Math.min(aTo - aFrom, bTo - bFrom);
        int suffix = 0;
        while (suffix < most && a[aTo - 1 - suffix] == b[bTo - 1 - suffix]) {
            suffix++;
        }
        return suffix;
    }

    /**
     * In how many places the letters differ (Hamming 1950); what the longer text has beyond the other counts as
     * different. DuckDB refuses texts of different length.
     */
    public static int hamming(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        int common = Math.min(aTo - aFrom, bTo - bFrom);
        int different = Math.max(aTo - aFrom, bTo - bFrom) - common;
        for (int i = 0; i < common; i++) {
            if (a[aFrom + i] != b[bFrom + i]) {
                different++;
            }
        }
        return different;
    }

    /** The length of the longest piece that stands in both texts without a gap. */
    public static int longest(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        int[] run = Scratch.mine().row(0, bTo - bFrom + 1);
        Arrays.fill(run, 0, bTo - bFrom + 1, 0);
        int longest = 0;
        for (int i = aFrom; i < aTo; i++) {
            for (int j = bTo - bFrom; j > 0; j--) {
                run[j] = a[i] == b[bFrom + j - 1] ? run[j - 1] + 1 : 0;
                longest = Math.max(longest, run[j]);
            }
        }
        return longest;
    }
}
