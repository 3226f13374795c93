package org.ruhu.server.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ruhu.server.door.Json;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.lines.Revision;

/** A table of a dataset as a set of entities: one for each row, with those of the rosters in it one step away. */
final class EntitySet {

    private final Table table;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Field> keys = new ArrayList<>();
    private final Map<String, EntitySet> rosters = new LinkedHashMap<>();

    EntitySet(Table table) {
        this.table = table;
        for (int i = 0; i < table.variables().size(); i++) {
            Variable variable = table.variables().get(i);
            Field field = Field.of(variable, i);
            fields.put(field.name(), field);
            if (variable.role() == Variable.Role.KEY && (i == 0 || isLine(field.name()))) {
                keys.add(field);
            }
        }
    }

    private static boolean isLine(String key) {
        return key.equals("row") || key.endsWith("_row");
    }

    String name() {
        return table.name();
    }

    /** Name of its entity type. */
    String type() {
        return table.name() + "_row";
    }

    Optional<String> roster() {
        return table.roster();
    }

    void contains(EntitySet inner) {
        String name = inner.name();
        while (fields.containsKey(name) || rosters.containsKey(name)) {
            name += "_";
        }
        rosters.put(name, inner);
    }

    /** Sets whose rows lie in its own, by the name of the way there. */
    Map<String, EntitySet> rosters() {
        return rosters;
    }

    Map<String, Field> fields() {
        return fields;
    }

    /** What tells its entities apart: the submission, and the rows they lie in. */
    List<Field> keys() {
        return keys;
    }

    /** An entity: the cells of its row. */
    record Row(List<JsonNode> cells) {}

    List<Row> rows(Revision revision) {
        List<Row> rows = new ArrayList<>();
        try {
            table.rows(revision, Mask.IDENTIFIERS, row -> rows.add(new Row(new ArrayList<>(row.cells()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return rows;
    }

    /** Value of a property of an entity. */
    static JsonNode value(Row row, Field field) {
        return field.of(row.cells().get(field.column()));
    }

    /** Where an entity is, below the feed. */
    private String address(Row row) {
        return name() + keys.stream().map(key -> key.name() + "=" + (key.sort() == Field.Sort.TEXT
                ? "'" + value(row, key).asText() + "'" : value(row, key).asText()))
                .collect(Collectors.joining(",", "(", ")"));
    }

    /** Whether a row of a roster in this one lies in a row of this one. */
    boolean holds(Row outer, EntitySet inner, Row row) {
        for (int i = 1; i < keys.size(); i++) {
            if (!value(outer, keys.get(i)).equals(value(row, inner.keys.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /**
     * @param wanted names of properties; empty for all
     * @param expand ways to rosters that come along, with the properties they are to have
     */
    ObjectNode json(Revision revision, Row row, List<String> wanted,
                    Map<String, List<String>> expand) {
        ObjectNode json = Json.object();
        fields.values().stream().filter(field -> wanted.isEmpty() || wanted.contains(field.name()))
                .forEach(field -> json.set(field.name(), value(row, field)));
        expand.forEach((way, properties) -> {
            EntitySet inner = rosters.get(way);
            json.put(way + "@odata.navigationLink", address(row) + "/" + way);
            var array = json.putArray(way);
            inner.rows(revision).stream().filter(candidate -> holds(row, inner, candidate))
                    .forEach(found -> array.add(inner.json(revision, found, properties, Map.of())));
        });
        return json;
    }
}
