package org.ruhu.tools.indicator.compute;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Interval;
import org.ruhu.tools.indicator.figure.Place;

/** Takes the figures of one cell. */
final class Sheet {

    private final Place place;
    private final Optional<Sampling> sampling;
    private final List<String> forms;
    private final Consumer<Figure> to;

    Sheet(Place place, Optional<Sampling> sampling, List<String> forms, Consumer<Figure> to) {
        this.place = place;
        this.sampling = sampling;
        this.forms = forms;
        this.to = to;
    }

    void put(String indicator, Measured value, Base base) {
        put(indicator, value, base, Optional.empty());
    }

    void put(String indicator, Measured value, Base base, Optional<Interval> interval) {
        put(indicator, value, base, interval, "");
    }

    /** @param note what to know about it, if there is a value */
    void put(String indicator, Measured value, Base base, Optional<Interval> interval, String note) {
        to.accept(new Figure(indicator, place, value.value(), value.lack().map(Sheet::note).orElse(note),
                base, interval,
                forms));
    }

    void put(String indicator, double value, Base base) {
        to.accept(new Figure(indicator, place, OptionalDouble.of(value), "", base, Optional.empty(), forms));
    }

    /** A share or mean; of a sample with its interval. */
    void put(String indicator, Ratio ratio) {
        put(indicator, ratio.value(), ratio.base(), sampling.flatMap(its -> its.interval(ratio)));
    }

    /** @param ratio asked for of a sample only */
    Optional<Interval> interval(Supplier<Ratio> ratio) {
        return sampling.flatMap(its -> its.interval(ratio.get()));
    }

    /** Empty in a census. */
    Optional<Sampling> sampling() {
        return sampling;
    }

    private static String note(Lack lack) {
        return lack.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
