package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ruhu.forms.Catalogue;

/** Of JSON Schema only what the judges in Java and in the browser agree about: {@code meta/keywords.json}. */
final class KeywordRule implements Lint.Rule {

    static final String CODE = "keyword";
    private static final JsonNode AGREED = agreed();

    private static JsonNode agreed() {
        try (InputStream in = Catalogue.class.getResourceAsStream("/meta/keywords.json")) {
            return FormReader.JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void judge(Draft draft) {
        judge(draft, draft.files().schema(), "", allowed("object", "anywhere", "form"));
    }

    private static Set<String> allowed(String type, String... more) {
        Set<String> keywords = new TreeSet<>();
        AGREED.path("types").path(type).forEach(keyword -> keywords.add(keyword.asText()));
        for (String group : more) {
            AGREED.path(group).forEach(keyword -> keywords.add(keyword.asText()));
        }
        return keywords;
    }

    private static void judge(Draft draft, JsonNode schema, String pointer, Set<String> allowed) {
        schema.fieldNames().forEachRemaining(keyword -> {
            if (!allowed.contains(keyword)) {
                draft.error(CODE, pointer.isEmpty() ? "/" + keyword : pointer + "/" + keyword, "'" + keyword
                        + "' is no keyword that all validators of ours agree about beside this type",
                        "use one of: " + String.join(" ", allowed));
            }
        });
        if (schema.has("format") && !values(AGREED.path("formats")).contains(schema.path("format").asText())) {
            draft.error(CODE, pointer + "/format", "format " + schema.path("format") + " is not agreed about",
                    "use one of: " + String.join(" ", values(AGREED.path("formats"))) + ", or a pattern");
        }
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            below(draft, property.getValue(), pointer + "/properties/" + property.getKey());
        }
        if (schema.path("items").isObject()) {
            below(draft, schema.path("items"), pointer + "/items");
        }
    }

    private static void below(Draft draft, JsonNode schema, String pointer) {
        judge(draft, schema, pointer, allowed(schema.path("type").asText(), "anywhere"));
    }

    private static Set<String> values(JsonNode array) {
        Set<String> values = new TreeSet<>();
        array.forEach(value -> values.add(value.asText()));
        return values;
    }
}
