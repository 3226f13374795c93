package org.ruhu.tools.link.likeness;

import java.util.Arrays;

/**
 * Whether no, one or two edits make one text of the other: after what is the same at both ends is put aside, the first
 * two letters differ, so an edit must be right there, and there are only a few to try.
 */
final class Edits {

    /** Trying costs three times as much for each more. */
    static final int FEW = 2;

    /** What else is one edit: nothing, two neighbours swapped, or two swapped that become or were neighbours. */
    enum Swap { NONE, NEIGHBOURS, ANY }

    private Edits() {}

    static boolean within(int edits, Swap swap, char[] a, int aStart, int aEnd, char[] b, int bStart, int bEnd) {
        if (Math.abs((aEnd - aStart) - (bEnd - bStart)) > edits || edits < 0) {
            return false;
        }
        int aFrom = aStart;
        int bFrom = bStart;
        while (aFrom < aEnd && bFrom < bEnd && a[aFrom] == b[bFrom]) {
            aFrom++;
            bFrom++;
        }
        int aTo = aEnd;
        int bTo = bEnd;
        while (aFrom < aTo && bFrom < bTo && a[aTo - 1] == b[bTo - 1]) {
            aTo--;
            bTo--;
        }
        int aLeft = aTo - aFrom;
        int bLeft = bTo - bFrom;
        if (aLeft <= edits && bLeft <= edits) {
            return true;
        }
        if (edits == 0) {
            return false;
        }
        boolean canSwap = swap != Swap.NONE && aLeft > 1 && bLeft > 1;
        if (edits == 1) {
            return canSwap && aLeft == 2 && bLeft == 2 && a[aFrom] == b[bFrom + 1] && a[aFrom + 1] == b[bFrom];
        }
        if (swap == Swap.NONE && aLeft == bLeft) {
            return Arrays.equals(a, aFrom + 1, aTo - 1, b, bFrom + 1, bTo - 1)
                    || Arrays.equals(a, aFrom + 1, aTo, b, bFrom, bTo - 1)
                    || Arrays.equals(a, aFrom, aTo - 1, b, bFrom + 1, bTo);
        }
        return aLeft > 0 && within(1, swap, a, aFrom + 1, aTo, b, bFrom, bTo)
                || bLeft > 0 && within(1, swap, a, aFrom, aTo, b, bFrom + 1, bTo)
                || aLeft > 0 && bLeft > 0 && within(1, swap, a, aFrom + 1, aTo, b, bFrom + 1, bTo)
                || canSwap && swapped(swap, a, aFrom, aTo, b, bFrom, bTo);
    }

    /** A swap at the start and one more edit: anywhere behind it or, if any swap will do, between the two. */
    private static boolean swapped(Swap swap, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        boolean secondIsFirst = a[aFrom + 1] == b[bFrom];
        boolean firstIsSecond = a[aFrom] == b[bFrom + 1];
        if (secondIsFirst && firstIsSecond && within(1, swap, a, aFrom + 2, aTo, b, bFrom + 2, bTo)) {
            return true;
        }
        return swap == Swap.ANY
                && (secondIsFirst && bTo - bFrom > 2 && a[aFrom] == b[bFrom + 2]
                        && within(0, swap, a, aFrom + 2, aTo, b, bFrom + 3, bTo)
                || firstIsSecond && aTo - aFrom > 2 && a[aFrom + 2] == b[bFrom]
                        && within(0, swap, a, aFrom + 3, aTo, b, bFrom + 2, bTo));
    }
}
