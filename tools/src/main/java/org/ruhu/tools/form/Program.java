package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Question;

/** The expressions of a form as trees, by the question or check they belong to. */
final class Program {

    private final Map<String, JsonNode> questions = new HashMap<>();
    private final Map<String, JsonNode> checks = new LinkedHashMap<>();
    private final Map<String, String> rows = new HashMap<>();
    private final JsonNode context;

    Program(FormVersion form) {
        JsonNode program = form.bundle().path("program");
        program.path("questions").forEach(question -> questions.put(question.path("path").asText(), question));
        program.path("checks").forEach(check -> checks.put(check.path("code").asText(), check));
        for (Question question : form.questions()) {
            rows.put(question.path(), question.roster().orElse(""));
        }
        this.context = program.path("context");
    }

    /** An expression and where it looks from. */
    record Rule(JsonNode tree, Where where) {}

    /** @param keyword {@code relevant}, {@code calculate}, {@code required}, {@code filter}, {@code rows} */
    Optional<Rule> rule(String path, String keyword) {
        JsonNode tree = questions.getOrDefault(path, MissingNode.getInstance()).path(keyword);
        return tree.isObject() ? Optional.of(new Rule(tree, Where.in(rows.get(path)))) : Optional.empty();
    }

    /** Choices from a roster: {@code roster}, {@code value}, {@code label}, {@code where}. */
    Optional<JsonNode> choose(String path) {
        JsonNode choose = questions.getOrDefault(path, MissingNode.getInstance()).path("choose");
        return choose.isObject() ? Optional.of(choose) : Optional.empty();
    }

    Rule check(String code) {
        JsonNode check = checks.get(code);
        return new Rule(check.path("rule"), Where.in(check.path("each").asText()));
    }

    /** Of every question. */
    Set<String> paths() {
        return rows.keySet();
    }

    /** Path of the roster a question is asked in; empty outside rosters. */
    String rowOf(String path) {
        return rows.getOrDefault(path, "");
    }

    /** What the rules may be told from outside: {@code type} and {@code default} by name. */
    JsonNode context() {
        return context;
    }
}
