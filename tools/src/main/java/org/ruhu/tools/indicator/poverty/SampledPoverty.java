package org.ruhu.tools.indicator.poverty;

import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.design.Bounds;
import org.ruhu.tools.indicator.design.Estimate;
import org.ruhu.tools.indicator.design.Estimator;
import org.ruhu.tools.indicator.design.Proportion;

/**
 * Poverty and inequality estimated from a sample of households, with variances. The values are those of {@link Poverty}
 * and {@link Inequality} with the design's weights. The line is given, not estimated.
 */
public final class SampledPoverty {

    private final Estimator estimator;
    private final double[] persons;
    private final double[] income;
    private final double[] line;
    private final IntPredicate counted;

    /**
     * @param persons  per household
     * @param income   per person; whatever where it is not known
     * @param line     per household, above 0
     * @param known    whether a household's income is known; others are outside every domain
     */
    public SampledPoverty(Estimator estimator, double[] persons, double[] income, double[] line, IntPredicate known,
            Negatives negatives) {
        this.estimator = estimator;
        this.persons = persons.clone();
        this.line = line.clone();
        this.income = new double[income.length];
        for (int i = 0; i < income.length; i++) {
            this.income[i] = known.test(i) ? negatives.treated(income[i]) : 0;
        }
        this.counted = unit -> known.test(unit) && !negatives.leavesOut(income[unit]);
    }

    /** Share of persons below the line. */
    public Proportion rate(IntPredicate domain) {
        return estimator.proportion(gaps(0), persons, domain.and(counted));
    }

    /** Foster, Greer, Thorbecke 1984 as a ratio of sums over persons. */
    public Estimate fgt(int power, IntPredicate domain) {
        return estimator.ratio(gaps(power), persons, domain.and(counted));
    }

    /** Income per person. */
    public Estimate mean(IntPredicate domain) {
        return estimator.ratio(money(), persons, domain.and(counted));
    }

    private double[] gaps(int power) {
        double[] gaps = new double[income.length];
        for (int i = 0; i < gaps.length; i++) {
            gaps[i] = income[i] < line[i] ? persons[i] * Math.pow((line[i] - income[i]) / line[i], power) : 0;
        }
        return gaps;
    }

    private double[] money() {
        double[] money = new double[income.length];
        for (int i = 0; i < money.length; i++) {
            money[i] = persons[i] * income[i];
        }
        return money;
    }

    /**
     * The Gini of {@link Inequality}. With A = sum over i, j of m_i m_j min(x_i, x_j), N = sum m and Y = sum m x over
     * masses m = w p it is 1 - A / (N Y), and a household with p persons of income x moves it, per weight, by
     * p ((1 - G) (1 / N + x / Y) - 2 (C + x (N - M)) / (N Y)), C and M being the income and the persons up to it in
     * order of income (Deville 1999, Survey Methodology 25(2); Langel, Tillé 2013, JRSS A 176(2), write the
     * same with ranks).
     */
    public Estimate gini(IntPredicate domain) {
        IntPredicate within = domain.and(counted);
        Ladder ladder = ladder(within);
        if (ladder.persons() == 0 || !(ladder.total() > 0)) {
            Measured none = Measured.lacking(ladder.persons() == 0 ? Lack.NO_BASE : Lack.NO_POSITIVE_TOTAL);
            return estimator.estimate(none, new double[income.length], within);
        }
        double gini = new Lorenz(ladder, 1).gini();
        return estimator.estimate(Measured.of(gini), influence(ladder, gini), within);
    }

    /**
     * Share of the poorest in all income, a height of the Lorenz curve.
     *
     * @param share of the persons, poorest first
     */
    public Estimate lorenz(double share, IntPredicate domain) {
        IntPredicate within = domain.and(counted);
        Tail tail = new Tail(ladder(within), share);
        return quotient(tail.income(), tail::moved, tail.ladder().total(), unit -> persons[unit] * income[unit],
                within);
    }

