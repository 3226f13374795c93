package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.StringJoiner;

/** How one value is written. */
public final class Cell {

    /** What spreadsheets take for the start of a formula, full-width forms included, and our own guard. */
    private static final String RISKY = "=+-@\t\r\n'＝＋－＠";

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
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
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
