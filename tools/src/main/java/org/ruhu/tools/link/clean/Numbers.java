package org.ruhu.tools.link.clean;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/** Numbers with a decimal point. */
final class Numbers {

    /** Nobody writes more than this, and huge exponents would fill the memory. */
    private static final int LONGEST = 40;

    private static final Pattern GROUPED = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d*)?");
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)");

    private Numbers() {}

    /** Without grouping, leading zeros and zeros behind the point; missing if it is no number. */
    static String plain(String text) {
        if (text.length() > LONGEST) {
            return "";
        }
        String written = Words.withoutSpace(Letters.nfkc(text));
        String ungrouped = GROUPED.matcher(written).matches() ? written.replace(",", "") : written;
        if (ungrouped.length() > LONGEST || !PLAIN.matcher(ungrouped).matches()) {
            return "";
        }
        return new BigDecimal(ascii(ungrouped)).stripTrailingZeros().toPlainString();
    }

    private static String ascii(String number) {
        return number.endsWith(".") ? number.substring(0, number.length() - 1) : number;
    }
}
