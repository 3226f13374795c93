package org.ruhu.tools.indicator.design;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;

/**
 * A number estimated from a sample.
 *
 * @param units       of the sample in the domain, those of weight 0 left out
 * @param degreesOfFreedom clusters less strata in the domain, as a rule of thumb (Korn, Graubard 1999, Analysis of
 *                    Health Surveys)
 * @param srsVariance what the variance were had as many units been drawn with replacement, each alike
 */
public record Estimate(Measured value, Measured variance, long units, int degreesOfFreedom, Measured srsVariance) {

    static Estimate lacking(Lack why, long units, int degreesOfFreedom) {
        Measured none = Measured.lacking(why);
        return new Estimate(none, none, units, degreesOfFreedom, none);
    }

    public Measured standardError() {
        return variance.map(Math::sqrt);
    }

    /** Standard error over the value's size. */
    public Measured relativeError() {
        return both(value, standardError(), (number, error) -> Measured.ratio(error, Math.abs(number)));
    }

    /** The design effect: how many times the variance is that of a simple sample (Kish 1965, Survey Sampling). */
    public Measured deff() {
        return both(variance, srsVariance, Measured::ratio);
    }

    /** Value and t times the standard error. Not for shares near 0 or 1: those have intervals of their own. */
    public Bounds interval(double level) {
        if (degreesOfFreedom < 1 && !variance.value().equals(OptionalDouble.of(0))) {
            return Bounds.lacking(value.lack().orElse(Lack.TOO_FEW));
        }
        Measured reach = standardError().map(error -> error == 0 ? 0 : error
                * TDistribution.of(degreesOfFreedom).inverseSurvivalProbability((1 - level) / 2));
        return new Bounds(both(value, reach, (number, by) -> Measured.of(number - by)),
                both(value, reach, (number, by) -> Measured.of(number + by)));
    }

    interface Combining {
        Measured of(double first, double second);
    }

    static Measured both(Measured first, Measured second, Combining combining) {
        return first.value().isEmpty() ? first : second.value().isEmpty() ? second
                : combining.of(first.value().getAsDouble(), second.value().getAsDouble());
    }
}
