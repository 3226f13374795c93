package org.ruhu.tools.form;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;

/** Interviews kept beside a form, as a whole or as changes of another one. */
final class Examples {

    private static final int LONGEST_CHAIN = 8;

    private Examples() {}

    /** Empty when there is none of this name, or none that can be made sense of. */
    static Optional<ObjectNode> whole(String name, Map<String, JsonNode> examples) {
        return whole(name, examples, LONGEST_CHAIN);
    }

    private static Optional<ObjectNode> whole(String name, Map<String, JsonNode> examples, int left) {
        JsonNode told = examples.get(name);
        if (left == 0 || !(told instanceof ObjectNode object)) {
            return Optional.empty();
        }
        if (!told.has("base")) {
            ObjectNode copy = object.deepCopy();
            copy.withObject("/answers");
            return Optional.of(copy);
        }
        return whole(told.path("base").asText().replace(".json", ""), examples, left - 1).map(base -> {
            told.path("change").properties().forEach(change ->
                    put((ObjectNode) base.path("answers"), change.getKey(), change.getValue()));
            told.path("missing").properties().forEach(e -> base.withObject("/missing").set(e.getKey(), e.getValue()));
            told.path("context").properties().forEach(e -> base.withObject("/context").set(e.getKey(), e.getValue()));
            return base;
        });
    }

    /** Sets, adds as next row or, given null, removes what stands at a pointer; one that leads nowhere is let be. */
    static void put(ObjectNode answers, String pointer, JsonNode value) {
        JsonPointer place = JsonPointer.compile(pointer);
        if (place.matches()) {
            return;
        }
        JsonNode owner = answers.at(place.head());
        int row = place.last().getMatchingIndex();
        String name = place.last().getMatchingProperty();
        if (owner instanceof ArrayNode rows && row >= 0 && row <= rows.size()) {
            if (row == rows.size()) {
                rows.add(value);
            } else {
                rows.set(row, value);
            }
        } else if (owner instanceof ObjectNode fields && value.isNull()) {
            fields.remove(name);
        } else if (owner instanceof ObjectNode fields) {
            fields.set(name, value);
        }
    }
}
