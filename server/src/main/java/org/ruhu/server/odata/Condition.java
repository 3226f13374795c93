package org.ruhu.server.odata;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.Stream;

/** What {@code $filter} asks of an entity. As OData has it, a comparison with nothing is false, but for eq and ne. */
@FunctionalInterface
interface Condition {

    /** @param values of properties by their names */
    boolean holds(Function<Field, JsonNode> values);

    /** A comparison of two values. */
    enum Comparison {
        EQ(order -> order == 0), NE(order -> order != 0), GT(order -> order > 0), GE(order -> order >= 0),
        LT(order -> order < 0), LE(order -> order <= 0);

        private final IntPredicate accepts;

        Comparison(IntPredicate accepts) {
            this.accepts = accepts;
        }

        static Stream<String> words() {
            return Stream.of(values()).map(one -> one.name().toLowerCase(Locale.ROOT));
        }

        static Comparison of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        /** @param right null for nothing */
        Condition of(Field left, Comparable<?> right) {
            return values -> {
                JsonNode value = values.apply(left);
                if (value.isNull() || right == null) {
                    return switch (this) {
                        case EQ -> value.isNull() && right == null;
                        case NE -> !value.isNull() || right != null;
                        case GT, GE, LT, LE -> false;
                    };
                }
                return accepts.test(compare(left, value, right));
            };
        }

        @SuppressWarnings("unchecked")
        private static int compare(Field field, JsonNode value, Comparable<?> right) {
            return ((Comparable<Object>) comparable(field, value)).compareTo(right);
        }
    }

    /** What values of a property are compared as. */
    static Comparable<?> comparable(Field field, JsonNode value) {
        return switch (field.sort()) {
            case TEXT, DATE -> value.asText();
            case INTEGER, DECIMAL -> new BigDecimal(value.asText()).stripTrailingZeros();
            case BOOLEAN -> value.booleanValue();
            case MOMENT -> OffsetDateTime.parse(value.asText()).toInstant();
        };
    }

    /** {@code contains} and its like. */
    static Condition text(Field field, String part, BiPredicate<String, String> judge) {
        return values -> {
            JsonNode value = values.apply(field);
            return !value.isNull() && judge.test(value.asText(), part);
        };
    }

    static Condition any(List<Condition> of) {
        return values -> of.stream().anyMatch(one -> one.holds(values));
    }

    default Condition and(Condition other) {
        return values -> holds(values) && other.holds(values);
    }

    default Condition or(Condition other) {
        return values -> holds(values) || other.holds(values);
    }

    default Condition not() {
        return values -> !holds(values);
    }
}
