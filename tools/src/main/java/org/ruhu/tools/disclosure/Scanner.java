package org.ruhu.tools.disclosure;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds numbers in a text that no public file may hold: id numbers of 18 and 15 digits and of disability cards, mobile
 * telephones, bank cards. Digits count in any script and in Chinese words, with blanks, dots, dashes and other signs
 * between them, and as spreadsheets write large numbers ({@code 1.38E10}). What is found is never repeated.
 */
public final class Scanner {

    /** What was found; never the number itself. */
    public enum Kind {
        ID_18, ID_15, PHONE, BANK_CARD;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private static final Pattern RUN =
            Pattern.compile("\\d(?:[\\s\\p{Z}\\p{Pd}.·_/]{0,3}\\d)*(?:[\\s\\p{Z}\\p{Pd}]{0,3}[xX])?");
    private static final Pattern LISTED = Pattern.compile("\\d(?:[\\s\\p{Z}\\p{P}\\p{S}]{0,3}\\d)*(?:\\s?[xX])?");
    private static final Pattern SCIENTIFIC = Pattern.compile("\\d\\.\\d+[eE]\\+?1\\d(?!\\d)");
    private static final Pattern PLAIN = Pattern.compile("\\p{ASCII}*");
    private static final String CHINESE = "〇一二三四五六七八九零壹贰叁肆伍陆柒捌玖";
    private static final String DAY = "(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])";
    private static final Pattern ID_18 = Pattern.compile("[1-9]\\d{5}(?:18|19|20)\\d{2}" + DAY + "\\d{3}[0-9X]");
    private static final Pattern ID_15 = Pattern.compile("[1-9]\\d{5}\\d{2}" + DAY + "\\d{3}");
    private static final Pattern PHONE = Pattern.compile("(?:0{0,2}86)?1[0-9]\\d{9}");
    private static final Pattern CARD = Pattern.compile("[1-9]\\d{15,18}");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final int LONGEST = 20;

    private Scanner() {}

    /** The kinds of numbers in a text. */
    public static Set<Kind> kinds(String text) {
        Set<Kind> kinds = new TreeSet<>();
        String plain = written(PLAIN.matcher(text).matches() ? text : ascii(text));
        find(plain, kinds);
        if (plain.chars().anyMatch(sign -> CHINESE.indexOf(sign) >= 0)) {
            find(words(plain), kinds);
        }
        return kinds;
    }

    private static void find(String plain, Set<Kind> kinds) {
        Matcher run = RUN.matcher(plain);
        while (run.find()) {
            kinds.addAll(ofRun(run.group(), false));
        }
        Matcher listed = LISTED.matcher(plain);
        while (listed.find()) {
            kinds.addAll(ofRun(listed.group(), true));
        }
    }

    /** Numbers with an exponent in full. */
    private static String written(String text) {
        return SCIENTIFIC.matcher(text).replaceAll(found -> new BigDecimal(found.group()).toPlainString());
    }

    /** Chinese words of digits as digits; ten and hundred are none, for nobody says a number with them. */
    private static String words(String text) {
        StringBuilder digits = new StringBuilder(text);
        for (int i = 0; i < digits.length(); i++) {
            int digit = CHINESE.indexOf(digits.charAt(i));
            if (digit >= 0) {
                digits.setCharAt(i, (char) ('0' + digit % 10));
            }
        }
        return digits.toString();
    }

    /**
     * A run as a whole, and each of its parts that stand apart: two numbers may stand beside each other.
     *
     * @param listed whether the signs between are such as also stand between the numbers of a list
     */
    private static Set<Kind> ofRun(String run, boolean listed) {
        Set<Kind> kinds = new TreeSet<>();
        String[] parts = run.toUpperCase(Locale.ROOT).split("[^0-9X]+");
        for (int from = 0; from < parts.length; from++) {
            StringBuilder digits = new StringBuilder();
            for (int to = from; to < parts.length && digits.length() <= LONGEST; to++) {
                digits.append(parts[to]);
                boolean grouped = grouped(parts, from, to);
                if (!inside(parts, from, to) && (grouped || !listed)) {
                    of(digits.toString(), grouped).ifPresent(kinds::add);
                }
            }
        }
        return kinds;
    }

    /** Whether it is a piece of a number whose digits stand one by one. */
    private static boolean inside(String[] parts, int from, int to) {
        return from > 0 && parts[from].length() == 1 && parts[from - 1].length() == 1
                || to + 1 < parts.length && parts[to].length() == 1 && parts[to + 1].length() == 1;
    }

    /** Whether somebody groups one number like that; dates side by side are groups too, but not such. */
    private static boolean grouped(String[] parts, int from, int to) {
        boolean large = true;
        boolean single = true;
        boolean pairs = true;
        for (int i = from; i <= to; i++) {
            large &= i == to || parts[i].length() >= 3;
            single &= parts[i].length() == 1;
            pairs &= i == from || i == to || parts[i].length() == 2;
        }
        return large || single || pairs && parts[from].length() <= 2;
    }

    private static Optional<Kind> of(String digits, boolean grouped) {
        Kind kind = null;
        if (ID_18.matcher(digits).matches() || longer(digits)) {
            kind = Kind.ID_18;
        } else if (ID_15.matcher(digits).matches()) {
            kind = Kind.ID_15;
        } else if (grouped && PHONE.matcher(digits).matches()) {
            kind = Kind.PHONE;
        } else if (grouped && CARD.matcher(digits).matches() && luhn(digits)) {
            kind = Kind.BANK_CARD;
        }
        return Optional.ofNullable(kind);
    }

    /** An id number with more digits around it, as on a card of disabled people; only if its check digit is right. */
    private static boolean longer(String digits) {
        for (int from = 0; from + 18 < digits.length() + 1 && digits.length() > 18; from++) {
            String part = digits.substring(from, from + 18);
            if (ID_18.matcher(part).matches() && checked(part)) {
                return true;
            }
        }
        return false;
    }

    private static boolean checked(String id) {
        int sum = 0;
        for (int i = 0; i < WEIGHTS.length; i++) {
            sum += WEIGHTS[i] * (id.charAt(i) - '0');
        }
        return "10X98765432".charAt(sum % 11) == id.charAt(17);
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

    /** Digits of every script, in circles and raised ones too, as 0 to 9; invisible signs and marks are taken out. */
    private static String ascii(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        Normalizer.normalize(text, Normalizer.Form.NFKD).codePoints().filter(Scanner::seen).forEach(point -> {
            if (Character.getType(point) == Character.DECIMAL_DIGIT_NUMBER) {
                plain.append((char) ('0' + Character.digit(point, 10)));
            } else {
                plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    private static boolean seen(int point) {
        return switch (Character.getType(point)) {
            case Character.FORMAT, Character.NON_SPACING_MARK, Character.ENCLOSING_MARK -> false;
            default -> true;
        };
    }
}
