package org.ruhu.forms.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ruhu.forms.FormVersion;

/** Which checks of a form look at which values from outside, be it by way of other questions. */
public final class Asking {

    private static final Set<String> NOT_RULES = Set.of("path", "type", "code", "each", "refers", "reads");

    private final Map<String, Set<String>> ofChecks = new LinkedHashMap<>();

    private Asking(JsonNode program) {
        Map<String, JsonNode> questions = new HashMap<>();
        program.path("questions").forEach(question -> questions.put(question.path("path").asText(), question));
        program.path("checks").forEach(check -> {
            Set<String> asked = new HashSet<>();
            walk(check, asked, questions, new HashSet<>());
            ofChecks.put(check.path("code").asText(), asked);
        });
    }

    public static Asking of(FormVersion form) {
        return new Asking(form.bundle().path("program"));
    }

    /** Codes of the checks that look at any of these values. */
    public List<String> checks(Set<String> contextNames) {
        return ofChecks.entrySet().stream().filter(check -> !Collections.disjoint(check.getValue(), contextNames))
                .map(Map.Entry::getKey).toList();
    }

    private static void walk(JsonNode step, Set<String> asked, Map<String, JsonNode> questions, Set<String> seen) {
        step.properties().stream().filter(part -> !NOT_RULES.contains(part.getKey()))
                .forEach(part -> collect(part.getValue(), asked));
        step.path("reads").forEach(path -> {
            JsonNode question = questions.get(path.asText());
            if (question != null && seen.add(path.asText())) {
                walk(question, asked, questions, seen);
            }
        });
    }

    /** A rule is a tree in which such a value is {@code {"context": name}}. */
    private static void collect(JsonNode tree, Set<String> asked) {
        if (tree.path("context").isTextual()) {
            asked.add(tree.get("context").textValue());
        }
        tree.forEach(part -> collect(part, asked));
    }
}
