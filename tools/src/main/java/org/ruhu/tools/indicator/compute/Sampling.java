package org.ruhu.tools.indicator.compute;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.ruhu.tools.indicator.design.Bounds;
import org.ruhu.tools.indicator.design.Confidence;
import org.ruhu.tools.indicator.design.Design;
import org.ruhu.tools.indicator.design.DesignBuilder;
import org.ruhu.tools.indicator.design.Estimate;
import org.ruhu.tools.indicator.design.Estimator;
import org.ruhu.tools.indicator.design.Lonely;
import org.ruhu.tools.indicator.figure.Interval;
import org.ruhu.tools.indicator.poverty.Negatives;
import org.ruhu.tools.indicator.poverty.SampledPoverty;
import org.ruhu.tools.indicator.reading.Household;

/**
 * Intervals of figures of a sample. Shares have Wilson's with the effective size, so that they hold near 0 and 1; means
 * and indices the t interval of the linearised ratio. Households outside a figure's universe stay in the design.
 */
final class Sampling {

    /** The mean of all clusters stands in for the other clusters of a stratum with one: rather too wide. */
    static final Lonely LONELY = Lonely.GRAND_MEAN;

    private final Estimator estimator;
    private final Confidence confidence;
    private final int size;

    /** @param rows all of the sample, in whatever order: each comes to stand at its own place in the design */
    Sampling(List<Sampled> rows, double assumedDeff) {
        DesignBuilder builder = new DesignBuilder(LONELY);
        rows.stream().sorted(Comparator.comparingInt(Sampled::place)).forEach(row ->
                builder.add(row.drawn().stratum(), row.drawn().cluster(), row.weight()));
        rows.stream().map(Sampled::drawn).filter(drawn -> drawn.clusters() > 0)
                .forEach(drawn -> builder.population(drawn.stratum(), drawn.clusters()));
        this.estimator = new Estimator(builder.build());
        this.confidence = Confidence.of95(assumedDeff);
        this.size = rows.size();
    }

    Confidence confidence() {
        return confidence;
    }

    /** Empty where the sample tells nothing of it. */
    Optional<Interval> interval(Ratio ratio) {
        double[] y = new double[size];
        double[] m = new double[size];
        BitSet domain = new BitSet(size);
        ratio.each((row, its, of) -> {
            y[row.place()] = its;
            m[row.place()] = of;
            domain.set(row.place());
        });
        return share(y, m)
                ? interval(estimator.proportion(y, m, domain::get).wilson(confidence), "wilson on effective size")
                : linearised(estimator.ratio(y, m, domain::get));
    }

    /** Of the sum of w y over those of whom y is known. */
    Optional<Interval> total(List<Sampled> rows, ToDoubleFunction<Household> value) {
        double[] y = new double[size];
        rows.forEach(row -> y[row.place()] = value.applyAsDouble(row.household()));
        return linearised(estimator.total(y, places(rows, row -> !Double.isNaN(y[row.place()]))::get));
    }

    /** Nothing where all clusters are alike: that the sample shows no variation does not mean that there is none. */
    Optional<Interval> linearised(Estimate estimate) {
        return estimate.standardError().value().orElse(0) == 0 ? Optional.empty()
                : interval(estimate.interval(confidence.level()), "t, linearised");
    }

    /** Of an income below which half of the persons live. */
    Optional<Interval> median(SampledPoverty incomes) {
        return interval(incomes.quantile(0.5, confidence.level(), Design.ALL).bounds(), "woodruff")
                .filter(bounds -> bounds.lower() < bounds.upper());
    }

    /** Incomes per person of these households, those that are known; others stay in the design. */
    SampledPoverty incomes(List<Sampled> rows, ToDoubleFunction<Household> perHead) {
        double[] persons = new double[size];
        double[] income = new double[size];
        double[] lines = new double[size];
        for (Sampled row : rows) {
            persons[row.place()] = row.household().persons();
            income[row.place()] = perHead.applyAsDouble(row.household());
        }
        BitSet known = places(rows, row -> !Double.isNaN(income[row.place()]));
        return new SampledPoverty(estimator, persons, income, lines, known::get, Negatives.AS_THEY_ARE);
    }

    private static BitSet places(List<Sampled> rows, Predicate<Sampled> in) {
        BitSet places = new BitSet();
        rows.stream().filter(in).forEach(row -> places.set(row.place()));
        return places;
    }

    private Optional<Interval> interval(Bounds bounds, String method) {
        return interval(bounds, confidence.level(), method);
    }

    static Optional<Interval> interval(Bounds bounds, double level, String method) {
        return bounds.low().value().isEmpty() || bounds.high().value().isEmpty() ? Optional.empty()
                : Optional.of(new Interval(bounds.low().value().getAsDouble(), bounds.high().value().getAsDouble(),
                        level, method));
    }

    /** Whether every unit is a case with all its persons or with none. */
    private static boolean share(double[] y, double[] m) {
        return IntStream.range(0, y.length).allMatch(i -> y[i] == 0 || y[i] == m[i])
                && Arrays.stream(m).allMatch(persons -> persons >= 0 && persons == Math.rint(persons));
    }
}