    /** S80/S20: the income of the richest fifth over that of the poorest. */
    public Estimate quintileRatio(IntPredicate domain) {
        IntPredicate within = domain.and(counted);
        Tail most = new Tail(ladder(within), 0.8);
        Tail poor = new Tail(most.ladder(), 0.2);
        return quotient(most.ladder().total() - most.income(), unit -> persons[unit] * income[unit] - most.moved(unit),
                poor.income(), poor::moved, within);
    }

    private Estimate quotient(double above, IntToDoubleFunction moved, double below, IntToDoubleFunction alsoMoved,
            IntPredicate within) {
        if (!(below > 0)) {
            return estimator.estimate(Measured.lacking(Lack.NO_POSITIVE_TOTAL), new double[income.length], within);
        }
        double[] influence = new double[income.length];
        for (int i = 0; i < influence.length; i++) {
            influence[i] = within.test(i)
                    ? (moved.applyAsDouble(i) - above / below * alsoMoved.applyAsDouble(i)) / below : 0;
        }
        return estimator.estimate(Measured.of(above / below), influence, within);
    }

    /**
     * The poorest up to a share a of the persons. With q the income where they end, a household moves their income, per
     * weight, by p ((x - q) [x <= q] + a q): that the border moves too needs no density (Langel, Tillé 2011, Journal
     * of Statistical Planning and Inference 141: 2976, for the quintile ratio).
     */
    private final class Tail {

        private final Ladder ladder;
        private final double share;
        private final double border;

        Tail(Ladder ladder, double share) {
            this.ladder = ladder;
            this.share = share;
            this.border = Quantile.of(ladder, share).value().orElse(0);
        }

        Ladder ladder() {
            return ladder;
        }

        /** A household across the border is in it in part. */
        double income() {
            Sum up = new Sum();
            ladder.climb((income, mass) -> up.add(income <= border ? mass * (income - border) : 0));
            return up.value() + share * ladder.persons() * border;
        }

        double moved(int unit) {
            return persons[unit] * (Math.min(income[unit] - border, 0) + share * border);
        }
    }

    /**
     * An income below which a share of the persons lies, and where it truly is: the income at the share's own bounds, t
     * times the standard error of the share of persons up to it (Woodruff 1952, JASA 47: 635).
     */
    public Placed quantile(double share, double level, IntPredicate domain) {
        IntPredicate within = domain.and(counted);
        Ladder ladder = ladder(within);
        Measured value = Quantile.of(ladder, share);
        double at = value.value().orElse(0);
        double[] below = new double[income.length];
        for (int i = 0; i < below.length; i++) {
            below[i] = income[i] <= at ? persons[i] : 0;
        }
        Bounds shares = estimator.ratio(below, persons, within).interval(level);
        return new Placed(value, new Bounds(at(ladder, shares.low()), at(ladder, shares.high())));
    }

    /** An income and where it truly is. */
    public record Placed(Measured value, Bounds bounds) {}

    private static Measured at(Ladder ladder, Measured share) {
        return share.value().isEmpty() ? share : Quantile.of(ladder, share.value().getAsDouble());
    }

    private Ladder ladder(IntPredicate within) {
        double[] mass = new double[income.length];
        for (int i = 0; i < mass.length; i++) {
            mass[i] = within.test(i) ? estimator.design().weight(i) * persons[i] : 0;
        }
        return Ladder.of(income, mass, mass.length, Negatives.AS_THEY_ARE);
    }

    private double[] influence(Ladder ladder, double gini) {
        double[] influence = new double[income.length];
        ladder.heights((unit, share, height) -> {
            double x = income[unit];
            double relative = x / ladder.total();
            influence[unit] = persons[unit] * ((1 - gini) * (1 / ladder.persons() + relative)
                    - 2 * (height / ladder.persons() + relative * (1 - share)));
        });
        return influence;
    }
}
