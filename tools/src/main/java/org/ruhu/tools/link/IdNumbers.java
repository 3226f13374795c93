package org.ruhu.tools.link;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;

/** Chinese id numbers (GB 11643) as they are found in files. */
public final class IdNumbers {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumbers() {}

    /**
     * The 18-digit form of what was written: blanks dropped, a small x made large, the tail of a disability card cut
     * off, the 15-digit form of before 1999 completed. Empty if that is no valid number.
     */
    public static Optional<String> normal(String written) {
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
        return Optional.of(number.length() == 15 ? completed(number) : number).filter(IdNumbers::valid);
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

    private static boolean valid(String number) {
        return number.length() == 18 && number.lastIndexOf('X', 16) < 0
                && number.charAt(0) != '0' && check(number) == number.charAt(17) && realDate(number);
    }

    private static char check(String number) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (number.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static boolean realDate(String number) {
        try {
            LocalDate.of(Integer.parseInt(number.substring(6, 10)), Integer.parseInt(number.substring(10, 12)),
                    Integer.parseInt(number.substring(12, 14)));
            return true;
        } catch (DateTimeException e) {
            return false;
        }
    }
}
