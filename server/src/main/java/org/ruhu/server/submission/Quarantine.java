package org.ruhu.server.submission;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.ruhu.forms.Canonical;
import org.ruhu.server.assignment.Unit;
import org.ruhu.server.door.Body;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Grant;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.vault.Identifiers;

/**
 * What tablets sent that could be read but not be stored as a revision. Nobody knows what stands where in it, so all
 * of it is one secret. The same from the same account is kept once, and one account can only fill a part of it.
 */
public final class Quarantine {

    public static final Kind KIND = new Kind("quarantine", false, List.of(
            Index.on("listed", "area"), Index.unique("identity", "id"), Index.on("account", "account", "bytes")));

    static final String ID_PATTERN = "[A-Za-z0-9_-]{32}";
    private static final int MOST_ITEMS = 1_000;
    private static final long MOST_BYTES = 50_000_000;

    /**
     * Something kept.
     *
     * @param area where those sit who may see it; the sender's own when the unit is unknown or not the sender's
     */
    record Item(String id, Optional<RevisionId> revision, Optional<String> unit, String campaign, String area,
            String team, String account, String at, String secret) {

        String key() {
            return area + "/" + at + "/" + id;
        }

        boolean readableBy(Login login) {
            return login.reach(Role.INSTRUCTOR, Role.COUNTY).covers(campaign, area)
                    || login.has(Role.ENUMERATOR) && login.team().equals(Optional.of(team));
        }

        ObjectNode json() {
            ObjectNode json = Json.object().put("id", id);
            revision.ifPresent(meant -> json.put("submission", meant.submission().toString())
                    .put("number", meant.number()));
            unit.ifPresent(known -> json.put("unit", known));
            return json.put("area", area).put("team", team).put("at", at);
        }
    }

    private final Store store;
    private final Identifiers identifiers;
    private final Clock clock;

    public Quarantine(Store store, Identifiers identifiers, Clock clock) {
        this.store = store;
        this.identifiers = identifiers;
        this.clock = clock;
    }

    /** Keeps what was refused; the refusal then tells under which id, or that there was no room. */
    Refusal keep(Login login, Optional<RevisionId> revision, Body body, Refusal refusal) {
        String sent = body.object().toString();
        String id = identifiers.fingerprint(String.join("\n", "quarantine", login.account(),
                revision.map(RevisionId::toString).orElse(""), Canonical.digest(TextNode.valueOf(sent))));
        if (find(id).isEmpty()) {
            if (!room(login, sent.length())) {
                return refusal.with("quarantine", "full");
            }
            ObjectNode secret = Json.object().put("body", sent);
            secret.set("problem", refusal.problem());
            store.insert(KIND, document(item(login, revision, body.object(), id, secret), sent.length()));
        }
        return refusal.with("quarantine", id);
    }

    private Item item(Login login, Optional<RevisionId> revision, ObjectNode sent, String id, ObjectNode secret) {
        Grant grant = login.grants().stream().filter(held -> held.role() == Role.ENUMERATOR).findFirst().orElseThrow();
        String campaign = sent.path("campaign").asText();
        Optional<String> unit = Optional.of(sent.path("unit").asText()).filter(Unit::numbers);
        boolean own = login.reach(Role.ENUMERATOR).enters(campaign);
        Optional<String> area = unit.map(Unit::area)
                .filter(place -> own && login.reach(Role.ENUMERATOR).covers(campaign, place));
        return new Item(id, revision, unit, own ? campaign : grant.campaign(), area.orElse(grant.area()),
                login.team().orElse(""), login.account(), clock.instant().toString(),
                identifiers.seal(secret.toString(), "quarantine " + id));
    }

    private boolean room(Login login, long bytes) {
        Map<List<Object>, Long> kept = store.count(KIND, Range.of("account", login.account()), 2);
        long items = kept.values().stream().mapToLong(n -> n).sum();
        long size = kept.entrySet().stream().mapToLong(group -> (Long) group.getKey().get(1) * group.getValue()).sum();
        return items < MOST_ITEMS && size + bytes <= MOST_BYTES;
    }

    private static Document document(Item item, long bytes) {
        ObjectNode body = item.json().put("campaign", item.campaign()).put("account", item.account())
                .put("secret", item.secret());
        return new Document(item.key(), Json.bytes(body),
                Map.of("area", item.area(), "id", item.id(), "account", item.account(), "bytes", bytes));
    }

    static Item read(byte[] stored) {
        ObjectNode body = Json.own(stored);
        Optional<RevisionId> revision = body.has("number") ? Optional.of(new RevisionId(
                UUID.fromString(body.get("submission").textValue()), body.get("number").intValue())) : Optional.empty();
        return new Item(body.get("id").textValue(), revision, Optional.ofNullable(body.path("unit").textValue()),
                body.get("campaign").textValue(), body.get("area").textValue(), body.get("team").textValue(),
                body.get("account").textValue(), body.get("at").textValue(), body.get("secret").textValue());
    }

    Optional<Item> find(String id) {
        try (Cursor found = store.range(KIND, Range.of("identity", id))) {
            return found.hasNext() ? Optional.of(read(found.next().body())) : Optional.empty();
        }
    }

    /**
     * In order of area and time.
     *
     * @param areas prefixes, none inside another, sorted
     * @param after key of the item to go on behind
     */
    List<Item> list(List<String> areas, Predicate<Item> readable, Optional<String> after, int limit) {
        List<Item> items = new ArrayList<>();
        for (String area : areas) {
            try (Cursor cursor = store.range(KIND, behind(area, after))) {
                while (cursor.hasNext() && items.size() < limit) {
                    Optional.of(read(cursor.next().body())).filter(readable).ifPresent(items::add);
                }
            }
        }
        return items;
    }

    private static Range behind(String area, Optional<String> after) {
        Range range = Range.of("listed").startingWith(area);
        return after.map(key -> range.after(List.of(key.substring(0, key.indexOf('/')), key))).orElse(range);
    }

    ObjectNode problem(Item item) {
        return (ObjectNode) opened(item).get("problem");
    }

    /** What was sent. */
    JsonNode body(Item item) {
        return Json.read(opened(item).get("body").textValue().getBytes(StandardCharsets.UTF_8));
    }

    private ObjectNode opened(Item item) {
        return Json.own(identifiers.open(item.secret(), "quarantine " + item.id()).getBytes(StandardCharsets.UTF_8));
    }
}
