package org.ruhu.forms.parameter;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One value, where and when it holds, and who says so.
 *
 * @param area     prefix of the areas it holds for: empty for the whole country, or 2, 4, 6, 9 or 12 digits
 * @param from     first day it holds
 * @param to       last day it holds; without one it holds until another is given
 * @param source   document or decision it was taken from
 * @param verified whether someone compared it with that source
 * @param version  counts the values of one area from 1; the later one holds where two do
 */
public record ParameterValue(String area, LocalDate from, Optional<LocalDate> to, JsonNode value, String source,
        boolean verified, int version) {

    private static final Pattern AREA = Pattern.compile("|[1-9]\\d|[1-9]\\d{3}|[1-9]\\d{5}|[1-9]\\d{8}|[1-9]\\d{11}");

    public ParameterValue {
        if (!isArea(area)) {
            throw new IllegalArgumentException("an area is empty or the first 2, 4, 6, 9 or 12 digits of a village");
        }
        if (to.isPresent() && to.get().isBefore(from)) {
            throw new IllegalArgumentException("ends on " + to.get() + " before it begins on " + from);
        }
        if (source.isBlank()) {
            throw new IllegalArgumentException("says from where the value comes");
        }
        if (version < 1) {
            throw new IllegalArgumentException("versions start at 1: " + version);
        }
    }

    /** Whether this names the country, a division or a village. */
    public static boolean isArea(String area) {
        return AREA.matcher(area).matches();
    }

    /** Whether it holds there and then. */
    public boolean holds(String where, LocalDate day) {
        return where.startsWith(area) && !day.isBefore(from) && to.filter(day::isAfter).isEmpty();
    }

    /** Whether there is a day and a place for which both hold with equal right. */
    boolean rivals(ParameterValue other) {
        return area.equals(other.area) && version == other.version
                && to.filter(other.from::isAfter).isEmpty() && other.to.filter(from::isAfter).isEmpty();
    }
}
