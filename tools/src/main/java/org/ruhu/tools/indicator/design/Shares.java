package org.ruhu.tools.indicator.design;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ruhu.tools.indicator.Lack;

/** Intervals of a share seen in so many independent cases, which need not be a whole number. */
public final class Shares {

    private static final int REFINEMENTS = 3;

    private Shares() {}

    /** Wilson 1927, Probable inference, JASA 22: 209. */
    public static Bounds wilson(double share, double size, double level) {
        if (!(size > 0)) {
            return Bounds.lacking(Lack.NO_BASE);
        }
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double scale = 1 + z * z / size;
        double centre = share + z * z / (2 * size);
        double reach = z * Math.sqrt(share * (1 - share) / size + z * z / (4 * size * size));
        return Bounds.of(share <= 0 ? 0 : (centre - reach) / scale, share >= 1 ? 1 : (centre + reach) / scale);
    }

    /** Clopper, Pearson 1934, Biometrika 26: 404, by quantiles of the beta distribution. */
    public static Bounds clopperPearson(double share, double size, double level) {
        if (!(size > 0)) {
            return Bounds.lacking(Lack.NO_BASE);
        }
        double cases = share * size;
        double tail = (1 - level) / 2;
        return Bounds.of(cases <= 0 ? 0 : beta(tail, cases, size - cases + 1),
                size - cases <= 0 ? 1 : 1 - beta(tail, size - cases, cases + 1));
    }

    /**
     * With no case seen, what share is still possible: below it with the level's confidence, all of the doubt on one
     * side. 1 - (1 - level)^(1/n); 2 % needs 149 persons (Louis 1981, American Statistician 35; the "rule of three").
     */
    public static double noCaseBound(double size, double level) {
        return size > 0 ? -Math.expm1(Math.log1p(-level) / size) : 1;
    }

    /** The library looks until it is near; a few steps by Newton's rule make it exact. */
    private static double beta(double probability, double a, double b) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        double x = beta.inverseCumulativeProbability(probability);
        for (int i = 0; i < REFINEMENTS; i++) {
            double density = beta.density(x);
            double next = x - (beta.cumulativeProbability(x) - probability) / density;
            if (!(density > 0) || Double.isInfinite(density) || !(next > 0 && next < 1)) {
                return x;
            }
            x = next;
        }
        return x;
    }
}
