package org.ruhu.tools.indicator.design;

/**
 * How intervals of shares are made.
 *
 * @param level     0.95 for 95 %
 * @param fewClusters whether the effective size shrinks for few degrees of freedom, by the squared ratio of the t
 *                  quantiles of n - 1 and of those (Korn, Graubard 1998, Survey Methodology 24(2))
 * @param capped    whether the effective size may not exceed the sample (as the NCHS wants it: Parker and others 2017,
 *                  Vital and Health Statistics 2(175))
 * @param assumedDeff design effect where the sample cannot tell: when no one or everyone is a case, or there is no
 *                  variance. From earlier samples; at least 1
 */
public record Confidence(double level, boolean fewClusters, boolean capped, double assumedDeff) {

    public Confidence {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("a level lies between 0 and 1: " + level);
        }
        if (!(assumedDeff >= 1) || Double.isInfinite(assumedDeff)) {
            throw new IllegalArgumentException("an assumed design effect is at least 1: " + assumedDeff);
        }
    }

    /** 95 %, careful in all else. */
    public static Confidence of95(double assumedDeff) {
        return new Confidence(0.95, true, true, assumedDeff);
    }

    /** Probability left on each side. */
    double tail() {
        return (1 - level) / 2;
    }
}
