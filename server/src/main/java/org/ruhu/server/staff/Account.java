package org.ruhu.server.staff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Document;

/**
 * Someone who may sign in.
 *
 * @param password  hash, as {@link Passwords} writes it
 * @param closed    whether the account no longer opens anything
 * @param since     sessions opened before open nothing
 * @param version   of the stored document it was read from; 0 for a new one
 */
record Account(String account, String name, Optional<String> team, String password, List<Grant> grants, boolean closed,
        Instant since, long version) {

    Account {
        grants = List.copyOf(grants);
    }

    /** The login this account gives at a moment. */
    Login login(Instant at) {
        return new Login(account, name, team, grants.stream().filter(grant -> grant.holds(at)).toList());
    }

    boolean opens(Session session, Instant at) {
        return !closed && session.open(at) && !session.created().isBefore(since);
    }

    /** Someone who only interviews, on a device that may be far from any network for weeks. */
    boolean onlyInterviews() {
        return grants.stream().allMatch(grant -> grant.role() == Role.ENUMERATOR);
    }

    /** What an administrator sees. */
    ObjectNode shown() {
        ObjectNode shown = Json.object().put("account", account).put("name", name);
        team.ifPresent(t -> shown.put("team", t));
        shown.set("grants", written(grants));
        return shown.put("closed", closed);
    }

    Document document() {
        return new Document(account, Json.bytes(shown().put("password", password).put("since", since.toString())),
                Map.of());
    }

    static Account read(byte[] body, long version) {
        ObjectNode stored = Json.own(body);
        List<Grant> grants = new ArrayList<>();
        stored.get("grants").forEach(grant -> grants.add(grant(grant)));
        return new Account(stored.get("account").textValue(), stored.get("name").textValue(), text(stored, "team"),
                stored.get("password").textValue(), grants, stored.get("closed").booleanValue(),
                Instant.parse(stored.get("since").textValue()), version);
    }

    static ArrayNode written(List<Grant> grants) {
        ArrayNode array = Json.object().arrayNode();
        for (Grant grant : grants) {
            ObjectNode written = array.addObject().put("role", grant.role().name()).put("area", grant.area())
                    .put("campaign", grant.campaign());
            grant.from().ifPresent(from -> written.put("from", from.toString()));
            grant.until().ifPresent(until -> written.put("until", until.toString()));
        }
        return array;
    }

    private static Grant grant(JsonNode stored) {
        return new Grant(Role.valueOf(stored.get("role").textValue()), stored.get("area").textValue(),
                stored.get("campaign").textValue(), text(stored, "from").map(Instant::parse),
                text(stored, "until").map(Instant::parse));
    }

    private static Optional<String> text(JsonNode object, String name) {
        return Optional.ofNullable(object.path(name).textValue());
    }
}
