package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Code lists: each is used, says what its codes mean, and agrees with the questions that name it. */
final class CodeRule implements Lint.Rule {

    @Override
    public void judge(Draft draft) {
        Set<String> used = new HashSet<>();
        draft.questions().forEach(asked -> asked.codelist().ifPresent(used::add));
        for (String own : draft.files().own()) {
            if (!used.contains(own)) {
                draft.add(Flaw.error("codelist-unused", file(own), "", "no question takes its codes from this list")
                        .todo("name it as \"codelist\" of a question, or delete the file"));
            }
        }
        draft.files().codelists().forEach((name, list) -> judge(draft, name, list));
        draft.questions().forEach(asked -> agrees(draft, asked));
    }

    private static String file(String list) {
        return "codelists/" + list + ".json";
    }

    private static List<String> codes(JsonNode list) {
        List<String> codes = new ArrayList<>();
        list.path("codes").forEach(code -> codes.add(code.asText()));
        return codes;
    }

    private static void judge(Draft draft, String name, JsonNode list) {
        List<String> codes = codes(list);
        Set<String> known = new HashSet<>(codes);
        if (known.size() < codes.size()) {
            draft.add(Flaw.error("code-twice", file(name), "codes", "a code is listed twice").todo("delete one"));
        }
        if (!list.path("name").asText().equals(name)) {
            draft.add(Flaw.error("codelist-name", file(name), "name", "it calls itself " + list.path("name"))
                    .todo("name it " + name + ", as its file"));
        }
        for (String language : List.of("zh", "en")) {
            JsonNode labels = list.path("labels").path(language);
            some(draft, "code-without-label", name, language, codes.stream()
                    .filter(code -> labels.path(code).asText().isBlank()).toList(), "write what it means");
        }
        list.path("labels").properties().forEach(labels -> some(draft, "label-without-code", name, labels.getKey(),
                labels.getValue().properties().stream().map(Map.Entry::getKey).filter(code -> !known.contains(code))
                        .toList(), "add the code or take the label out"));
        list.path("columns").properties().forEach(column -> {
            if (column.getValue().size() != codes.size()) {
                draft.add(Flaw.error("column-uneven", file(name), "columns " + column.getKey(), "it has "
                        + column.getValue().size() + " values for " + codes.size() + " codes")
                        .todo("give one for every code, in the order of codes"));
            }
        });
    }

    private static void some(Draft draft, String code, String list, String language, List<String> codes, String todo) {
        if (!codes.isEmpty()) {
            String shown = String.join(", ", codes.subList(0, Math.min(5, codes.size())));
            draft.add(Flaw.error(code, file(list), "labels " + language, (codes.size() == 1 ? "code " : codes.size()
                    + " codes, such as ") + shown).todo(todo));
        }
    }

    private static void agrees(Draft draft, Asked asked) {
        JsonNode list = asked.codelist().map(name -> draft.files().codelists().get(name)).orElse(null);
        if (list == null || asked.codes().isEmpty() || asked.codes().equals(codes(list))) {
            return;
        }
        List<String> extra = new ArrayList<>(asked.codes());
        extra.removeAll(codes(list));
        List<String> lacking = new ArrayList<>(codes(list));
        lacking.removeAll(asked.codes());
        draft.error("codes-differ", asked.path() + " enum", "its codes are not those of " + asked.codelist().get()
                + (extra.isEmpty() ? "" : "; only here: " + String.join(" ", extra))
                + (lacking.isEmpty() ? "" : "; only there: " + String.join(" ", lacking))
                + (extra.isEmpty() && lacking.isEmpty() ? "; the order differs" : ""),
                "leave enum out, so that the list is the enum, or make them the same");
    }
}
