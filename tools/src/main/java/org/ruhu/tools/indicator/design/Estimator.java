package org.ruhu.tools.indicator.design;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;

/**
 * Estimates from one sample. Formulas: Särndal, Swensson, Wretman 1992, Model Assisted Survey Sampling: ratios,
 * means and domains.
 */
public final class Estimator {

    private final Design design;

    public Estimator(Design design) {
        this.design = design;
    }

    public Design design() {
        return design;
    }

    /** Of the whole population: the sum of w y. */
    public Estimate total(double[] y, IntPredicate domain) {
        double[] within = within(y, domain);
        return estimate(Measured.of(design.weighted(y, domain)), within, domain,
                srs(within, Design.ALL).map(variance -> variance * square(design.weighted(ones(), Design.ALL))));
    }

    private static double square(double number) {
        return number * number;
    }

    /** The sum of w y over the sum of w: per unit of the domain. */
    public Estimate mean(double[] y, IntPredicate domain) {
        return ratio(y, ones(), domain);
    }

    /** The sum of w y over the sum of w x, as persons with something per persons. */
    public Estimate ratio(double[] y, double[] x, IntPredicate domain) {
        double below = design.weighted(x, domain);
        Measured ratio = Measured.ratio(design.weighted(y, domain), below,
                units(domain) == 0 ? Lack.NO_BASE : Lack.ZERO_DIVISOR);
        if (ratio.value().isEmpty()) {
            return Estimate.lacking(ratio.lack().orElseThrow(), units(domain), design.degreesOfFreedom(domain));
        }
        double[] influence = ratioInfluence(y, x, ratio.value().getAsDouble(), below, domain);
        double of = design.weighted(ones(), domain);
        return estimate(ratio, influence, domain, srs(influence, domain).map(variance -> variance * of * of));
    }

    /** How much larger a ratio is in one domain than in another; the variance knows that they share clusters. */
    public Estimate difference(double[] y, double[] x, IntPredicate one, IntPredicate other) {
        Estimate first = ratio(y, x, one);
        Estimate second = ratio(y, x, other);
        Measured difference = Estimate.both(first.value(), second.value(), (a, b) -> Measured.of(a - b));
        double[] influence = ratioInfluence(y, x, one);
        double[] less = ratioInfluence(y, x, other);
        for (int i = 0; i < influence.length; i++) {
            influence[i] -= less[i];
        }
        return estimate(difference, influence, one.or(other));
    }

    /**
     * A share of persons. Each unit stands for some persons, of whom some are cases.
     *
     * @param cases   0 to persons, per unit
     * @param persons of the unit, 1 if units are persons
     */
    public Proportion proportion(double[] cases, double[] persons, IntPredicate domain) {
        Estimate ratio = ratio(cases, persons, domain);
        return new Proportion(ratio, counted(cases, domain), counted(persons, domain));
    }

    private double counted(double[] numbers, IntPredicate domain) {
        Sum sum = new Sum();
        for (int i = 0; i < numbers.length; i++) {
            if (domain.test(i) && design.weight(i) > 0) {
                sum.add(numbers[i]);
            }
        }
        return sum.value();
    }

    /** (y - r x) / sum of w x: what a unit moves the ratio by, per weight. */
    public double[] ratioInfluence(double[] y, double[] x, IntPredicate domain) {
        double below = design.weighted(x, domain);
        return below == 0 ? new double[y.length]
                : ratioInfluence(y, x, design.weighted(y, domain) / below, below, domain);
    }

    private static double[] ratioInfluence(double[] y, double[] x, double ratio, double below, IntPredicate domain) {
        double[] influence = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            influence[i] = domain.test(i) ? (y[i] - ratio * x[i]) / below : 0;
        }
        return influence;
    }

    /**
     * Any statistic, given what each unit moves it by per weight (its influence, or linearised variable): so the
     * variance of a sum of statistics is had by summing their influences.
     */
    public Estimate estimate(Measured value, double[] influence, IntPredicate domain) {
        double of = design.weighted(ones(), domain);
        return estimate(value, influence, domain, srs(influence, domain).map(variance -> variance * of * of));
    }

    private Estimate estimate(Measured value, double[] influence, IntPredicate domain, Measured srs) {
        return new Estimate(value, value.lack().isPresent() ? value : design.variance(influence, domain), units(domain),
                design.degreesOfFreedom(domain), srs);
    }

    /** The weighted variance of a number among units, n / (n - 1) of it, over n. */
    private Measured srs(double[] numbers, IntPredicate domain) {
        long n = units(domain);
        double all = design.weighted(ones(), domain);
        if (n < 2 || all == 0) {
            return Measured.lacking(Lack.TOO_FEW);
        }
        double mean = design.weighted(numbers, domain) / all;
        double[] squares = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            squares[i] = square(numbers[i] - mean);
        }
        return Measured.of(design.weighted(squares, domain) / all / (n - 1.0));
    }

    private long units(IntPredicate domain) {
        long units = 0;
        for (int i = 0; i < design.size(); i++) {
            units += domain.test(i) && design.weight(i) > 0 ? 1 : 0;
        }
        return units;
    }

    private double[] within(double[] y, IntPredicate domain) {
        double[] within = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            within[i] = domain.test(i) ? y[i] : 0;
        }
        return within;
    }

    private double[] ones() {
        double[] ones = new double[design.size()];
        Arrays.fill(ones, 1);
        return ones;
    }
}
