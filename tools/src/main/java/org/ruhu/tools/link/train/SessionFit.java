package org.ruhu.tools.link.train;

import java.util.Arrays;

/**
 * Expectation maximisation over the patterns of one rule's pairs (Dempster, Laird and Rubin 1977; for linkage Winkler
 * 1988). How often different records agree is known and stays as it is; how often the same agree, and how many are the
 * same, is learned. Both free at once would describe whichever two heaps of pairs are easiest told apart, mostly not
 * ours.
 */
final class SessionFit {

    /** Shares of matches to begin with; the likelihood may have several summits and the highest is taken. */
    private static final double[] STARTS = {0.5, 0.05, 0.002};
    private static final double STILL = 1e-6;
    private static final double GAIN = 1e-9;

    private final Sample sample;
    private final double[][] u;
    private final boolean[] off;
    private final double[] repeated;
    private final double pairs;

    private double share;
    private double[][] m;
    private double[][] same;
    private double likelihood = Double.NEGATIVE_INFINITY;
    private int steps;
    private boolean converged;

    private SessionFit(Sample sample, double[][] u, boolean[] off, Ties ties, double start) {
        this.sample = sample;
        this.u = u;
        this.off = off;
        this.repeated = ties.repeated(sample, off);
        this.share = start;
        this.pairs = sample.pairs();
        this.m = Arrays.stream(u).map(of -> Chances.assumed(of.length)).toArray(double[][]::new);
    }

    /** From every start. */
    static SessionFit best(Sample sample, double[][] u, boolean[] off, Ties ties, int most) {
        SessionFit best = null;
        for (double start : STARTS) {
            SessionFit fit = new SessionFit(sample, u, off, ties, start);
            fit.run(most);
            if (best == null || fit.likelihood > best.likelihood + GAIN * fit.pairs) {
                best = fit;
            }
        }
        return best;
    }

    /** From where an earlier fit, with a u that was hardly another, came to rest. */
    static SessionFit onward(Sample sample, double[][] u, boolean[] off, Ties ties, int most,
            SessionFit earlier) {
        SessionFit fit = new SessionFit(sample, u, off, ties, earlier.share);
        fit.m = earlier.m;
        fit.run(most);
        return fit;
    }

    double share() {
        return share;
    }

    double matches() {
        return share * pairs;
    }

    double[][] m() {
        return m;
    }

    /** Expected matches by comparison and level. */
    double[][] same() {
        return same;
    }

    int steps() {
        return steps;
    }

    boolean converged() {
        return converged;
    }

    /** Expected pairs that are not the same, of every comparison, also of those that are off. */
    double[][] different() {
        double[] different = sample.held(Mixture.posterior(evidence(), share));
        for (int i = 0; i < different.length; i++) {
            different[i] = 1 - different[i];
        }
        return sample.tally(different);
    }

    private double[] evidence() {
        double[] evidence = sample.sums(Chances.evidence(m, u, off));
        for (int i = 0; i < evidence.length; i++) {
            evidence[i] += repeated[i];
        }
        return evidence;
    }

    private void run(int most) {
        double[] posterior = new double[sample.size()];
        while (steps < most && !converged) {
            double now = expect(evidence(), posterior);
            same = sample.tally(posterior);
            double matches = 0;
            for (int i = 0; i < posterior.length; i++) {
                matches += sample.count(i) * posterior[i];
            }
            double nextShare = Math.min(1 - 1e-9, Math.max(1e-9, matches / pairs));
            double[][] next = Chances.ofSame(same, u);
            double moved = Math.max(Math.abs(nextShare - share) / nextShare, moved(next));
            converged = moved < STILL || steps > 0 && Math.abs(now - likelihood) < GAIN * pairs && moved < 100 * STILL;
            m = next;
            share = nextShare;
            likelihood = now;
            steps++;
        }
    }

    /**
     * Fills in the chance of each pattern to be a match and returns the logarithm of the likelihood of all. Pairs that
     * people judged are what they said (semi-supervised, as Nigam et al. 2000).
     */
    private double expect(double[] evidence, double[] posterior) {
        double likelihood = 0;
        for (int i = 0; i < evidence.length; i++) {
            double match = share * Math.exp(evidence[i]);
            double all = 1 - share + match;
            double said = sample.said(i);
            double clamped = sample.clamped(i) / sample.count(i);
            posterior[i] = match / all * (1 - clamped) + said * clamped;
            likelihood += sample.count(i) * Math.log(all);
            if (clamped > 0) {
                likelihood += sample.clamped(i) * (said * (Math.log(share) + evidence[i])
                        + (1 - said) * Math.log(1 - share) - Math.log(all));
            }
        }
        return likelihood;
    }

    private double moved(double[][] next) {
        double moved = 0;
        for (int c = 0; c < next.length; c++) {
            for (int level = 1; level < next[c].length && !off[c]; level++) {
                moved = Math.max(moved, Math.abs(next[c][level] - m[c][level]));
            }
        }
        return moved;
    }
}
