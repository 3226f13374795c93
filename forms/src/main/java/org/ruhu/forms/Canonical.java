package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** One way to write a JSON value, so that equal values have equal digests whatever parser or database they met. */
public final class Canonical {

    private Canonical() {}

    /** SHA-256 of the canonical text, 64 hex digits. */
    public static String digest(JsonNode json) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(text(json).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Keys sorted by code point, numbers plain and without trailing zeros, no blanks, no needless escapes. */
    public static String text(JsonNode json) {
        StringBuilder out = new StringBuilder();
        write(json, out);
        return out.toString();
    }

    private static void write(JsonNode json, StringBuilder out) {
        if (json.isObject()) {
            writeObject(json, out);
        } else if (json.isArray()) {
            char separator = '[';
            for (JsonNode item : json) {
                out.append(separator);
                write(item, out);
                separator = ',';
            }
            out.append(json.isEmpty() ? "[]" : "]");
        } else if (json.isNumber()) {
            out.append(number(json.decimalValue()));
        } else if (json.isTextual()) {
            writeText(json.textValue(), out);
        } else {
            out.append(json.isBoolean() ? json.asText() : "null");
        }
    }

    private static void writeObject(JsonNode json, StringBuilder out) {
        List<String> names = new ArrayList<>();
        json.fieldNames().forEachRemaining(names::add);
        names.sort(String::compareTo);
        char separator = '{';
        for (String name : names) {
            out.append(separator);
            writeText(name, out);
            out.append(':');
            write(json.get(name), out);
            separator = ',';
        }
        out.append(names.isEmpty() ? "{}" : "}");
    }

    private static String number(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        text.chars().forEach(c -> {
            if (c == '"' || c == '\\') {
                out.append('\\').append((char) c);
            } else if (c < 0x20) {
                out.append(String.format("\\u%04x", c));
            } else {
                out.append((char) c);
            }
        });
        out.append('"');
    }
}
