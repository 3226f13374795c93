package org.ruhu.tools.indicator.reading;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.forms.parameter.Resolved;

/**
 * Poverty lines, standards of water and the items that count as income, by area and year, as the tables of parameters
 * have them: what holds on the last day of the year for the longest prefix of the area.
 */
public final class RuleBook {

    private record Place(String area, int year) {}

    private final Parameters parameters;
    private final Map<Place, LocalRules> known = new ConcurrentHashMap<>();

    public RuleBook(Parameters parameters) {
        this.parameters = parameters;
    }

    LocalRules at(String area, int year) {
        return known.computeIfAbsent(new Place(area, year), this::rules);
    }

    /** The poverty line with its source; what it is for the longest prefix of the area that has one. */
    public Optional<Resolved> line(String area, int year) {
        return parameters.resolve("poverty_line", area, lastDay(year));
    }

    /** A number laid down for the area and year, {@code NaN} without one. */
    public double number(String name, String area, int year) {
        return parameters.resolve(name, area, lastDay(year)).map(found -> found.value().doubleValue())
                .orElse(Double.NaN);
    }

    private LocalRules rules(Place place) {
        LocalRules.Water water = new LocalRules.Water(number("water_litres_min", place),
                number("water_minutes_max", place), number("water_level_m_max", place),
                number("water_height_m_max", place),
                number("water_short_days_max", place));
        return new LocalRules(number("poverty_line", place), water, Income.ITEMS.stream()
                .filter(item -> !counted(item, place)).collect(Collectors.toSet()));
    }

    private double number(String name, Place place) {
        return number(name, place.area(), place.year());
    }

    /** An item counts unless the table says that it does not. */
    private boolean counted(String item, Place place) {
        return parameters.resolve("count_" + item, place.area(), lastDay(place.year())).map(Resolved::value)
                .map(JsonNode::booleanValue).orElse(true);
    }

    private static LocalDate lastDay(int year) {
        return LocalDate.of(year, 12, 31);
    }
}
