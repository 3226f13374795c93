package org.ruhu.tools.link.score;

import java.util.Arrays;

/**
 * The most that a comparison may add to a pair's weight, when only codes were looked at, and when it was made.
 *
 * @param byLook see {@link Facet#look}
 * @param taken  the same below zero, to take it back
 * @param byBits empty where there are too many, so that nothing is learned from making the comparison
 */
record Prospect(float[] byLook, float[] taken, float[] byBits) {

    /** Steps of work that a table is worth. */
    private static final long MOST = 1 << 22;

    static Prospect of(Facet[] facets, int[] shifts, float[] byBits, float most) {
        int looks = 1;
        for (int f = 0; f < facets.length && looks <= MOST; f++) {
            looks *= Facet.LOOKS;
        }
        int measured = Arrays.stream(facets).mapToInt(facet -> Integer.bitCount(facet.outcome.open(Facet.OTHER))).sum();
        if (byBits.length == 0 || (long) looks << measured > MOST) {
            return new Prospect(new float[] {most}, new float[] {-most}, new float[0]);
        }
        float[] byLook = new float[looks];
        for (int look = 0; look < looks; look++) {
            int sure = 0;
            int open = 0;
            int rest = look;
            for (int f = facets.length - 1; f >= 0; f--) {
                sure |= facets[f].outcome.sure(rest % Facet.LOOKS) << shifts[f];
                open |= facets[f].outcome.open(rest % Facet.LOOKS) << shifts[f];
                rest /= Facet.LOOKS;
            }
            byLook[look] = best(byBits, sure & ~open, open);
        }
        return new Prospect(byLook, taken(byLook), byBits);
    }

    private static float[] taken(float[] byLook) {
        float[] taken = new float[byLook.length];
        for (int look = 0; look < taken.length; look++) {
            taken[look] = -byLook[look];
        }
        return taken;
    }

    private static float best(float[] byBits, int sure, int open) {
        float best = byBits[sure];
        for (int some = open; some != 0; some = some - 1 & open) {
            best = Math.max(best, byBits[sure | some]);
        }
        return best;
    }

    boolean tells() {
        return byBits.length > 0;
    }
}
