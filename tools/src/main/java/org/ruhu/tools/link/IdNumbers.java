package org.ruhu.tools.link;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Chinese id numbers (GB 11643) as they are found in files. */
public final class IdNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumbers() {}

    /** What {@link #written} gives, if it is a valid number. */
    public static Optional<String> normal(String written) {
        return written(written).filter(IdNumbers::valid);
    }

    /**
     * The 18-character form of what was written, valid or not: blanks dropped, a small x made large, the tail of a
     * disability card cut off, the 15-digit form of before 1999 completed. Empty if it is no number or has another
     * length.
     */
    public static Optional<String> written(String written) {
        if (whole(written)) {
            return Optional.of(written);
        }
        StringBuilder kept = new StringBuilder(20);
        for (int i = 0; i < written.length(); i++) {
            char c = ascii(written.charAt(i));
            if (c >= '0' && c <= '9' || c == 'X') {
                kept.append(c);
            } else if (c != ' ' && c != '-') {
                return Optional.empty();
            }
        }
        String number = kept.length() == 20 ? kept.substring(0, 18) : kept.toString();
        return Optional.of(number.length() == 15 ? completed(number) : number).filter(full -> full.length() == 18);
    }

    /** Nothing is to be done with what is written as it should be, as nearly all is. */
    private static boolean whole(String written) {
        return written.length() == 18 && digits(written, 17)
                && (written.charAt(17) == 'X' || written.charAt(17) >= '0' && written.charAt(17) <= '9');
    }

    private static boolean digits(String text, int many) {
        for (int i = 0; i < many; i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return true;
    }

    /** @param number as {@link #written} gives it; anything else is not valid */
    public static boolean valid(String number) {
        return number.length() == 18 && digits(number, 17) && number.charAt(0) != '0'
                && check(number) == number.charAt(17) && birth(number).isPresent();
    }

    /** The birth date that an 18-character number holds, whatever its check digit; empty if there is no such day. */
    public static Optional<LocalDate> birth(String number) {
        try {
            return Optional.of(LocalDate.of(Integer.parseInt(number.substring(6, 10)),
                    Integer.parseInt(number.substring(10, 12)), Integer.parseInt(number.substring(12, 14))));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** The check digit that belongs to the first seventeen, which are digits. */
    public static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    /** Full-width digits and letters are typed on Chinese keyboards. */
    private static char ascii(char c) {
        char narrow = c >= '\uFF01' && c <= '\uFF5E' ? (char) (c - 0xFEE0) : c == '\u3000' ? ' ' : c;
        return narrow == 'x' ? 'X' : narrow;
    }

    private static String completed(String old) {
        if (old.indexOf('X') >= 0) {
            return "";
        }
        String digits = old.substring(0, 6) + "19" + old.substring(6);
        return digits + check(digits);
    }
}
