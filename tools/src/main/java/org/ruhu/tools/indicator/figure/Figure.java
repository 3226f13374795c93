package org.ruhu.tools.indicator.figure;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A number that can be published.
 *
 * @param indicator its code in the {@link Catalogue}
 * @param value     empty when there is none
 * @param note      why there is no value, or what to know about it; empty for most
 * @param interval  of a sample
 * @param forms     the versions of forms it was asked with, as {@code name version digest}
 */
public record Figure(String indicator, Place place, OptionalDouble value, String note, Base base,
        Optional<Interval> interval, List<String> forms) {

    public Figure {
        forms = List.copyOf(forms);
    }

    /** Why there is no value though there is one: it would tell of too few households, by itself or with others. */
    public static final String SUPPRESSED = "suppressed";

    private static final String SMALL = "small";
    private static final Base NOTHING = new Base(0, 0, 0, 0);

    /** What may be published: without the value where fewer households stand behind it. */
    public Figure published(int threshold) {
        return small(threshold) ? withheld() : this;
    }

    /** Without the value, and without a base that would tell how many there are. */
    public Figure withheld() {
        return new Figure(indicator, place, OptionalDouble.empty(), SUPPRESSED, NOTHING, Optional.empty(), forms);
    }

    /** With a note where few households stand behind it. */
    public Figure marked(int threshold) {
        return small(threshold) && note.isEmpty() ? new Figure(indicator, place, value, SMALL, base, interval, forms)
                : this;
    }

    public Figure on(Base other) {
        return new Figure(indicator, place, value, note, other, interval, forms);
    }

    private boolean small(int threshold) {
        return base.households() > 0 && base.households() < threshold;
    }
}
