package org.ruhu.tools.indicator.figure;

import java.util.Comparator;

/**
 * What a figure is about.
 *
 * @param area  code of the first 2, 4, 6, 9 or 12 digits; empty for everything that was read
 * @param by    what households are grouped by, such as {@code hh_attr}; empty for all of them
 * @param group code of the group
 */
public record Place(String area, int year, String by, String group) implements Comparable<Place> {

    private static final Comparator<Place> ORDER = Comparator.<Place>comparingInt(place -> place.area().length())
            .thenComparing(Place::area).thenComparingInt(Place::year).thenComparing(Place::by)
            .thenComparing(Place::group);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    public Level level() {
        return Level.of(area);
    }
}
