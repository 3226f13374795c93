package org.ruhu.tools.link.clean;

import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How a date is written. {@code yyyy} and {@code yy} (30 to 99 are 19.., 00 to 29 are 20..), {@code MM} and {@code dd}
 * (two digits), {@code M} and {@code d} (one or two), {@code MMM} (the English name, three letters or in full),
 * {@code *} for whatever follows; everything else stands for itself. Java's own patterns cannot read {@code yyyyMMdd}
 * with a day of 00, which in many files is a day nobody knows.
 */
record DatePattern(String pattern) {

    private static final List<String> MONTHS = List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep",
            "oct", "nov", "dec");
    private static final List<String> IN_FULL = List.of("january", "february", "march", "april", "may", "june", "july",
            "august", "september", "october", "november", "december");

    static DatePattern of(String pattern) {
        if (pattern.indexOf('y') < 0) {
            throw new IllegalArgumentException("date pattern '" + pattern
                    + "' has no year; write yyyy-MM-dd, say");
        }
        for (int i = 0; i < pattern.length(); i += run(pattern, i)) {
            int run = run(pattern, i);
            boolean right = switch (pattern.charAt(i)) {
                case 'y' -> run == 4 || run == 2;
                case 'M' -> run <= 3;
                case 'd' -> run <= 2;
                default -> true;
            };
            if (!right || "DYmHhsaEuL".indexOf(pattern.charAt(i)) >= 0) {
                throw new IllegalArgumentException("date pattern '" + pattern + "' has '"
                        + pattern.substring(i, i + run) + "'; known are yyyy yy MMM MM M dd d and * for the rest");
            }
        }
        return new DatePattern(pattern);
    }

    /** An ISO date, month or year; missing if it is written in another way or there is no such day. */
    Optional<String> read(String text) {
        Reading reading = new Reading(text);
        for (int i = 0; i < pattern.length() && !reading.failed; i += run(pattern, i)) {
            int run = run(pattern, i);
            switch (pattern.charAt(i)) {
                case 'y' -> reading.year = run == 4 ? reading.number(4, 4) : century(reading.number(2, 2));
                case 'M' -> reading.month = run == 3 ? reading.monthName() : reading.number(run, 2);
                case 'd' -> reading.day = reading.number(run, 2);
                case '*' -> reading.at = text.length();
                default -> reading.expect(pattern.substring(i, i + run));
            }
        }
        return reading.failed || reading.at < text.length() ? Optional.empty() : reading.date();
    }

    private static int century(int year) {
        return year < 0 ? year : year < 30 ? 2000 + year : 1900 + year;
    }

    /** How often the letter is repeated. */
    private static int run(String pattern, int from) {
        int to = from + 1;
        while (to < pattern.length() && pattern.charAt(to) == pattern.charAt(from)) {
            to++;
        }
        return to - from;
    }

    private static final class Reading {
        private final String text;
        private int at;
        private boolean failed;
        private int year;
        private int month;
        private int day;

        Reading(String text) {
            this.text = text;
        }

        int number(int fewest, int most) {
            int number = 0;
            int from = at;
            while (at < text.length() && at - from < most && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
                number = 10 * number + text.charAt(at++) - '0';
            }
            failed |= at - from < fewest;
            return failed ? -1 : number;
        }

        int monthName() {
            int from = at;
            while (at < text.length() && Character.isLetter(text.charAt(at))) {
                at++;
            }
            String name = text.substring(from, at).toLowerCase(Locale.ROOT);
            int month = 1 + Math.max(MONTHS.indexOf(name), IN_FULL.indexOf(name));
            failed |= month == 0;
            return month;
        }

        void expect(String literal) {
            failed |= !text.startsWith(literal, at);
            at += literal.length();
        }

        Optional<String> date() {
            if (year < 1 || month > 12 || month == 0 && day > 0 || month > 0 && day > days()) {
                return Optional.empty();
            }
            StringBuilder known = new StringBuilder(10).append(10_000 + year).deleteCharAt(0);
            if (month > 0) {
                known.append(month < 10 ? "-0" : "-").append(month);
            }
            if (day > 0) {
                known.append(day < 10 ? "-0" : "-").append(day);
            }
            return Optional.of(known.toString());
        }

        private int days() {
            return YearMonth.of(year, month).lengthOfMonth();
        }
    }
}
