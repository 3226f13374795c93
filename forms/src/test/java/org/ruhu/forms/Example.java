package org.ruhu.forms;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;

/**
 * An interview kept beside its form: whole, or as changes of another one.
 *
 * @param finds what confronting it must find, where that is not the check it is named after
 */
record Example(ObjectNode answers, Map<String, String> missing, Map<String, JsonNode> context, String finds) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Example of(FormId form, String name) {
        JsonNode told = read("/forms/" + form.name() + "/" + form.version() + "/examples/" + name + ".json");
        String finds = told.path("finds").asText(name.substring(0, Math.max(0, name.indexOf('.'))));
        if (!told.has("base")) {
            Example whole = new Example((ObjectNode) told.path("answers"), new HashMap<>(), new HashMap<>(), finds);
            told.path("missing").properties().forEach(e -> whole.missing.put(e.getKey(), e.getValue().textValue()));
            told.path("context").properties().forEach(e -> whole.context.put(e.getKey(), e.getValue()));
            return whole;
        }
        Example base = of(form, told.path("base").textValue().replace(".json", ""));
        told.path("change").properties().forEach(e -> put(base.answers, e.getKey(), e.getValue()));
        told.path("context").properties().forEach(e -> base.context.put(e.getKey(), e.getValue()));
        return new Example(base.answers, base.missing, base.context, finds);
    }

    /** Sets, adds as next row or, given JSON null, removes what stands at a pointer. */
    static void put(ObjectNode answers, String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        JsonNode owner = answers.at(place.head());
        String name = place.last().getMatchingProperty();
        if (owner instanceof ArrayNode rows && rows.size() == place.last().getMatchingIndex()) {
            rows.add(value);
        } else if (owner instanceof ArrayNode rows) {
            rows.set(place.last().getMatchingIndex(), value);
        } else if (value.isNull()) {
            ((ObjectNode) owner).remove(name);
        } else {
            ((ObjectNode) owner).set(name, value);
        }
    }

    Answers given() {
        return new Answers(answers, missing);
    }

    private static JsonNode read(String resource) {
        try (InputStream in = Example.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new AssertionError("there is no example " + resource);
            }
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(resource, unreadable);
        }
    }
}
