package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ruhu.forms.expression.Dates;
import org.ruhu.forms.expression.PortablePattern;

/**
 * What JSON Schema says about one value, for the keywords a form may use. It stops at the first reason why a value
 * does not fit, and never descends further than the form does.
 */
sealed interface Shape {

    void judge(JsonNode value, String pointer, Misfits misfits);

    /** @param schema judged by the meta-schema */
    static Shape of(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "object" -> new Whole(properties(schema.path("properties")));
            case "array" -> new Many(schema, of(schema.path("items")));
            case "string" -> new Text(schema);
            case "boolean" -> new Truth();
            default -> new Numeric(schema);
        };
    }

    private static Map<String, Shape> properties(JsonNode schema) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        schema.properties().forEach(property -> shapes.put(property.getKey(), of(property.getValue())));
        return shapes;
    }

    /** An object without other properties than these. */
    record Whole(Map<String, Shape> properties) implements Shape {

        @Override
        public void judge(JsonNode value, String pointer, Misfits misfits) {
            if (!value.isObject()) {
                misfits.add(pointer, "type", "must be an object");
                return;
            }
            for (Map.Entry<String, JsonNode> property : value.properties()) {
                Shape shape = properties.get(property.getKey());
                if (shape != null) {
                    shape.judge(property.getValue(), pointer + "/" + property.getKey(), misfits);
                } else {
                    misfits.add(pointer + "/" + Pointers.escape(property.getKey()), "additionalProperties",
                            "is no question of this form");
                }
            }
        }
    }

    /** An array of one kind of items. */
    record Many(int least, int most, boolean unique, Shape items) implements Shape {

        Many(JsonNode schema, Shape items) {
            this(schema.path("minItems").asInt(0), schema.path("maxItems").asInt(Integer.MAX_VALUE),
                    schema.path("uniqueItems").asBoolean(), items);
        }

        @Override
        public void judge(JsonNode value, String pointer, Misfits misfits) {
            if (!value.isArray()) {
                misfits.add(pointer, "type", "must be an array");
                return;
            }
            if (value.size() < least) {
                misfits.add(pointer, "minItems", "needs at least " + least);
            }
            if (value.size() > most) {
                misfits.add(pointer, "maxItems", "takes at most " + most);
            }
            if (unique && repeats(value)) {
                misfits.add(pointer, "uniqueItems", "names something twice");
            }
            for (int i = 0; i < value.size() && !misfits.full(); i++) {
                items.judge(value.get(i), pointer + "/" + i, misfits);
            }
        }

        /** Only texts are compared: anything else does not fit anyway. */
        private static boolean repeats(JsonNode array) {
            Set<String> seen = new HashSet<>();
            for (JsonNode item : array) {
                if (item.isTextual() && !seen.add(item.textValue())) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A text; its length counts characters, not UTF-16 units. */
    record Text(Set<String> codes, int least, int most, Optional<Pattern> pattern, boolean day) implements Shape {

        Text(JsonNode schema) {
            this(codes(schema.path("enum")), schema.path("minLength").asInt(0),
                    schema.path("maxLength").asInt(Integer.MAX_VALUE),
                    Optional.ofNullable(schema.get("pattern")).map(p -> PortablePattern.found(p.asText())),
                    schema.path("format").asText().equals("date"));
        }

        private static Set<String> codes(JsonNode declared) {
            Set<String> codes = new HashSet<>();
            declared.forEach(code -> codes.add(code.asText()));
            return codes;
        }

        @Override
        public void judge(JsonNode value, String pointer, Misfits misfits) {
            if (!value.isTextual()) {
                misfits.add(pointer, "type", "must be a text");
                return;
            }
            String text = value.textValue();
            if (!codes.isEmpty() && !codes.contains(text)) {
                misfits.add(pointer, "enum", "is none of the codes of this question");
            }
            if (day && !Dates.isDay(text)) {
                misfits.add(pointer, "format", "is not a date such as 2020-12-31");
            }
            int length = text.codePointCount(0, text.length());
            if (length < least) {
                misfits.add(pointer, "minLength", "needs at least " + least + " characters");
            }
            if (length > most) {
                misfits.add(pointer, "maxLength", "takes at most " + most + " characters");
            } else if (pattern.isPresent() && !pattern.get().matcher(text).find()) {
                misfits.add(pointer, "pattern", "is not written the way it should be");
            }
        }
    }

    /** A number; 5.0 is a whole number. */
    record Numeric(boolean whole, Optional<BigDecimal> least, Optional<BigDecimal> most) implements Shape {

        Numeric(JsonNode schema) {
            this(schema.path("type").asText().equals("integer"),
                    Optional.ofNullable(schema.get("minimum")).map(JsonNode::decimalValue),
                    Optional.ofNullable(schema.get("maximum")).map(JsonNode::decimalValue));
        }

        @Override
        public void judge(JsonNode value, String pointer, Misfits misfits) {
            boolean finite = value.isNumber()
                    && (!value.isDouble() && !value.isFloat() || Double.isFinite(value.doubleValue()));
            if (!finite) {
                misfits.add(pointer, "type", whole ? "must be a whole number" : "must be a number");
                return;
            }
            BigDecimal number = value.decimalValue();
            if (whole && !value.isIntegralNumber() && number.stripTrailingZeros().scale() > 0) {
                misfits.add(pointer, "type", "must be a whole number");
                return;
            }
            if (least.isPresent() && number.compareTo(least.get()) < 0) {
                misfits.add(pointer, "minimum", "must be at least " + least.get().toPlainString());
            }
            if (most.isPresent() && number.compareTo(most.get()) > 0) {
                misfits.add(pointer, "maximum", "must be at most " + most.get().toPlainString());
            }
        }
    }

    record Truth() implements Shape {

        @Override
        public void judge(JsonNode value, String pointer, Misfits misfits) {
            if (!value.isBoolean()) {
                misfits.add(pointer, "type", "must be true or false");
            }
        }
    }
}
