package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Names that hide one another in expressions, and values from outside that nobody asks for. */
final class NameRule implements Lint.Rule {

    @Override
    public void judge(Draft draft) {
        Map<String, String> form = new HashMap<>();
        draft.questions().stream().filter(asked -> asked.roster().isEmpty())
                .forEach(asked -> form.put(asked.name(), asked.path()));
        draft.questions().stream().filter(asked -> asked.roster().isPresent() && form.containsKey(asked.name()))
                .forEach(asked -> draft.remark("shadowed-name", asked.path(), "in its rows it hides "
                        + form.get(asked.name()),
                        "there, write form." + asked.name() + " for the question of the form"));
        JsonNode program = draft.version().orElseThrow().bundle().path("program");
        Set<String> names = new TreeSet<>();
        draft.questions().forEach(asked -> names.add(asked.name()));
        program.path("checks").forEach(check -> hidden(draft, "check " + check.path("code").asText(), check, names));
        program.path("questions").forEach(asked -> hidden(draft, asked.path("path").asText(), asked, names));
        unused(draft, program);
        draft.files().schema().path("x-context").properties().forEach(declared -> {
            String table = declared.getValue().path("parameter").asText();
            if (!table.isEmpty() && !draft.files().tables().contains(table)) {
                draft.error("parameter-missing", "/x-context/" + declared.getKey(), "there is no parameter table "
                        + table, "add parameters/" + table + ".json, or correct the name");
            }
        });
    }

    private static void hidden(Draft draft, String place, JsonNode owner, Set<String> names) {
        Set<String> variables = new LinkedHashSet<>(owner.findValuesAsText("var"));
        variables.retainAll(names);
        variables.forEach(name -> draft.remark("shadowed-name", place, "the variable " + name
                + " of a quantifier hides the question of that name", "call the variable something else"));
    }

    private static void unused(Draft draft, JsonNode program) {
        Set<String> asked = new TreeSet<>(program.path("checks").findValuesAsText("context"));
        asked.addAll(program.path("questions").findValuesAsText("context"));
        String labels = draft.files().labels().values().toString();
        program.path("context").fieldNames().forEachRemaining(name -> {
            if (!asked.contains(name) && !labels.contains("{{$" + name + "}}")) {
                draft.remark("context-unused", "/x-context/" + name, "no expression asks for $" + name,
                        "take it out, unless something outside the form reads it");
            }
        });
    }
}
