package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A question as {@code form.json} writes it, whether or not the form as a whole makes sense.
 *
 * @param path    {@code /members/*}{@code /age}
 * @param pointer where it stands in {@code form.json}
 * @param roster  path of the roster it is asked in
 */
record Asked(String path, String pointer, Optional<String> roster, JsonNode schema) {

    /** In the order of the schema, a roster before the questions of its rows. */
    static List<Asked> in(JsonNode form) {
        List<Asked> found = new ArrayList<>();
        collect(form, "", "", Optional.empty(), found);
        return found;
    }

    private static void collect(JsonNode owner, String path, String pointer, Optional<String> roster,
            List<Asked> found) {
        for (var property : owner.path("properties").properties()) {
            Asked asked = new Asked(path + "/" + property.getKey(),
                    pointer + "/properties/" + property.getKey().replace("~", "~0").replace("/", "~1"), roster,
                    property.getValue());
            found.add(asked);
            if (asked.isRoster()) {
                collect(asked.schema.path("items"), asked.path + "/*", asked.pointer + "/items",
                        Optional.of(asked.path), found);
            }
        }
    }

    boolean isRoster() {
        return schema.path("items").path("type").asText().equals("object");
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    JsonNode hints() {
        return schema.path("x-question");
    }

    Optional<String> codelist() {
        return hints().path("codelist").isTextual() ? Optional.of(hints().path("codelist").textValue())
                : Optional.empty();
    }

    /** Codes written with the question itself. */
    List<String> codes() {
        JsonNode listed = schema.path("items").isObject() ? schema.path("items").path("enum") : schema.path("enum");
        List<String> codes = new ArrayList<>();
        listed.forEach(code -> codes.add(code.asText()));
        return codes;
    }
}
