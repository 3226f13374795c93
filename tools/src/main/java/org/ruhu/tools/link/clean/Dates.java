package org.ruhu.tools.link.clean;

import java.util.List;
import java.util.Optional;

/** Dates as ISO texts that hold what is known: {@code 1990-02-03}, {@code 1990-02}, {@code 1990}. */
final class Dates {

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private static final Cleaner BIRTH = of(List.of("yyyy-M-d*", "yyyyMMdd*", "yyyy年M月d日*", "yyyy/M/d*", "yyyy.M.d*",
            "yyyy-M", "yyyyMM", "yyyy年M月", "yyyy/M", "yyyy.M", "yyyy", "yyyy年"));

    private Dates() {}

    /** @param patterns the first that fits says what is meant */
    static Cleaner of(List<String> patterns) {
        List<DatePattern> known = patterns.stream().map(DatePattern::of).toList();
        return text -> {
            String written = Letters.trim(Letters.nfkc(text));
            for (DatePattern pattern : known) {
                Optional<String> date = pattern.read(written);
                if (date.isPresent()) {
                    return date.get();
                }
            }
            return "";
        };
    }

    static String year(String text) {
        String date = iso(text);
        return date.length() >= YEAR ? date.substring(0, YEAR) : "";
    }

    static String monthDay(String text) {
        String date = iso(text);
        return date.length() >= DAY ? date.substring(YEAR + 1, DAY) : "";
    }

    static String day(String text) {
        String date = iso(text);
        return date.length() >= DAY ? date.substring(MONTH + 1, DAY) : "";
    }

    /** As birth dates are written in China, a time behind it dropped. */
    static String birth(String text) {
        return BIRTH.clean(text);
    }

    /** Month and day, missing for 1 January: that is what is written down when nobody knows. */
    static String sureDay(String text) {
        String day = monthDay(birth(text));
        return day.equals("01-01") ? "" : day;
    }

    /** Also from eight digits, so that a year can be taken of a date that was not cleaned; empty if it is neither. */
    private static String iso(String text) {
        if (digits(text, 8) && text.length() == 8) {
            return text.substring(0, 4) + "-" + text.substring(4, 6) + "-" + text.substring(6);
        }
        boolean dashes = (text.length() <= YEAR || text.charAt(YEAR) == '-')
                && (text.length() <= MONTH || text.charAt(MONTH) == '-');
        return digits(text, YEAR) && dashes && text.length() <= DAY ? text : "";
    }

    private static boolean digits(String text, int many) {
        for (int i = 0; i < many; i++) {
            if (i >= text.length() || text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }
}
