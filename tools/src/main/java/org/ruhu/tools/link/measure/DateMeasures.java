package org.ruhu.tools.link.measure;

import java.time.DateTimeException;
import java.time.LocalDate;
import org.ruhu.tools.link.likeness.Days;

/** Measures of ISO dates. What is no whole date has no day. */
final class DateMeasures {

    /** Years of which nothing but the number is known lie beyond all days, so that one number says both. */
    private static final double YEARS_ONLY = 1e12;

    private DateMeasures() {}

    static final Measure DAYS = NumberLikeness.of(DateMeasures::day, (a, b) -> Math.abs(a - b));

    static final Measure MONTHS = NumberLikeness.of(DateMeasures::day, (a, b) -> Math.abs(a - b) / Days.PER_MONTH);

    static final Measure YEARS = NumberLikeness.of(DateMeasures::dayOrYear, DateMeasures::years);

    /** 1990-02-01 and 1990-01-02: one of them was read by somebody who writes the month first. */
    static final Measure EXCHANGED = TextLikeness.counted((a, aFrom, aTo, b, bFrom, bTo) ->
            aTo - aFrom == 10 && bTo - bFrom == 10 && sameYear(a, aFrom, b, bFrom)
                    && a[aFrom + 5] == b[bFrom + 8] && a[aFrom + 6] == b[bFrom + 9]
                    && a[aFrom + 8] == b[bFrom + 5] && a[aFrom + 9] == b[bFrom + 6]
                    && (a[aFrom + 5] != a[aFrom + 8] || a[aFrom + 6] != a[aFrom + 9]) ? 1 : 0);

    private static boolean sameYear(char[] a, int aFrom, char[] b, int bFrom) {
        for (int i = 0; i < 5; i++) {
            if (a[aFrom + i] != b[bFrom + i]) {
                return false;
            }
        }
        return a[aFrom + 4] == '-' && a[aFrom + 7] == '-' && b[bFrom + 7] == '-';
    }

    private static double day(String text) {
        try {
            return LocalDate.parse(text).toEpochDay();
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }

    private static double dayOrYear(String text) {
        double year = text.length() <= 4 ? NumberLikeness.number(text) : Double.NaN;
        return Double.isNaN(year) ? day(text) : YEARS_ONLY + year;
    }

    /** Of a date and a mere year only the years are compared. */
    private static double years(double a, double b) {
        boolean aOnly = a > YEARS_ONLY / 2;
        boolean bOnly = b > YEARS_ONLY / 2;
        if (aOnly == bOnly) {
            return Math.abs(a - b) / (aOnly ? 1 : Days.PER_YEAR);
        }
        return Math.abs(year(a, aOnly) - year(b, bOnly));
    }

    private static double year(double value, boolean only) {
        return Double.isNaN(value) ? value : only ? value - YEARS_ONLY : LocalDate.ofEpochDay((long) value).getYear();
    }
}
