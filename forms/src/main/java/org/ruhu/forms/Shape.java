package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ruhu.forms.expression.Dates;
import org.ruhu.forms.expression.Numbers;
import org.ruhu.forms.expression.PortablePattern;

/**
 * What JSON Schema says about one value, for the keywords a form may use ({@code meta/keywords.json}). A value of the
 * wrong type has no other misfit, and nobody descends further than the form does. Numbers are the doubles that JSON
 * carries to a browser.
 */
sealed interface Shape {

    void judge(JsonNode value, String pointer, Misfits misfits);

    /** @param schema judged by the meta-schema */
    static Shape of(JsonNode schema) {
        return switch (schema.path("type").asText()) {
            case "object" -> new Whole(schema);
            case "array" -> new Many(schema);
            case "string" -> new Text(schema);
            case "boolean" -> new Truth();
            case "number", "integer" -> new Numeric(schema);
            default -> schema.isEmpty() ? new Free() : new Any(schema);
        };
    }

    private static Map<String, Shape> properties(JsonNode schema) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        schema.properties().forEach(property -> shapes.put(property.getKey(), of(property.getValue())));
        return shapes;
    }

    /** Whatever it is. */
    record Free() implements Shape {

        @Override
        public void judge(JsonNode value, String pointer, Misfits misfits) {}
    }

    /** A value of any type, judged by what is said of its type. */
    record Any(Optional<Set<Object>> allowed, Shape object, Shape array, Shape text, Shape number) implements Shape {

        Any(JsonNode schema) {
            this(Optional.ofNullable(schema.get("enum")).map(Any::values), new Whole(schema), new Many(schema),
                    new Text(schema), new Numeric(schema));
        }

        private static Set<Object> values(JsonNode declared) {
            Set<Object> values = new HashSet<>();
            declared.forEach(one -> values.add(equality(one)));
            return values;
        }

        @Override
        public void judge(JsonNode value, String pointer, Misfits misfits) {
            if (allowed.isPresent() && !allowed.get().contains(equality(value))) {
                misfits.add(pointer, "enum", "is none of the values of this question");
            }
            switch (value.getNodeType()) {
                case OBJECT -> object.judge(value, pointer, misfits);
                case ARRAY -> array.judge(value, pointer, misfits);
                case STRING -> text.judge(value, pointer, misfits);
                case NUMBER -> number.judge(value, pointer, misfits);
                default -> { }
            }
        }
    }

    /** What equals that of another value exactly when JSON Schema calls them equal: 1 is 1.0 and not true. */
    private static Object equality(JsonNode value) {
        switch (value.getNodeType()) {
            case ARRAY:
                List<Object> items = new ArrayList<>();
                value.forEach(item -> items.add(equality(item)));
                return items;
            case OBJECT:
                Map<String, Object> properties = new HashMap<>();
                value.properties().forEach(one -> properties.put(one.getKey(), equality(one.getValue())));
                return properties;
            case NUMBER:
                return value.doubleValue() + 0.0;
            case BOOLEAN:
                return value.booleanValue();
            default:
                return value.isTextual() ? value.textValue() : Optional.empty();
        }
    }

    /** An object, and whether it may have other properties than these. */
    record Whole(Map<String, Shape> properties, boolean open) implements Shape {

        Whole(JsonNode schema) {
            this(Shape.properties(schema.path("properties")), schema.path("additionalProperties").asBoolean(true));
        }

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
                } else if (!open) {
                    misfits.add(pointer + "/" + Pointers.escape(property.getKey()), "additionalProperties",
                            "is no question of this form");
                }
            }
        }
    }

    /** An array of one kind of items. */
    record Many(int least, int most, boolean unique, Shape items) implements Shape {

        Many(JsonNode schema) {
            this(schema.path("minItems").asInt(0), schema.path("maxItems").asInt(Integer.MAX_VALUE),
                    schema.path("uniqueItems").asBoolean(), of(schema.path("items")));
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

        /** Where items are texts only texts are compared: anything else does not fit anyway. */
        private boolean repeats(JsonNode array) {
            boolean texts = items instanceof Text;
            Set<Object> seen = new HashSet<>();
            for (JsonNode item : array) {
                if ((!texts || item.isTextual()) && !seen.add(texts ? item.textValue() : equality(item))) {
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
    record Numeric(boolean whole, double least, double most) implements Shape {

        Numeric(JsonNode schema) {
            this(schema.path("type").asText().equals("integer"),
                    schema.path("minimum").asDouble(Double.NEGATIVE_INFINITY),
                    schema.path("maximum").asDouble(Double.POSITIVE_INFINITY));
        }

        @Override
        public void judge(JsonNode value, String pointer, Misfits misfits) {
            double number = value.isNumber() ? value.doubleValue() : Double.NaN;
            if (!Double.isFinite(number) || whole && number != Math.rint(number)) {
                misfits.add(pointer, "type", whole ? "must be a whole number" : "must be a number");
                return;
            }
            if (number < least) {
                misfits.add(pointer, "minimum", "must be at least " + plain(least));
            }
            if (number > most) {
                misfits.add(pointer, "maximum", "must be at most " + plain(most));
            }
        }

        private static String plain(double bound) {
            return Numbers.plain(BigDecimal.valueOf(bound));
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
