package org.ruhu.tools.indicator.poverty;

import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;

/**
 * The lowest income up to which the share of persons comes; between two incomes when it is met exactly (Hyndman, Fan
 * 1996, Sample quantiles in statistical packages, definition 2, weighted).
 */
final class Quantile implements Ladder.Rung {

    private final double wanted;
    private final Sum passed = new Sum();
    private boolean found;
    private boolean between;
    private double value;

    private Quantile(double wanted) {
        this.wanted = wanted;
    }

    /** @param share below 0 and above 1 the lowest and the highest income are meant */
    static Measured of(Ladder ladder, double share) {
        Quantile quantile = new Quantile(ladder.persons() * Math.max(0, Math.min(1, share)));
        ladder.climb(quantile);
        return quantile.found ? Measured.of(quantile.value) : Measured.lacking(Lack.NO_BASE);
    }

    @Override
    public void step(double income, double mass) {
        if (between) {
            value = value / 2 + income / 2;
            between = false;
        } else if (!found) {
            double reached = passed.add(mass).value();
            if (reached >= wanted) {
                found = true;
                value = income;
                between = reached == wanted;
            }
        }
    }
}
