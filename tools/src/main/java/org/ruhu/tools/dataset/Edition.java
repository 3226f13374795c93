package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;
import org.ruhu.forms.Section;

/**
 * A question as one version of the form asks it.
 *
 * @param section  name of the page it is on
 * @param universe who is asked, in the words of the form's rules; blank means everybody
 */
public record Edition(FormVersion form, Question question, String section, String universe) {

    /** Every question of a version but its rosters, in the order in which they are asked. */
    static List<Edition> of(FormVersion form) {
        JsonNode schema = form.schema();
        Map<String, String> sectionOf = new HashMap<>();
        Map<String, Question> asked = new LinkedHashMap<>();
        for (Section section : form.sections()) {
            section.questions().forEach(path -> {
                sectionOf.put(path, section.name());
                form.question(path).ifPresent(question -> asked.put(path, question));
            });
            section.roster().ifPresent(roster -> sectionOf.put(roster, section.name()));
        }
        form.questions().forEach(question -> asked.putIfAbsent(question.path(), question));
        return asked.values().stream().filter(question -> question.kind() != Kind.ROSTER)
                .map(question -> new Edition(form, question, section(sectionOf, question), universe(schema, question)))
                .toList();
    }

    public String version() {
        return form.id().version();
    }

    /** A row is on the page of the outermost roster it is in. */
    private static String section(Map<String, String> sectionOf, Question question) {
        String path = question.path();
        int row = path.indexOf("/*/");
        return sectionOf.getOrDefault(path, row < 0 ? "" : sectionOf.getOrDefault(path.substring(0, row), ""));
    }

    /** The rule of the question, after those of the rosters around it. */
    private static String universe(JsonNode schema, Question question) {
        List<String> rules = new ArrayList<>();
        JsonNode within = schema;
        for (String step : question.path().substring(1).split("/\\*/")) {
            JsonNode property = within.path("properties").path(step);
            String rule = property.path("x-question").path("relevant").asText();
            if (!rule.isEmpty()) {
                rules.add(rule);
            }
            within = property.path("items");
        }
        return rules.size() < 2 ? String.join("", rules)
                : rules.stream().map(rule -> "(" + rule + ")").collect(Collectors.joining(" and "));
    }
}
