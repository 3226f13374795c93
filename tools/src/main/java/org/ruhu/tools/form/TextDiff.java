package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.ruhu.forms.FormVersion;

/** Texts that read otherwise, for what both versions have. */
final class TextDiff {

    private final JsonNode before;
    private final JsonNode after;
    private final Map<String, TreeSet<String>> languages = new TreeMap<>();
    private final Map<String, String> says = new TreeMap<>();

    TextDiff(FormVersion before, FormVersion after) {
        this.before = before.bundle().path("labels");
        this.after = after.bundle().path("labels");
    }

    List<Change> changes() {
        for (String language : FormFiles.LANGUAGES) {
            JsonNode was = before.path(language);
            JsonNode is = after.path(language);
            compare("title", language, was.path("title"), is.path("title"));
            was.path("sections").properties().forEach(text -> compare("section " + text.getKey(), language,
                    text.getValue(), is.path("sections").path(text.getKey())));
            was.path("checks").properties().forEach(text -> compare("check " + text.getKey(), language,
                    text.getValue(), is.path("checks").path(text.getKey())));
            was.path("questions").properties().forEach(text -> {
                JsonNode now = is.path("questions").path(text.getKey());
                compare(text.getKey() + " label", language, text.getValue().path("label"), now.path("label"));
                compare(text.getKey() + " hint", language, text.getValue().path("hint"), now.path("hint"));
            });
        }
        List<Change> changes = new ArrayList<>();
        languages.forEach((place, in) -> changes.add(Change.of("text-changed", place, says.get(place)
                + " (" + String.join(", ", in) + ")").export(place.endsWith(" label") ? "codebook only" : "nothing")));
        return changes;
    }

    private void compare(String place, String language, JsonNode was, JsonNode is) {
        if (is.isTextual() && was.isTextual() && !is.equals(was)) {
            languages.computeIfAbsent(place, p -> new TreeSet<>()).add(language);
            if (language.equals("en") || !says.containsKey(place)) {
                says.put(place, "from \"" + was.asText() + "\" to \"" + is.asText() + "\"");
            }
        }
    }
}
