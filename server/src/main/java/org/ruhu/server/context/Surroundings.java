package org.ruhu.server.context;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.ruhu.forms.Context;
import org.ruhu.server.context.Known.From;
import org.ruhu.server.door.Json;

/**
 * Every value that the rules of a form are told about a unit.
 *
 * @param withheld names of what the original interview said, where who interviews must not learn it
 */
public record Surroundings(Map<String, Known> values, Set<String> withheld) {

    public Surroundings {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** As rules take it. */
    public Context context() {
        Map<String, JsonNode> plain = new LinkedHashMap<>();
        values.forEach((name, known) -> plain.put(name, known.value()));
        return Context.of(plain);
    }

    /** As a device keeps it: defaults it has with the form. */
    public ObjectNode forDevice() {
        ObjectNode told = Json.object();
        values.forEach((name, known) -> {
            if (known.from() != From.DEFAULT && !withheld.contains(name)) {
                told.set(name, known.value());
            }
        });
        return told;
    }
}
