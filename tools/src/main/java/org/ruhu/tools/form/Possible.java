package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What may become of a condition when some answers are known, some known to be absent, and the others anything: a set
 * of truths, as bits. Errs on the side of more.
 */
final class Possible {

    static final int TRUE = 1;
    static final int FALSE = 2;
    static final int UNKNOWN = 4;
    static final int ANY = TRUE | FALSE | UNKNOWN;

    private final Where where;
    private final Map<String, Optional<Object>> known;

    /** @param known by path: text, boolean or {@link BigDecimal}; empty when there is surely no value */
    Possible(Where where, Map<String, Optional<Object>> known) {
        this.where = where;
        this.known = known;
    }

    int truth(JsonNode tree) {
        if (tree.has("boolean")) {
            return tree.path("boolean").asBoolean() ? TRUE : FALSE;
        }
        if (tree.has("null")) {
            return UNKNOWN;
        }
        if (tree.has("field")) {
            Optional<Object> value = known.get(where.path(tree));
            return value == null ? ANY : value.map(v -> Boolean.TRUE.equals(v) ? TRUE : FALSE).orElse(UNKNOWN);
        }
        JsonNode args = tree.path("args");
        return switch (tree.path("call").asText()) {
            case "and" -> and(truth(args.get(0)), truth(args.get(1)));
            case "or" -> not(and(not(truth(args.get(0))), not(truth(args.get(1)))));
            case "implies" -> not(and(truth(args.get(0)), not(truth(args.get(1)))));
            case "not" -> not(truth(args.get(0)));
            case "answered" -> answered(args.get(0));
            case "==", "!=", "<", "<=", ">", ">=", "in" -> comparison(tree.path("call").asText(), args);
            default -> ANY;
        };
    }

    private static int not(int truth) {
        return truth & UNKNOWN | ((truth & TRUE) != 0 ? FALSE : 0) | ((truth & FALSE) != 0 ? TRUE : 0);
    }

    private static int and(int left, int right) {
        int both = 0;
        for (int a : List.of(TRUE, FALSE, UNKNOWN)) {
            for (int b : List.of(TRUE, FALSE, UNKNOWN)) {
                if ((left & a) != 0 && (right & b) != 0) {
                    both |= a == FALSE || b == FALSE ? FALSE : a == TRUE && b == TRUE ? TRUE : UNKNOWN;
                }
            }
        }
        return both;
    }

    private int answered(JsonNode field) {
        Optional<Object> value = known.get(where.path(field));
        return value == null ? TRUE | FALSE : value.isPresent() ? TRUE : FALSE;
    }

    private int comparison(String operator, JsonNode args) {
        JsonNode left = args.get(0);
        JsonNode right = args.get(1);
        if (absent(left) || absent(right)) {
            return UNKNOWN;
        }
        Optional<Object> a = value(left);
        if (operator.equals("in")) {
            Optional<Set<Object>> list = list(right);
            return a.isEmpty() || list.isEmpty() ? ANY : list.get().contains(key(a.get())) ? TRUE : FALSE;
        }
        Optional<Object> b = value(right);
        if (a.isEmpty() || b.isEmpty() || !a.get().getClass().equals(b.get().getClass())) {
            return ANY;
        }
        return holds(operator, a.get(), b.get()) ? TRUE : FALSE;
    }

    private boolean absent(JsonNode tree) {
        return tree.has("field") && known.containsKey(where.path(tree)) && known.get(where.path(tree)).isEmpty();
    }

    private Optional<Object> value(JsonNode tree) {
        if (tree.has("field")) {
            return known.getOrDefault(where.path(tree), Optional.empty());
        }
        return constant(tree);
    }

    /** Text, boolean, number or day written in the expression itself. */
    static Optional<Object> constant(JsonNode tree) {
        if (tree.has("text")) {
            return Optional.of(tree.path("text").asText());
        }
        if (tree.has("date")) {
            return Optional.of(tree.path("date").asText());
        }
        if (tree.has("boolean")) {
            return Optional.of(tree.path("boolean").asBoolean());
        }
        return tree.has("number") ? Optional.of(new BigDecimal(tree.path("number").asText())) : Optional.empty();
    }

    private static Optional<Set<Object>> list(JsonNode tree) {
        if (!tree.has("list") && !tree.has("numbers")) {
            return Optional.empty();
        }
        Set<Object> values = new HashSet<>();
        tree.path("list").forEach(value -> values.add(value.asText()));
        tree.path("numbers").forEach(value -> values.add(key(new BigDecimal(value.asText()))));
        return Optional.of(values);
    }

    private static Object key(Object value) {
        return value instanceof BigDecimal number ? number.stripTrailingZeros() : value;
    }

    private static boolean holds(String operator, Object a, Object b) {
        int order = a instanceof BigDecimal number ? number.compareTo((BigDecimal) b)
                : a.toString().compareTo(b.toString());
        return switch (operator) {
            case "==" -> order == 0;
            case "!=" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    /** Every node of a tree, itself first. */
    static List<JsonNode> nodes(JsonNode tree) {
        List<JsonNode> nodes = new ArrayList<>();
        collect(tree, nodes);
        return nodes;
    }

    private static void collect(JsonNode tree, List<JsonNode> nodes) {
        nodes.add(tree);
        tree.path("args").forEach(arg -> collect(arg, nodes));
        if (tree.has("body")) {
            collect(tree.path("body"), nodes);
        }
    }
}
