package org.ruhu.forms.expression;

import java.time.LocalDate;

/** Resident identity numbers after GB 11643-1999: 6 digits county, 8 birth date, 3 sequence (odd male), 1 check. */
final class IdNumber {

    private static final int LENGTH = 18;
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumber() {}

    /** Shape, birth date and check character are right; a small x counts as X. */
    static boolean valid(String text) {
        return shaped(text) && birth(text) != null && check(text) == Character.toUpperCase(text.charAt(LENGTH - 1));
    }

    private static char check(String text) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (text.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /** 17 digits, the first not 0, and a digit or X. */
    private static boolean shaped(String text) {
        if (text.length() != LENGTH || text.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < LENGTH - 1; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return "0123456789Xx".indexOf(text.charAt(LENGTH - 1)) >= 0;
    }

    /** Null unless the text has the shape and the day is real; the check character is not looked at. */
    static LocalDate birth(String text) {
        return shaped(text) ? Dates.compact(text.substring(6, 14)) : null;
    }

    /** {@code 1} male, {@code 2} female; null unless the text has the shape. */
    static String sex(String text) {
        return !shaped(text) ? null : (text.charAt(16) - '0') % 2 == 1 ? "1" : "2";
    }

    /** County that issued it; null unless the text has the shape. */
    static String area(String text) {
        return shaped(text) ? text.substring(0, 6) : null;
    }
}
