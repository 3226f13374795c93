package org.ruhu.forms.parameter;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A quantity whose value depends on area and day.
 *
 * @param title  by language
 * @param values in the order they were given; what comes later holds where two hold with equal right
 */
public record Parameter(String name, ParameterType type, Optional<String> unit, Map<String, String> title,
        List<ParameterValue> values) {

    public Parameter {
        title = Map.copyOf(title);
        values = List.copyOf(values);
    }

    /** The value that holds: the longest area that fits, of those the latest given. */
    Optional<ParameterValue> value(String area, LocalDate day) {
        return IntStream.range(0, values.size()).boxed().filter(i -> values.get(i).holds(area, day))
                .max(Comparator.<Integer>comparingInt(i -> values.get(i).area().length())
                        .thenComparing(Comparator.naturalOrder()))
                .map(values::get);
    }

    /** With further values, which come later than its own. */
    Parameter followedBy(List<ParameterValue> later) {
        List<ParameterValue> all = new ArrayList<>(values);
        all.addAll(later);
        return new Parameter(name, type, unit, title, all);
    }
}
