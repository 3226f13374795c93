package org.ruhu.tools.link.clean;

import java.time.LocalDate;
import org.ruhu.tools.link.IdNumbers;

/** Cleaners of Chinese id numbers. */
final class Ids {

    /** What stands for a number where it may not be seen; equal for equal numbers, telling nothing else. */
    static final String PSEUDONYM = "#";

    private Ids() {}

    /** 18 characters, right or wrong, so that slips can be compared. */
    static String number(String text) {
        return text.startsWith(PSEUDONYM) ? text : IdNumbers.written(text).orElse("");
    }

    static String valid(String text) {
        return IdNumbers.normal(text).orElse("");
    }

    static String birth(String text) {
        return IdNumbers.written(text).flatMap(IdNumbers::birth).map(LocalDate::toString).orElse("");
    }

    /** 1 or 2, as in the forms. */
    static String sex(String text) {
        return IdNumbers.written(text).map(number -> number.charAt(16)).filter(digit -> digit != 'X')
                .map(digit -> digit % 2 == 1 ? "1" : "2").orElse("");
    }

    /** The county that gave the number. */
    static String area(String text) {
        return IdNumbers.written(text).map(number -> number.substring(0, 6)).orElse("");
    }

    static String last6(String text) {
        return IdNumbers.written(text).map(number -> number.substring(12)).orElse("");
    }
}
