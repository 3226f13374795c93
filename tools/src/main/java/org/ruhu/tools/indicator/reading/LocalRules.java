package org.ruhu.tools.indicator.reading;

import java.util.Set;

/**
 * The rules that hold in an area for a year; a number nobody has laid down is {@code NaN}.
 *
 * @param line      poverty line, yuan per person and year
 * @param uncounted income items, such as {@code inc_relief}, that are no part of register net income there
 */
record LocalRules(double line, Water water, Set<String> uncounted) {

    LocalRules {
        uncounted = Set.copyOf(uncounted);
    }

    /** What water must be like: litres per person and day, minutes there and back, metres, metres, days of the year. */
    record Water(double litresMin, double minutesMax, double levelMax, double heightMax, double shortDaysMax) {}
}
