package org.ruhu.tools.link.clean;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;

/** Cleaners that look at one character after the other. */
final class Letters {

    /** Letters that no decomposition takes apart. */
    private static final Map<Character, String> WHOLE = Map.ofEntries(
            Map.entry('ß', "ss"), Map.entry('æ', "ae"), Map.entry('Æ', "AE"), Map.entry('œ', "oe"),
            Map.entry('Œ', "OE"), Map.entry('ø', "o"), Map.entry('Ø', "O"), Map.entry('ł', "l"), Map.entry('Ł', "L"),
            Map.entry('đ', "d"), Map.entry('Đ', "D"), Map.entry('ð', "d"), Map.entry('Ð', "D"), Map.entry('þ', "th"),
            Map.entry('Þ', "TH"), Map.entry('ı', "i"));

    private Letters() {}

    static String trim(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && blank(text.charAt(from))) {
            from++;
        }
        while (from < to && blank(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    static String lower(String text) {
        return text.toLowerCase(Locale.ROOT);
    }

    static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    static String nfkc(String text) {
        return normal(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    }

    /** Nothing but ASCII and the usual Han characters, which no normal form changes. */
    private static boolean normal(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > 127 && (c < 0x4E00 || c > 0x9FFF)) {
                return false;
            }
        }
        return true;
    }

    /** Only what Latin, Greek and Cyrillic letters wear: the vowels of Tibetan are marks too. */
    static String withoutAccents(String text) {
        if (ascii(text)) {
            return text;
        }
        String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
        StringBuilder kept = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            char c = apart.charAt(i);
            if (WHOLE.containsKey(c)) {
                kept.append(WHOLE.get(c));
            } else if (!accent(c)) {
                kept.append(c);
            }
        }
        return Normalizer.normalize(kept, Normalizer.Form.NFC);
    }

    static String letters(String text) {
        return only(text, Letters::letter);
    }

    static String lettersAndDigits(String text) {
        return only(text, c -> letter(c) || Character.isDigit(c));
    }

    /** As 0 to 9, in whatever script they were written. */
    static String digits(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(Character::isDigit).forEach(c -> kept.append((char) ('0' + Character.digit(c, 10))));
        return kept.toString();
    }

    static Cleaner first(int length) {
        return text -> text.codePointCount(0, text.length()) <= length ? text
                : text.substring(0, text.offsetByCodePoints(0, length));
    }

    static Cleaner last(int length) {
        return text -> text.codePointCount(0, text.length()) <= length ? text
                : text.substring(text.offsetByCodePoints(text.length(), -length));
    }

    /** Characters from one place to another, both counted from 1; missing if the text ends before the first. */
    static Cleaner part(Map.Entry<Integer, Integer> span) {
        return text -> {
            int length = text.codePointCount(0, text.length());
            if (length < span.getKey()) {
                return "";
            }
            int from = text.offsetByCodePoints(0, span.getKey() - 1);
            int more = Math.min(span.getValue(), length) - span.getKey() + 1;
            return text.substring(from, text.offsetByCodePoints(from, more));
        };
    }

    /** Also the signs that vowels are written with in some scripts. */
    static boolean letter(int c) {
        if (c < 128) {
            return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
        }
        int type = Character.getType(c);
        return Character.isLetter(c) || type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    /** Spaces of all widths, also those without any that come with copied text. */
    static boolean blank(int c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == 0x200B || c == 0xFEFF;
    }

    static boolean ascii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    static String only(String text, IntPredicate kept) {
        StringBuilder result = new StringBuilder(text.length());
        int next;
        for (int i = 0; i < text.length(); i += Character.charCount(next)) {
            next = text.codePointAt(i);
            if (kept.test(next)) {
                result.appendCodePoint(next);
            }
        }
        return result.toString();
    }

    private static boolean accent(char c) {
        return c >= 0x300 && c <= 0x36F || c >= 0x1AB0 && c <= 0x1AFF || c >= 0x1DC0 && c <= 0x1DFF;
    }
}
