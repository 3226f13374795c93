package org.ruhu.tools.link.train;

/**
 * How many of the pairs are matches when the evidence of each is known: expectation maximisation in the share alone.
 * Its likelihood has one summit, so it matters not where it begins.
 */
public final class Mixture {

    private static final double SMALLEST = 1e-12;
    private static final int STEPS = 1_000;

    private Mixture() {}

    /**
     * @param evidence natural logarithms of m / u
     * @param counts   pairs with each
     * @param pairs    of which these are the ones that may be matches; all others are none. Pairs that a rule brought
     *                 together agree on its keys, and their evidence says so: their own share of matches would count
     *                 that twice, the share among all pairs does not
     */
    public static double share(double[] evidence, double[] counts, double pairs, double start) {
        double share = start;
        for (int step = 0; step < STEPS; step++) {
            double matches = matches(evidence, counts, share);
            double next = Math.min(1 - SMALLEST, Math.max(SMALLEST, matches / pairs));
            boolean done = Math.abs(next - share) < 1e-9 * share;
            share = next;
            if (done) {
                break;
            }
        }
        return share;
    }

    /** How many are expected, when {@code share} of all are. */
    static double matches(double[] evidence, double[] counts, double share) {
        double[] posterior = posterior(evidence, share);
        double matches = 0;
        for (int i = 0; i < counts.length; i++) {
            matches += counts[i] * posterior[i];
        }
        return matches;
    }

    /** Chance that a pair with each evidence is a match, when {@code share} of all are. */
    static double[] posterior(double[] evidence, double share) {
        double odds = Math.log(share / (1 - share));
        double[] posterior = new double[evidence.length];
        for (int i = 0; i < posterior.length; i++) {
            posterior[i] = 1 / (1 + Math.exp(-odds - evidence[i]));
        }
        return posterior;
    }
}
