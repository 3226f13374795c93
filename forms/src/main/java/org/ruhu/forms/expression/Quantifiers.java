package org.ruhu.forms.expression;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** Questions put to all rows of a roster: their types, and what they make of the answers of the rows. */
final class Quantifiers {

    static final Set<String> NAMES = Set.of("count", "sum", "min", "max", "any", "all", "unique");

    private Quantifiers() {}

    static Type type(Token name, Optional<Typed> body) {
        if (body.isEmpty()) {
            if (!name.is("count")) {
                throw new ExpressionProblem(name.at(),
                        name.text() + " needs a body: " + name.text() + "(roster, m -> ...)");
            }
            return Type.NUMBER;
        }
        Typed asked = body.get();
        switch (name.text()) {
            case "count", "any", "all" -> asked.mustBe(Type.BOOLEAN);
            case "sum" -> asked.mustBe(Type.NUMBER);
            case "min", "max" -> Signatures.mustBeOrdered(asked);
            default -> { }
        }
        return switch (name.text()) {
            case "count", "sum" -> Type.NUMBER;
            case "min", "max" -> asked.type();
            default -> Type.BOOLEAN;
        };
    }

    /** One pass over the rows; it may stop as soon as the rest cannot matter. */
    interface Fold {
        /** Null stands for unknown, as everywhere in the values of expressions. */
        Object over(Row[] rows, Asked asked);
    }

    interface Asked {
        Object of(Row row);
    }

    static Fold fold(String name) {
        return switch (name) {
            case "count" -> Quantifiers::count;
            case "sum" -> Quantifiers::sum;
            case "min" -> (rows, asked) -> extreme(rows, asked, -1);
            case "max" -> (rows, asked) -> extreme(rows, asked, 1);
            case "any" -> (rows, asked) -> decide(rows, asked, true);
            case "all" -> (rows, asked) -> decide(rows, asked, false);
            case "unique" -> Quantifiers::unique;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Object count(Row[] rows, Asked asked) {
        int count = 0;
        for (Row row : rows) {
            Object value = asked.of(row);
            if (value == null) {
                return null;
            }
            count += (Boolean) value ? 1 : 0;
        }
        return Numbers.of(count);
    }

    private static Object sum(Row[] rows, Asked asked) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Row row : rows) {
            Object value = asked.of(row);
            if (value == null) {
                return null;
            }
            sum = sum.add((BigDecimal) value);
        }
        return sum;
    }

    private static Object extreme(Row[] rows, Asked asked, int sign) {
        Object best = null;
        for (Row row : rows) {
            Object value = asked.of(row);
            if (value == null) {
                return null;
            }
            best = best == null || Values.compare(value, best) * sign > 0 ? value : best;
        }
        return best;
    }

    /** {@code any} is decided by the first true, {@code all} by the first false; else unknown if any row is. */
    private static Object decide(Row[] rows, Asked asked, boolean decisive) {
        Object result = !decisive;
        for (Row row : rows) {
            Object value = asked.of(row);
            if (value == null) {
                result = null;
            } else if ((Boolean) value == decisive) {
                return decisive;
            }
        }
        return result;
    }

    private static Object unique(Row[] rows, Asked asked) {
        Set<Object> seen = new HashSet<>();
        for (Row row : rows) {
            Object value = asked.of(row);
            if (value != null && !seen.add(Values.key(value))) {
                return false;
            }
        }
        return true;
    }
}
