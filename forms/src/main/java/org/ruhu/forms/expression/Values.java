package org.ruhu.forms.expression;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * The values expressions work with, read strictly from JSON: {@link Boolean}, {@link BigDecimal}, {@link String},
 * {@link LocalDate}, {@link Instant} and sets of strings. Unknown is null, here and in this package alone.
 */
public final class Values {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Values() {}

    /** Null when the JSON is not what the type wants. */
    public static Object read(JsonNode json, Type type) {
        return switch (type) {
            case BOOLEAN -> json.isBoolean() ? json.booleanValue() : null;
            case NUMBER -> Numbers.valueOf(json);
            case TEXT -> json.isTextual() ? json.textValue() : null;
            case DATE -> json.isTextual() ? Dates.dashed(json.textValue()) : null;
            case DATETIME -> json.isTextual() ? Dates.instant(json.textValue()) : null;
            case CODES -> json.isArray() ? codes(json) : null;
            case NUMBERS, NULL -> null;
        };
    }

    private static Set<String> codes(JsonNode json) {
        Set<String> codes = new TreeSet<>(CodePoints.ORDER);
        for (JsonNode code : json) {
            if (!code.isTextual()) {
                return null;
            }
            codes.add(code.textValue());
        }
        return codes;
    }

    /** The value as an answer; missing node for unknown. Not for points in time, which have many spellings. */
    public static JsonNode json(Object value) {
        if (value instanceof Boolean yes) {
            return JSON.booleanNode(yes);
        }
        if (value instanceof BigDecimal number) {
            return number(number);
        }
        if (value instanceof Set<?> codes) {
            ArrayNode array = JSON.arrayNode();
            codes.forEach(code -> array.add((String) code));
            return array;
        }
        return value == null ? JSON.missingNode() : JSON.textNode(value.toString());
    }

    private static JsonNode number(BigDecimal number) {
        BigDecimal plain = number.stripTrailingZeros();
        if (plain.scale() > 0) {
            return JSON.numberNode(plain);
        }
        boolean fits = plain.precision() - plain.scale() <= 18;
        return fits ? JSON.numberNode(plain.longValue()) : JSON.numberNode(plain.toBigInteger());
    }

    /** How {@code text(x)} writes a number, text, date or boolean. */
    public static String text(Object value) {
        return value instanceof BigDecimal number ? Numbers.plain(number) : value.toString();
    }

    /** Order of two values of one ordered type. */
    static int compare(Object left, Object right) {
        if (left instanceof BigDecimal number) {
            return number.compareTo((BigDecimal) right);
        }
        if (left instanceof String text) {
            return CodePoints.ORDER.compare(text, (String) right);
        }
        if (left instanceof LocalDate date) {
            return date.compareTo((LocalDate) right);
        }
        return ((Instant) left).compareTo((Instant) right);
    }

    /** Whether two values, unknown ones included, are the same: numbers by value. */
    public static boolean same(Object left, Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        return left == null ? right == null : left.equals(right);
    }

    /** Stands for the value where values are hashed. */
    static Object key(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }
}
