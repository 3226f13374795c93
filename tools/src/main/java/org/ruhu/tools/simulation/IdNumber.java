package org.ruhu.tools.simulation;

import java.time.LocalDate;

/** Chinese id numbers (GB 11643) of the made-up counties 549901 to 549999. */
final class IdNumber {

    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    private IdNumber() {}

    /** @param sequence 1 ... 999, odd for males */
    static String of(int madeUpCounty, LocalDate birth, int sequence) {
        int date = birth.getYear() * 10000 + birth.getMonthValue() * 100 + birth.getDayOfMonth();
        String digits = "5499" + padded(madeUpCounty, 2) + date + padded(sequence, 3);
        return digits + check(digits);
    }

    static char check(String digits) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += (digits.charAt(i) - '0') * WEIGHTS[i];
        }
        return CHECKS.charAt(sum % 11);
    }

    private static String padded(int number, int width) {
        return "0".repeat(width - Integer.toString(number).length()) + number;
    }
}
