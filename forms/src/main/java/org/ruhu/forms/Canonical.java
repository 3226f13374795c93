package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.expression.CodePoints;
import org.ruhu.forms.expression.Numbers;

/** One way to write a JSON value, so that equal values have equal digests whatever parser or database they met. */
public final class Canonical {

    private static final int LONGEST_PLAIN = 400;

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

    /**
     * Keys sorted by code point, no blanks, no needless escapes, halves of surrogate pairs escaped. Numbers are the
     * doubles JSON carries, plain and without trailing zeros: 5, 5.0 and 5e0 are one text. What is no JSON is null.
     */
    public static String text(JsonNode json) {
        StringBuilder out = new StringBuilder(1024);
        write(json, out);
        return out.toString();
    }

    /** An array or object that is being written; members of an array have no name. */
    private static final class Opened {

        private final boolean named;
        private final Iterator<Map.Entry<String, JsonNode>> members;
        private final Iterator<JsonNode> elements;
        private boolean begun;

        Opened(JsonNode json) {
            named = json.isObject();
            members = named ? sorted(json).iterator() : Collections.emptyIterator();
            elements = named ? Collections.emptyIterator() : json.elements();
        }

        /** The next value, its name and a comma written before it; empty at the end. */
        Optional<JsonNode> next(StringBuilder out) {
            if (!members.hasNext() && !elements.hasNext()) {
                out.append(named ? '}' : ']');
                return Optional.empty();
            }
            out.append(begun ? "," : "");
            begun = true;
            if (!named) {
                return Optional.of(elements.next());
            }
            Map.Entry<String, JsonNode> member = members.next();
            writeText(member.getKey(), out);
            out.append(':');
            return Optional.of(member.getValue());
        }

        private static List<Map.Entry<String, JsonNode>> sorted(JsonNode json) {
            List<Map.Entry<String, JsonNode>> members = new ArrayList<>(json.properties());
            members.sort(Map.Entry.comparingByKey(CodePoints.ORDER));
            return members;
        }
    }

    /** Without recursion: however deep a value is, the stack is not. */
    private static void write(JsonNode json, StringBuilder out) {
        Deque<Opened> around = new ArrayDeque<>();
        Optional<JsonNode> next = Optional.of(json);
        while (next.isPresent() || !around.isEmpty()) {
            if (next.isEmpty()) {
                around.pop();
            } else if (next.get().isContainerNode()) {
                out.append(next.get().isObject() ? '{' : '[');
                around.push(new Opened(next.get()));
            } else {
                writePlain(next.get(), out);
            }
            next = around.isEmpty() ? Optional.empty() : around.peek().next(out);
        }
    }

    private static void writePlain(JsonNode json, StringBuilder out) {
        if (json.isTextual()) {
            writeText(json.textValue(), out);
        } else if (json.isNumber()) {
            writeNumber(json, out);
        } else {
            out.append(json.isBoolean() ? json.asText() : "null");
        }
    }

    private static void writeNumber(JsonNode json, StringBuilder out) {
        if (json.isInt()) {
            out.append(json.intValue());
            return;
        }
        Optional<BigDecimal> carried = Numbers.carried(json);
        if (carried.isPresent()) {
            out.append(Numbers.plain(carried.get()));
        } else if (json.isFloat() || json.isDouble()) {
            out.append("null");
        } else {
            beyondDoubles(json.decimalValue().stripTrailingZeros(), out);
        }
    }

    /** Too large for a double, and possibly for the memory when written plain. */
    private static void beyondDoubles(BigDecimal number, StringBuilder out) {
        long digits = (long) number.precision() - number.scale();
        out.append(digits <= LONGEST_PLAIN ? number.toPlainString() : number.toString());
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        int plainFrom = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\' || Character.isSurrogate(c) && half(text, i)) {
                out.append(text, plainFrom, i);
                escape(c, out);
                plainFrom = i + 1;
            }
        }
        out.append(text, plainFrom, text.length()).append('"');
    }

    private static boolean half(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))
                : i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }

    /** As {@code JSON.stringify} does. */
    private static void escape(char c, StringBuilder out) {
        int known = "\"\\\b\f\n\r\t".indexOf(c);
        if (known >= 0) {
            out.append('\\').append("\"\\bfnrt".charAt(known));
        } else {
            out.append("\\u").append(HexFormat.of().toHexDigits(c));
        }
    }
}
