package org.ruhu.tools.disclosure;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers in a text that no public file may hold. Digits count in any script and with blanks, dots or dashes
 * between them; a run inside a longer run of digits or letters counts only if the whole of it looks like one.
 */
public final class Scanner {

    /** What was found; never the number itself. */
    public enum Kind {
        ID_18, ID_15, PHONE, BANK_CARD;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern RUN = Pattern.compile("\\d(?:[\\s\\p{Z}\\p{Pd}.·_/]{0,3}\\d)*(?:[\\s\\p{Z}\\p{Pd}]{0,3}[xX])?");
    private static final Pattern ID_18 = Pattern.compile("[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])"
            + "(?:0[1-9]|[12]\\d|3[01])\\d{3}[0-9X]");
    private static final Pattern ID_15 = Pattern.compile("[1-9]\\d{5}\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}");
    private static final Pattern PHONE = Pattern.compile("(?:0{0,2}86)?1[0-9]\\d{9}");

    private Scanner() {}

    /** The kinds of numbers in a text. */
    public static Set<Kind> kinds(String text) {
        Set<Kind> kinds = new TreeSet<>();
        Matcher run = RUN.matcher(ascii(text));
        while (run.find()) {
            kinds.addAll(ofRun(run.group()));
        }
        return kinds;
    }

    /** A run as a whole, and each of its parts that stand apart: two numbers may stand beside each other. */
    private static Set<Kind> ofRun(String run) {
        Set<Kind> kinds = new TreeSet<>();
        String[] parts = run.split("[^0-9xX]+");
        for (int from = 0; from < parts.length; from++) {
            StringBuilder digits = new StringBuilder();
            for (int to = from; to < parts.length && digits.length() <= 20; to++) {
                digits.append(parts[to]);
                of(digits.toString().toUpperCase(Locale.ROOT)).ifPresent(kinds::add);
            }
        }
        return kinds;
    }

    private static Optional<Kind> of(String digits) {
        Kind kind = null;
        if (ID_18.matcher(digits).matches() || disability(digits)) {
            kind = Kind.ID_18;
        } else if (ID_15.matcher(digits).matches()) {
            kind = Kind.ID_15;
        } else if (PHONE.matcher(digits).matches()) {
            kind = Kind.PHONE;
        } else if (digits.matches("\\d{16,19}") && luhn(digits)) {
            kind = Kind.BANK_CARD;
        }
        return Optional.ofNullable(kind);
    }

    /** A card of disabled people is an id number and two digits. */
    private static boolean disability(String digits) {
        return digits.length() == 20 && ID_18.matcher(digits.substring(0, 18)).matches();
    }

    private static boolean luhn(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int doubled = i % 2 == 0 ? digit : 2 * digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }

    /** Digits of every script, full-width and Tibetan ones too, as 0 to 9; invisible signs are taken out. */
    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().filter(point -> Character.getType(point) != Character.FORMAT).forEach(point -> {
            if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                plain.append((char) ('0' + Character.digit(point, 10)));
            } else {
                plain.appendCodePoint(point == 'Ｘ' || point == 'ｘ' ? 'X' : point);
            }
        });
        return plain.toString();
    }
}
