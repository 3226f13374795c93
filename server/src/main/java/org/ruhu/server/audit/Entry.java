package org.ruhu.server.audit;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.ruhu.forms.Canonical;
import org.ruhu.server.door.Json;

/**
 * One thing that happened, chained to the one before.
 *
 * @param actor    account, or {@code -} for nobody known
 * @param action   kebab-case, such as {@code signed-in}
 * @param subject  what it was done to; never a name or an answer
 * @param previous hash of entry {@code number - 1}; for the first one {@link #START}
 */
public record Entry(long number, Instant at, String actor, String action, String subject, ObjectNode detail,
        String previous, String hash) {

    static final String START = "0".repeat(64);

    static Entry after(long number, String previous, Instant at, Event event) {
        Entry open = new Entry(number, at, event.actor(), event.action(), event.subject(), event.detail(),
                previous, "");
        return new Entry(number, at, event.actor(), event.action(), event.subject(), event.detail(),
                previous, open.computed());
    }

    /** The hash this entry must have. */
    String computed() {
        return Canonical.digest(content());
    }

    ObjectNode json() {
        return content().put("hash", hash);
    }

    private ObjectNode content() {
        ObjectNode content = Json.object().put("number", number).put("at", at.toString()).put("actor", actor)
                .put("action", action).put("subject", subject);
        content.set("detail", detail);
        return content.put("previous", previous);
    }

    static Entry read(ObjectNode json) {
        return new Entry(json.get("number").longValue(), Instant.parse(json.get("at").textValue()),
                json.get("actor").textValue(), json.get("action").textValue(), json.get("subject").textValue(),
                (ObjectNode) json.get("detail"), json.get("previous").textValue(), json.get("hash").textValue());
    }
}
