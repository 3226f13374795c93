package org.ruhu.server.assignment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.ruhu.forms.FormId;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.vault.Identifiers;

/** The frames of all campaigns. What is known beforehand of a unit's people is kept sealed. */
public final class Units {

    /** {@code former}: teams that had the unit and are to be told that it is gone. */
    public static final Kind KIND = new Kind("units", true, List.of(
            Index.on("team", "team", Index.SEQUENCE),
            new Index("former", List.of("former", Index.SEQUENCE), false, true),
            Index.on("listed", "campaign", "unit")));

    /** What became of a unit that was put on the frame. */
    public enum Outcome { STORED, SAME }

    private final Store store;
    private final Identifiers identifiers;

    public Units(Store store, Identifiers identifiers) {
        this.store = store;
        this.identifiers = identifiers;
    }

    public Optional<Unit> find(String campaign, String unit) {
        return Unit.numbers(unit) ? store.find(KIND, key(campaign, unit)).map(this::read) : Optional.empty();
    }

    /** Puts units on the frame or changes what is said of them. */
    public List<Outcome> put(List<Unit> units) {
        List<Boolean> inserted = store.insertAll(KIND, units.stream().map(unit -> document(unit, Set.of())).toList());
        List<Outcome> outcomes = new ArrayList<>();
        for (int i = 0; i < units.size(); i++) {
            outcomes.add(inserted.get(i) ? Outcome.STORED : change(units.get(i)));
        }
        return outcomes;
    }

    private Outcome change(Unit unit) {
        while (true) {
            Stored stored = store.find(KIND, key(unit.campaign(), unit.unit())).orElseThrow();
            Unit known = read(stored);
            if (known.equals(unit)) {
                return Outcome.SAME;
            }
            Set<String> former = former(stored);
            former.add(known.team());
            former.remove(unit.team());
            if (store.replace(KIND, document(unit, former), stored.version())) {
                return Outcome.STORED;
            }
        }
    }

    private Document document(Unit unit, Set<String> former) {
        ObjectNode body = Json.object().put("unit", unit.unit()).put("campaign", unit.campaign())
                .put("area", unit.area()).put("team", unit.team());
        body.putObject("form").put("name", unit.form().name()).put("version", unit.form().version());
        body.put("address", unit.address()).put("order", unit.order());
        unit.original().ifPresent(original -> body.put("original", original.toString()).put("blind", unit.blind()));
        former.forEach(body.putArray("former")::add);
        if (!unit.prefill().isEmpty()) {
            body.put("prefill", identifiers.seal(unit.prefill().toString(), key(unit.campaign(), unit.unit())));
        }
        if (!unit.members().isEmpty()) {
            body.put("members", identifiers.seal(Json.object().<ObjectNode>set("members", unit.members()).toString(),
                    ofMembers(key(unit.campaign(), unit.unit()))));
        }
        Map<String, Object> values = new HashMap<>(Map.of("team", unit.team(), "campaign", unit.campaign(),
                "unit", unit.unit()));
        values.put("former", List.copyOf(former));
        return new Document(key(unit.campaign(), unit.unit()), Json.bytes(body), values);
    }

    /** Reads a document of {@link #KIND}. */
    public Unit read(Stored stored) {
        ObjectNode body = Json.own(stored.body());
        JsonNode form = body.get("form");
        return new Unit(body.get("unit").textValue(), body.get("campaign").textValue(), body.get("team").textValue(),
                new FormId(form.get("name").textValue(), form.get("version").textValue()),
                body.get("address").textValue(), prefill(stored.key(), body),
                members(stored.key(), body), body.get("order").intValue(),
                Optional.ofNullable(body.path("original").textValue()).map(UUID::fromString),
                body.path("blind").booleanValue());
    }

    private ObjectNode prefill(String key, ObjectNode body) {
        if (!body.has("prefill")) {
            return Json.object();
        }
        String prefill = identifiers.open(body.get("prefill").textValue(), key);
        return Json.own(prefill.getBytes(StandardCharsets.UTF_8));
    }

    private ArrayNode members(String key, ObjectNode body) {
        if (!body.has("members")) {
            return Json.object().arrayNode();
        }
        String members = identifiers.open(body.get("members").textValue(), ofMembers(key));
        return (ArrayNode) Json.own(members.getBytes(StandardCharsets.UTF_8)).get("members");
    }

    private static String ofMembers(String key) {
        return key + " members";
    }

    /** Units of a team that were changed behind a place in the change order, in that order. */
    List<Stored> ofTeam(String team, long since, int limit) {
        return list(Range.of("team", team).after(List.of(team, since)).limit(limit));
    }

    /** Units that a team had, and that were taken from it behind a place in the change order. */
    List<Stored> takenFrom(String team, long since, int limit) {
        return list(Range.of("former", team).after(List.of(team, since)).limit(limit));
    }

    private List<Stored> list(Range range) {
        List<Stored> list = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, range)) {
            cursor.forEachRemaining(list::add);
        }
        return list;
    }

    private static Set<String> former(Stored stored) {
        Set<String> former = new LinkedHashSet<>();
        Json.own(stored.body()).get("former").forEach(team -> former.add(team.textValue()));
        return former;
    }

    private static String key(String campaign, String unit) {
        return Unit.area(unit) + "/" + campaign + "/" + unit;
    }
}
