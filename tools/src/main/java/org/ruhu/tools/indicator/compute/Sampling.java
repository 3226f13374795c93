package org.ruhu.tools.indicator.compute;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.ruhu.tools.indicator.design.Bounds;
import org.ruhu.tools.indicator.design.Confidence;
import org.ruhu.tools.indicator.design.DesignBuilder;
import org.ruhu.tools.indicator.design.Estimator;
import org.ruhu.tools.indicator.design.Lonely;
import org.ruhu.tools.indicator.figure.Interval;

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
        rows.stream().sorted(Comparator.comparingInt(Sampled::place)).forEach(row -> builder.add(row.drawn().stratum(), row.drawn().cluster(), row.weight()));
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
        for (int i = 0; i < ratio.rows().size(); i++) {
            int place = ratio.rows().get(i).place();
            y[place] = ratio.above()[i];
            m[place] = ratio.below()[i];
            domain.set(place);
        }
        return share(y, m)
                ? interval(estimator.proportion(y, m, domain::get).wilson(confidence), "wilson on effective size")
                : interval(estimator.ratio(y, m, domain::get).interval(confidence.level()), "t, linearised");
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
