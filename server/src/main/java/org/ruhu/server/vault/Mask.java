package org.ruhu.server.vault;

import org.ruhu.forms.Identifier;

/**
 * What is shown instead of an identifier: enough to tell two apart on a list, never the day of birth. Anything of an
 * unexpected length is hidden whole.
 */
public final class Mask {

    private static final int MOST_STARS = 10;
    /** Behind the id number two digits say the kind of disability and its degree: those are hidden too. */
    private static final int ON_DISABILITY_CARD = 20;

    private Mask() {}

    public static String shown(Identifier identifier, String value) {
        int length = value.codePointCount(0, value.length());
        return switch (identifier) {
            case ID_NUMBER -> length == 18 || length == 15 ? parts(value, 6, 2)
                    : length == ON_DISABILITY_CARD
                    ? parts(value.substring(0, value.offsetByCodePoints(0, 18)), 6, 2) + stars(2) : stars(length);
            case PHONE -> length >= 10 && length <= 16 ? parts(value, 3, 2) : stars(length);
            case NAME -> length == 0 ? "" : parts(value, 1, 0);
        };
    }

    /**
     * Hides, in a text nobody knows the meaning of, every long row of digits, as an id number or telephone number is;
     * with blanks and dashes in it, too.
     */
    public static String digits(String text) {
        return LongNumbers.hidden(text, MOST_STARS);
    }

    private static String parts(String value, int first, int last) {
        int length = value.codePointCount(0, value.length());
        return value.substring(0, value.offsetByCodePoints(0, first)) + stars(length - first - last)
                + value.substring(value.offsetByCodePoints(0, length - last));
    }

    private static String stars(int count) {
        return "*".repeat(Math.min(count, MOST_STARS));
    }
}
