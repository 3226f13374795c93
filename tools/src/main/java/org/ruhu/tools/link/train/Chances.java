package org.ruhu.tools.link.train;

import java.util.Arrays;

/**
 * How often each level is met, by comparison; level 0, what is missing, is left out and has chance 0. A pair without a
 * value tells nothing of how often values agree.
 */
final class Chances {

    private Chances() {}

    /**
     * Among pairs of different records. Half a pair is added to every level (Jeffreys), so that a level never seen in n
     * pairs is given 1 / 2n: nothing that chance could do is thought impossible.
     */
    static double[][] ofDifferent(double[][] tally) {
        double[][] u = new double[tally.length][];
        for (int c = 0; c < u.length; c++) {
            double[] plus = new double[tally[c].length];
            Arrays.fill(plus, 1, plus.length, 0.5);
            u[c] = shares(tally[c], plus);
        }
        return u;
    }

    /**
     * Among pairs of the same. A level without a pair is given half a pair, but no more than chance would have put
     * there: it then weighs nothing if chance hardly reaches it, and speaks against a match only as far as its absence
     * is news.
     */
    static double[][] ofSame(double[][] tally, double[][] u) {
        double[][] m = new double[tally.length][];
        for (int c = 0; c < m.length; c++) {
            double pairs = pairs(tally[c]);
            double[] plus = new double[tally[c].length];
            for (int level = 1; level < plus.length; level++) {
                plus[level] = Math.min(0.5, Math.max(pairs, 0.5) * u[c][level]);
            }
            m[c] = shares(tally[c], plus);
        }
        return m;
    }

    /**
     * Nine of ten on the first level, the rest evenly: where learning begins, and what is assumed where nothing was
     * learned.
     */
    static double[] assumed(int radix) {
        double[] m = new double[radix];
        Arrays.fill(m, 2, radix, 0.1 / (radix - 2));
        m[1] = 0.9;
        return m;
    }

    static double pairs(double[] tally) {
        double pairs = 0;
        for (int level = 1; level < tally.length; level++) {
            pairs += tally[level];
        }
        return pairs;
    }

    /** Natural logarithm of m / u for each level; 0 for what is missing and for a comparison that is {@code off}. */
    static double[][] evidence(double[][] m, double[][] u, boolean[] off) {
        double[][] evidence = new double[m.length][];
        for (int c = 0; c < m.length; c++) {
            evidence[c] = new double[m[c].length];
            for (int level = 1; level < m[c].length && !off[c]; level++) {
                evidence[c][level] = Math.log(m[c][level] / u[c][level]);
            }
        }
        return evidence;
    }

    private static double[] shares(double[] tally, double[] plus) {
        double all = pairs(tally) + pairs(plus);
        double[] shares = new double[tally.length];
        for (int level = 1; level < tally.length; level++) {
            shares[level] = (tally[level] + plus[level]) / all;
        }
        return shares;
    }
}
