package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Question;

/**
 * What a form's own expressions betray about the values that matter: the constants each question is compared with, by
 * its path, and those of values from outside by {@code $name}.
 */
final class Hints {

    private static final Set<String> COMPARISONS = Set.of("==", "!=", "<", "<=", ">", ">=", "in", "contains", "starts",
            "matches");

    /** Constants pass from a calculated question to what it is calculated from, as often as this. */
    private static final int LEVELS = 3;

    private final Map<String, Set<BigDecimal>> numbers = new HashMap<>();
    private final Map<String, Set<String>> texts = new HashMap<>();
    private final Map<String, Set<LocalDate>> days = new HashMap<>();
    private final Map<String, Set<String>> patterns = new HashMap<>();
    private final Set<String> identifiers = new TreeSet<>();
    private final Map<String, Set<String>> together = new HashMap<>();
    private final Map<String, List<BigDecimal>> numberLists = new HashMap<>();
    private final Map<String, List<String>> textLists = new HashMap<>();
    private final Map<String, List<LocalDate>> dayLists = new HashMap<>();

    Hints(FormVersion form, Program program) {
        for (Question question : form.questions()) {
            for (String keyword : List.of("relevant", "calculate", "required", "filter", "rows")) {
                program.rule(question.path(), keyword).ifPresent(rule -> mine(rule.tree(), rule.where()));
            }
        }
        form.checks().forEach(check -> mine(program.check(check.code()).tree(), program.check(check.code()).where()));
        for (int i = 0; i < LEVELS; i++) {
            form.questions().stream().filter(Question::calculated).forEach(question ->
                    program.rule(question.path(), "calculate").ifPresent(rule -> inherit(question.path(), rule)));
        }
    }

    private void mine(JsonNode tree, Where where) {
        if (!tree.has("over") && COMPARISONS.contains(tree.path("call").asText())) {
            compared(tree, where);
        }
        if (tree.path("call").asText().startsWith("id_")) {
            identifiers.addAll(keys(tree, where));
        }
        inside(tree, where, this::mine);
    }

    private interface Visit {
        void at(JsonNode tree, Where where);
    }

    private static void inside(JsonNode tree, Where where, Visit visit) {
        tree.path("args").forEach(arg -> visit.at(arg, where));
        if (tree.has("index")) {
            visit.at(tree.path("index"), where);
        }
        if (tree.has("body")) {
            visit.at(tree.path("body"), where.binding(tree.path("var").asText(), where.roster(tree.path("over"))));
        }
    }

    private void compared(JsonNode tree, Where where) {
        Set<String> keys = keys(tree, where);
        boolean pattern = tree.path("call").asText().equals("matches");
        for (JsonNode node : Possible.nodes(tree)) {
            for (String key : keys) {
                if (node.has("number")) {
                    add(numbers, key, new BigDecimal(node.path("number").asText()));
                }
                node.path("numbers").forEach(number -> add(numbers, key, new BigDecimal(number.asText())));
                if (node.has("text")) {
                    add(pattern ? patterns : texts, key, node.path("text").asText());
                }
                node.path("list").forEach(code -> add(texts, key, code.asText()));
                if (node.has("date")) {
                    add(days, key, LocalDate.parse(node.path("date").asText()));
                }
            }
        }
        keys.forEach(key -> together.computeIfAbsent(key, k -> new LinkedHashSet<>()).addAll(keys));
    }

    private static <T> void add(Map<String, Set<T>> pool, String key, T value) {
        pool.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(value);
    }

    /** Paths and {@code $names} an expression looks at. */
    static Set<String> keys(JsonNode tree, Where where) {
        Set<String> keys = new LinkedHashSet<>();
        collect(tree, where, keys);
        return keys;
    }

    private static void collect(JsonNode tree, Where where, Set<String> keys) {
        if (tree.has("field")) {
            keys.add(where.path(tree));
        }
        if (tree.has("context")) {
            keys.add("$" + tree.path("context").asText());
        }
        if (tree.has("over")) {
            keys.add(where.roster(tree.path("over")));
        }
        inside(tree, where, (part, from) -> collect(part, from, keys));
    }

    private void inherit(String path, Program.Rule rule) {
        for (String key : keys(rule.tree(), rule.where())) {
            numbers.getOrDefault(path, Set.of()).forEach(number -> add(numbers, key, number));
            texts.getOrDefault(path, Set.of()).forEach(text -> add(texts, key, text));
            days.getOrDefault(path, Set.of()).forEach(day -> add(days, key, day));
        }
    }

    List<BigDecimal> numbers(String key) {
        return listed(numbers, numberLists, key);
    }

    List<String> texts(String key) {
        return listed(texts, textLists, key);
    }

    List<LocalDate> days(String key) {
        return listed(days, dayLists, key);
    }

    private static <T> List<T> listed(Map<String, Set<T>> pool, Map<String, List<T>> lists, String key) {
        return lists.computeIfAbsent(key, k -> List.copyOf(pool.getOrDefault(k, Set.of())));
    }

    /** Whether rules read it as the number of an identity card. */
    boolean identifier(String path) {
        return identifiers.contains(path);
    }

    /** Questions compared with a value from outside. */
    Set<String> comparedWith(String key) {
        return together.getOrDefault(key, Set.of());
    }

    /** A pattern its text is held against. */
    Optional<String> anyPattern(String key, Dice dice) {
        Set<String> known = patterns.getOrDefault(key, Set.of());
        return known.isEmpty() ? Optional.empty() : Optional.of(dice.of(List.copyOf(known)));
    }
}
