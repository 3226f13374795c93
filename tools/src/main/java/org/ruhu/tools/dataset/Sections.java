package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.forms.FormVersion;
import org.ruhu.forms.Question;

/**
 * The questions of a form in the order in which they are asked.
 *
 * @param sectionOf path of a question -> name of its section
 */
record Sections(Map<String, String> sectionOf, List<Question> questions) {

    static Sections of(FormVersion form) {
        Map<String, String> sectionOf = new LinkedHashMap<>();
        for (JsonNode section : form.schema().path("x-sections")) {
            String name = section.path("name").asText();
            section.path("questions").forEach(path -> sectionOf.put(path.asText(), name));
            if (section.has("roster")) {
                String roster = section.path("roster").asText();
                form.schema().at("/properties" + roster + "/items/properties").fieldNames()
                        .forEachRemaining(field -> sectionOf.put(roster + "/*/" + field, name));
            }
        }
        List<Question> asked = sectionOf.keySet().stream().flatMap(path -> form.question(path).stream()).toList();
        return new Sections(sectionOf, asked);
    }
}
