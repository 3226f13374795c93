package org.ruhu.forms.expression;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.util.OptionalInt;

/** Days and points in time, read strictly: years 0001 to 9999, proleptic Gregorian, nothing rolled over. */
public final class Dates {

    private static final int DAY = 10;
    private static final int SECOND = 19;

    private Dates() {}

    /** {@code 2020-12-31}; null for anything else. */
    static LocalDate dashed(String text) {
        boolean shaped = text.length() == DAY && text.charAt(4) == '-' && text.charAt(7) == '-';
        return shaped ? day(digits(text, 0, 4), digits(text, 5, 7), digits(text, 8, DAY)) : null;
    }

    /** Whether a text names a real day as {@code 2020-12-31}. */
    public static boolean isDay(String text) {
        return dashed(text) != null;
    }

    /** {@code 20201231}; null for anything else. */
    static LocalDate compact(String text) {
        return text.length() == 8 ? day(digits(text, 0, 4), digits(text, 4, 6), digits(text, 6, 8)) : null;
    }

    private static LocalDate day(int year, int month, int day) {
        if (year < 1 || month < 1 || month > 12 || day < 1) {
            return null;
        }
        boolean shortFebruary = month == 2 && day == 29 && !Year.isLeap(year);
        int longest = month == 2 ? 29 : month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
        return shortFebruary || day > longest ? null : LocalDate.of(year, month, day);
    }

    /** {@code 2020-12-31T23:59:59.999+08:00} or with {@code Z}; the fraction may be absent; null for anything else. */
    static Instant instant(String text) {
        if (text.length() <= SECOND || text.charAt(DAY) != 'T' || text.charAt(13) != ':' || text.charAt(16) != ':') {
            return null;
        }
        LocalDate day = dashed(text.substring(0, DAY));
        int seconds = clock(digits(text, 11, 13), digits(text, 14, 16), digits(text, 17, SECOND));
        int zone = SECOND;
        if (text.charAt(SECOND) == '.') {
            zone = endOfDigits(text, SECOND + 1);
        }
        int millis = zone == SECOND ? 0 : millis(text.substring(SECOND + 1, zone));
        int offset = offset(text.substring(zone));
        if (day == null || seconds < 0 || millis < 0 || offset == Integer.MIN_VALUE) {
            return null;
        }
        return Instant.ofEpochMilli((day.toEpochDay() * 86_400 + seconds - offset) * 1000 + millis);
    }

    private static int clock(int hour, int minute, int second) {
        boolean real = hour >= 0 && hour < 24 && minute >= 0 && minute < 60 && second >= 0 && second < 60;
        return real ? (hour * 60 + minute) * 60 + second : -1;
    }

    private static int endOfDigits(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
            end++;
        }
        return end;
    }

    private static int millis(String digits) {
        return digits.isEmpty() || digits.length() > 3 ? -1 : Integer.parseInt((digits + "00").substring(0, 3));
    }

    /** Seconds east of Greenwich, 18 hours at most either way. */
    private static int offset(String text) {
        if (text.equals("Z")) {
            return 0;
        }
        boolean shaped = text.length() == 6 && text.charAt(3) == ':'
                && (text.charAt(0) == '+' || text.charAt(0) == '-');
        int hours = shaped ? digits(text, 1, 3) : -1;
        int minutes = shaped ? digits(text, 4, 6) : -1;
        if (hours < 0 || minutes < 0 || minutes > 59 || hours * 60 + minutes > 18 * 60) {
            return Integer.MIN_VALUE;
        }
        return (text.charAt(0) == '-' ? -1 : 1) * (hours * 60 + minutes) * 60;
    }

    /** ASCII digits as a number; -1 when there is anything else. */
    private static int digits(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = value * 10 + digit;
        }
        return value;
    }

    /** Full years; who is born on 29 February has a birthday on 1 March in common years. Null before birth. */
    static Integer age(LocalDate birth, LocalDate at) {
        if (at.isBefore(birth)) {
            return null;
        }
        boolean birthdayToCome = at.getMonthValue() * 100 + at.getDayOfMonth()
                < birth.getMonthValue() * 100 + birth.getDayOfMonth();
        return at.getYear() - birth.getYear() - (birthdayToCome ? 1 : 0);
    }

    /** Null when it is no whole number of days, or leads out of the years 0001 to 9999. */
    static LocalDate plus(LocalDate date, OptionalInt days) {
        if (days.isEmpty()) {
            return null;
        }
        LocalDate there = date.plusDays(days.getAsInt());
        return there.getYear() >= 1 && there.getYear() <= 9999 ? there : null;
    }

    /** Whole minutes from one point to another, rounded towards the past. */
    static long minutes(Instant from, Instant to) {
        return Math.floorDiv(to.toEpochMilli() - from.toEpochMilli(), 60_000L);
    }

    /** A day in either spelling. */
    static LocalDate either(String text) {
        LocalDate dashed = dashed(text);
        return dashed == null ? compact(text) : dashed;
    }
}
