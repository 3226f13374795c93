package org.ruhu.tools.form;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Numbers of identity cards of people who do not exist: county 5499xx, valid or wrong in one of the usual ways. */
final class MadeUpIds {

    private MadeUpIds() {}

    static String number(Dice dice, LocalDate about) {
        LocalDate birth = about.minusDays(dice.between(0, 36500));
        String first = "5499" + "%02d".formatted(dice.between(1, 99)) + birth.format(DateTimeFormatter.BASIC_ISO_DATE)
                + "%03d".formatted(dice.between(0, 999));
        String valid = first + check(first);
        return switch (dice.between(0, 9)) {
            case 0 -> first + (valid.endsWith("1") ? "2" : "1");
            case 1 -> valid.substring(0, dice.between(1, 17));
            case 2 -> "5499019902301230011".substring(0, 18);
            case 3 -> "999999" + valid.substring(6);
            case 4 -> valid + "%02d".formatted(dice.between(11, 74));
            default -> valid;
        };
    }

    private static char check(String first) {
        int sum = 0;
        for (int i = 0; i < first.length(); i++) {
            sum += (1 << 17 - i) % 11 * (first.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11);
    }
}
