package org.ruhu.forms.outside;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.FormVersion;

/** From where one value of {@code x-context} comes, unless someone gives it. */
public sealed interface ContextSource {

    /** The parameter tables. */
    record Parameter(String name) implements ContextSource {}

    /** The latest interviews of a form in the unit's area. */
    record Gathered(Gather gather) implements ContextSource {}

    /** The interview this unit goes back to; the expression is in the language of its form. */
    record Original(String form, String of) implements ContextSource {}

    /** What is known about the interview this unit goes back to: its team, its area, the day it arrived. */
    record AboutOriginal(String what) implements ContextSource {}

    /** Of every value that says where it comes from, by name. */
    static Map<String, ContextSource> of(FormVersion form) {
        Map<String, ContextSource> sources = new LinkedHashMap<>();
        form.schema().path("x-context").properties().forEach(declared ->
                of(declared.getValue()).ifPresent(source -> sources.put(declared.getKey(), source)));
        return sources;
    }

    private static Optional<ContextSource> of(JsonNode declared) {
        if (declared.has("parameter")) {
            return Optional.of(new Parameter(declared.get("parameter").asText()));
        }
        JsonNode original = declared.path("original");
        if (original.has("meta")) {
            return Optional.of(new AboutOriginal(original.get("meta").asText()));
        }
        if (original.has("of")) {
            return Optional.of(new Original(original.path("form").asText(), original.get("of").asText()));
        }
        return Gather.read(declared.path("gather")).map(Gathered::new);
    }
}
