package org.ruhu.tools.link.clean;

import java.util.regex.Pattern;

/** Telephone numbers, addresses of mail, postcodes. */
final class Contacts {

    private static final int LONGEST = 200;
    private static final int FEWEST_DIGITS = 5;
    private static final Pattern EXTENSION = Pattern.compile("(?i)(转|轉|分机|#|x|ext).*$", Pattern.DOTALL);
    private static final Pattern MAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s.]+");

    private Contacts() {}

    /**
     * The last digits, without country code 86, zeros in front and extension. Missing if there are fewer than five, or
     * only one digit again and again. What stands for a number that may not be seen stays as it is.
     */
    static Cleaner phone(int length) {
        return text -> {
            if (text.startsWith(Ids.PSEUDONYM)) {
                return text;
            }
            if (text.length() > LONGEST) {
                return "";
            }
            String narrow = Letters.trim(Letters.nfkc(text));
            String digits = withoutCountry(narrow.startsWith("+"),
                    Letters.digits(withoutExtension(narrow)));
            boolean nobody = digits.length() < FEWEST_DIGITS || digits.chars().distinct().count() == 1;
            return nobody ? "" : digits.substring(Math.max(0, digits.length() - length));
        };
    }

    private static String withoutExtension(String written) {
        boolean digits = written.chars().allMatch(c -> c >= '0' && c <= '9');
        return digits ? written : EXTENSION.matcher(written).replaceFirst("");
    }

    private static String withoutCountry(boolean plus, String digits) {
        boolean zeros = digits.startsWith("00");
        String bare = withoutZeros(digits);
        boolean mobile = bare.length() == 13 && bare.startsWith("861");
        return bare.startsWith("86") && (plus || zeros || mobile) ? withoutZeros(bare.substring(2)) : bare;
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }

    /** In small letters, what stands behind a plus dropped; missing if it is no address. */
    static String email(String text) {
        if (text.length() > 2 * LONGEST) {
            return "";
        }
        String written = Words.withoutSpace(Letters.lower(Letters.nfkc(text)));
        String address = written.startsWith("mailto:") ? written.substring(7) : written;
        if (!MAIL.matcher(address).matches()) {
            return "";
        }
        int at = address.indexOf('@');
        int plus = address.indexOf('+');
        return plus > 0 && plus < at ? address.substring(0, plus) + address.substring(at) : address;
    }

    static String postcode(String text) {
        return Letters.upper(Letters.lettersAndDigits(Letters.nfkc(text)));
    }
}
