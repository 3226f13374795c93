package org.ruhu.tools.dataset;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.StringJoiner;

/** How one value is written. */
public final class Cell {

    /** What spreadsheets take for the start of a formula, full-width forms included, and our own guard. */
    private static final String RISKY = "=+-@\t\r\n'＝＋－＠";

    private static final int MOST_ZEROS = 1_000;
    /** So many every double keeps. */
    private static final int SURE_DIGITS = 15;

    private Cell() {}

    /** Numbers plain, truth as 1 and 0, many codes with a space between; anything unexpected as its JSON. */
    static String of(JsonNode value) {
        return value.isTextual() || value.isContainerNode() ? guarded(plain(value)) : plain(value);
    }

    /** The same for programs that run no text: without a guard. */
    public static String plain(JsonNode value) {
        if (value.isTextual()) {
            return value.textValue();
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "1" : "0";
        }
        if (value.isIntegralNumber()) {
            return value.asText();
        }
        if (value.isNumber()) {
            return plain(value.decimalValue());
        }
        if (value.isArray()) {
            return joined(value);
        }
        return value.isNull() || value.isMissingNode() ? "" : value.toString();
    }

    /** Equal numbers look alike, whichever parser they came through. */
    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : endless(number) ? number.stripTrailingZeros().toString()
                : number.stripTrailingZeros().toPlainString();
    }

    /** Whether a number is so great or so small that its zeros would fill pages, if not the memory. */
    static boolean endless(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_ZEROS;
    }

    /** Whether a double keeps a number but for some of its digits. */
    public static boolean rounded(JsonNode number) {
        if (number.isInt()) {
            return false;
        }
        BigDecimal exact = number.decimalValue().stripTrailingZeros();
        double kept = number.doubleValue();
        return exact.precision() > SURE_DIGITS && Double.isFinite(kept)
                && new BigDecimal(Double.toString(kept)).compareTo(exact) != 0;
    }

    /** One value of JSON, null where there is nothing. */
    static void write(JsonNode value, JsonGenerator json) throws IOException {
        if (value.isMissingNode() || value.isNull()) {
            json.writeNull();
        } else if (value.isBigDecimal() && endless(value.decimalValue())) {
            json.writeNumber(value.decimalValue().toString());
        } else {
            json.writeTree(value);
        }
    }

    /** An apostrophe in front keeps a spreadsheet from running the text; taking one away gives the text back. */
    public static String guarded(String text) {
        return !text.isEmpty() && RISKY.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }

    private static String joined(JsonNode array) {
        StringJoiner joined = new StringJoiner(" ");
        array.forEach(item -> joined.add(item.isValueNode() ? item.asText() : item.toString()));
        return joined.toString();
    }
}
