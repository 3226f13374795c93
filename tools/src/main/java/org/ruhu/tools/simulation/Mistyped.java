package org.ruhu.tools.simulation;

/** Id numbers as hasty or old-fashioned people write them. */
final class Mistyped {

    private Mistyped() {}

    /** One of the county, birth date or sequence is another one; 5499 stays, so that it is nobody's all the same. */
    static String digit(String number, Dice dice) {
        char[] digits = number.toCharArray();
        int place = dice.between(4, 16);
        digits[place] = (char) ('0' + (digits[place] - '0' + 1 + dice.below(9)) % 10);
        return new String(digits);
    }

    /** Two that stand side by side change places, in the birth date or just behind it. */
    static String neighbours(String number, Dice dice) {
        char[] digits = number.toCharArray();
        int place = dice.between(6, 12);
        while (digits[place] == digits[place + 1]) {
            place++;
        }
        char first = digits[place];
        digits[place] = digits[place + 1];
        digits[place + 1] = first;
        return new String(digits);
    }

    /** As before 1999: without the century and the check digit. */
    static String of15Digits(String number) {
        return number.substring(0, 6) + number.substring(8, 17);
    }

    /** Right, but in blocks, in full-width characters, or with a small x. */
    static String otherCharacters(String number, Dice dice) {
        return switch (dice.below(number.endsWith("X") ? 3 : 2)) {
            case 0 -> number.substring(0, 6) + " " + number.substring(6, 14) + " " + number.substring(14);
            case 1 -> fullWidth(number);
            default -> number.replace('X', 'x');
        };
    }

    private static String fullWidth(String number) {
        StringBuilder wide = new StringBuilder();
        number.chars().forEach(c -> wide.append((char) (c + 0xFEE0)));
        return wide.toString();
    }
}
