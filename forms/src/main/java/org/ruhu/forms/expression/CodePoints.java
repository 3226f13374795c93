package org.ruhu.forms.expression;

import java.util.Comparator;

/** Texts by Unicode code point: a character beyond U+FFFF is one, and so is half of a surrogate pair on its own. */
public final class CodePoints {

    /** Order by code point; {@link String#compareTo} puts U+FFFD after characters beyond U+FFFF. */
    public static final Comparator<String> ORDER = CodePoints::compare;

    private static final int LONGEST_JOINED = 4000;

    private CodePoints() {}

    private static int compare(String left, String right) {
        int shorter = Math.min(left.length(), right.length());
        for (int i = 0; i < shorter; i++) {
            char a = left.charAt(i);
            char b = right.charAt(i);
            if (a != b) {
                return compareWhole(left, right, i);
            }
        }
        return Integer.compare(left.length(), right.length());
    }

    private static int compareWhole(String left, String right, int i) {
        boolean insidePair = i > 0 && Character.isHighSurrogate(left.charAt(i - 1));
        boolean split = insidePair
                && (Character.isLowSurrogate(left.charAt(i)) || Character.isLowSurrogate(right.charAt(i)));
        int from = split ? i - 1 : i;
        return Integer.compare(left.codePointAt(from), right.codePointAt(from));
    }

    /** The texts one behind the other; null when that is too long. */
    static String joined(Object[] texts) {
        StringBuilder joined = new StringBuilder();
        for (Object text : texts) {
            joined.append((String) text);
        }
        return joined.codePointCount(0, joined.length()) <= LONGEST_JOINED ? joined.toString() : null;
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Whether text begins with the characters of prefix; half a character is not its beginning. */
    static boolean starts(String text, String prefix) {
        boolean cut = text.length() > prefix.length() && !prefix.isEmpty()
                && Character.isHighSurrogate(prefix.charAt(prefix.length() - 1))
                && Character.isLowSurrogate(text.charAt(prefix.length()));
        return text.startsWith(prefix) && !cut;
    }

    /** Null when it does not lie inside the text. */
    static String substring(String text, long from, long length) {
        long characters = length(text);
        if (from < 1 || length < 0 || from - 1 > characters - length) {
            return null;
        }
        int start = text.offsetByCodePoints(0, (int) from - 1);
        return text.substring(start, text.offsetByCodePoints(start, (int) length));
    }
}
