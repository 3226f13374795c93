package org.ruhu.tools.link.likeness;

import java.time.LocalDate;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;

/**
 * How far apart two days are; days are counted from 1970-01-01. There are three ways to count months and years:
 * <ul>
 * <li>time gone by, in months of 365.25/12 days and years of 365.25: Splink 4's time and date differences;
 * <li>turns of the calendar: from 31 January to 1 February is one month, from 31 December to 1 January one year:
 *     DuckDB's {@code date_diff}, which Splink 3 used;
 * <li>whole ones that have passed: from 31 January to 29 February is none, to 2 March one.
 * </ul>
 */
public final class Days {

    public static final double PER_YEAR = 365.25;
    public static final double PER_MONTH = PER_YEAR / 12;

    private Days() {}

    public static long between(long a, long b) {
        return Math.abs(a - b);
    }

    public static double months(long a, long b) {
        return between(a, b) / PER_MONTH;
    }

    public static double years(long a, long b) {
        return between(a, b) / PER_YEAR;
    }

    public static long monthTurns(long a, long b) {
        return Math.abs(LocalDate.ofEpochDay(a).getLong(ChronoField.PROLEPTIC_MONTH)
                - LocalDate.ofEpochDay(b).getLong(ChronoField.PROLEPTIC_MONTH));
    }

    public static long yearTurns(long a, long b) {
        return Math.abs(LocalDate.ofEpochDay(a).getYear() - LocalDate.ofEpochDay(b).getYear());
    }

    public static long wholeMonths(long a, long b) {
        return Math.abs(ChronoUnit.MONTHS.between(LocalDate.ofEpochDay(a), LocalDate.ofEpochDay(b)));
    }

    public static long wholeYears(long a, long b) {
        return Math.abs(ChronoUnit.YEARS.between(LocalDate.ofEpochDay(a), LocalDate.ofEpochDay(b)));
    }
}
