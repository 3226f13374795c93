package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ruhu.forms.Program.Level;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Values;

/** Makes of answers what a device sends. */
final class Cleaning {

    private Cleaning() {}

    /** Without answers that were not relevant, with calculated values; shares what it did not change. */
    static ObjectNode of(Sheet sheet) {
        ObjectNode clean = own(sheet);
        for (Level roster : sheet.level().rosters()) {
            JsonNode rows = clean.path(roster.name());
            if (rows.isArray()) {
                clean.set(roster.name(), rows(sheet.rows(roster.slot()), rows));
            }
        }
        return clean;
    }

    private static ArrayNode rows(Sheet[] read, JsonNode given) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        for (Sheet sheet : read) {
            rows.add(sheet.given().isObject() ? of(sheet) : sheet.given());
        }
        for (int i = rows.size(); i < given.size(); i++) {
            rows.add(given.get(i));
        }
        return rows;
    }

    private static ObjectNode own(Sheet sheet) {
        ObjectNode clean = JsonNodeFactory.instance.objectNode();
        if (sheet.given() instanceof ObjectNode given) {
            clean.setAll(given);
        }
        for (Step step : sheet.level().steps().values()) {
            String name = step.question().name();
            if (!sheet.relevant(step)) {
                clean.remove(name);
            }
            if (sheet.relevant(step) && step.calculate().isPresent()) {
                JsonNode computed = Values.json(sheet.row().value(step.slot()));
                clean.remove(name);
                if (!computed.isMissingNode()) {
                    clean.set(name, computed);
                }
            }
        }
        return clean;
    }
}
