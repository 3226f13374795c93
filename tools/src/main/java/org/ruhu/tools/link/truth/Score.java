package org.ruhu.tools.link.truth;

/**
 * Pairs called the same, set against the truth.
 *
 * @param correct called the same, and are
 * @param wrong   called the same, and are not
 * @param missed  are the same, and were not called so
 */
public record Score(long correct, long wrong, long missed) {

    /** {@code NaN} if nothing was called the same. */
    public double precision() {
        return correct + wrong == 0 ? Double.NaN : (double) correct / (correct + wrong);
    }

    /** {@code NaN} if nothing is the same. */
    public double recall() {
        return correct + missed == 0 ? Double.NaN : (double) correct / (correct + missed);
    }

    /** The harmonic mean of both, 0 if nothing was found; {@code NaN} if nothing was there to be found or called. */
    public double f1() {
        return correct + wrong + missed == 0 ? Double.NaN : 2.0 * correct / (2.0 * correct + wrong + missed);
    }

    public Interval precisionInterval() {
        return Interval.wilson(correct, correct + wrong);
    }

    public Interval recallInterval() {
        return Interval.wilson(correct, correct + missed);
    }

    /** Of the share of the correct among all that are or were called the same, from which F1 follows. */
    public Interval f1Interval() {
        Interval share = Interval.wilson(correct, correct + wrong + missed);
        return new Interval(2 * share.low() / (1 + share.low()), 2 * share.high() / (1 + share.high()));
    }
}
