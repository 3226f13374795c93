package org.ruhu.tools.indicator.rates;

import java.util.OptionalDouble;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Bounds;
import org.ruhu.tools.indicator.design.Design;
import org.ruhu.tools.indicator.design.Estimator;

/** Puts the two rates together with those still poor: (poor + m N_out + e N_left) / N. */
final class Combination {

    private final Estimator estimator;
    private final Population population;
    private final double left;
    private final double outside;

    Combination(Estimator estimator, Population population) {
        this.estimator = estimator;
        this.population = population;
        left = population.left() / population.all();
        outside = population.outside() / population.all();
    }

    Composite of(Rate wronglyExited, double[] exitInfluence, Rate missed, double[] missInfluence, double limit) {
        Part exits = new Part(left, wronglyExited);
        Part misses = new Part(outside, missed);
        Measured incidence = combined(exits.share(), misses.share(), (exit, miss) ->
                population.stillPoor() / population.all() + left * exit + outside * miss);
        double[] influence = new double[exitInfluence.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = left * exitInfluence[i] + outside * missInfluence[i];
        }
        Measured variance = incidence.value().isEmpty() ? incidence
                : estimator.design().variance(influence, Design.ALL);
        Measured apart = combined(exits.variance(), misses.variance(), Double::sum);
        Measured correlation = combined(variance, apart, (both, single) ->
                correlation(both - single, exits.variance(), misses.variance()));
        Bounds bounds = new Bounds(reach(incidence, exits.below(), misses.below(), correlation, -1),
                reach(incidence, exits.above(), misses.above(), correlation, 1));
        return new Composite(incidence, variance, apart, bounds, Reading.below(limit, incidence, bounds));
    }

    /** One of the rates and its share of the population; a group nobody is in adds nothing, known or not. */
    private record Part(double weight, Rate rate) {

        Measured share() {
            return weight == 0 ? Measured.of(0) : rate.share().share();
        }

        Measured variance() {
            return weight == 0 ? Measured.of(0)
                    : rate.share().estimate().variance().map(variance -> weight * weight * variance);
        }

        Measured below() {
            return distance(rate.bounds().low());
        }

        Measured above() {
            return distance(rate.bounds().high());
        }

        private Measured distance(Measured bound) {
            return weight == 0 ? Measured.of(0)
                    : combined(share(), bound, (share, at) -> weight * Math.abs(at - share));
        }
    }

    private static double correlation(double twiceCovariance, Measured first, Measured second) {
        double product = first.value().orElse(0) * second.value().orElse(0);
        return product > 0 ? Math.max(-1, Math.min(1, twiceCovariance / 2 / Math.sqrt(product))) : 0;
    }

    private static Measured reach(Measured incidence, Measured first, Measured second, Measured correlation, int side) {
        Measured square = combined(combined(first, second, (a, b) -> a * a + b * b),
                combined(combined(first, second, (a, b) -> 2 * a * b), correlation, (a, b) -> a * b), Double::sum);
        return combined(incidence, square.map(far -> Math.max(0, far)), (at, far) -> at + side * Math.sqrt(far));
    }

    private interface Both {
        double of(double first, double second);
    }

    private static Measured combined(Measured first, Measured second, Both both) {
        OptionalDouble one = first.value();
        OptionalDouble other = second.value();
        return one.isEmpty() ? first : other.isEmpty() ? second
                : Measured.of(both.of(one.getAsDouble(), other.getAsDouble()));
    }
}
