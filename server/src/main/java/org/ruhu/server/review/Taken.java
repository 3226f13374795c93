package org.ruhu.server.review;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.UUID;
import org.ruhu.forms.Canonical;
import org.ruhu.server.door.Json;

/**
 * One step somebody took about a submission. Append-only.
 *
 * @param number   from 1, without gaps, whatever the revision
 * @param revision number of the revision it was taken about
 * @param said     what goes with it: {@code reason}, {@code fields} (JSON pointers into the answers), {@code evidence}
 */
public record Taken(int number, int revision, Step step, String account, Instant at, ObjectNode said) {

    static final int HIGHEST = 9_999;

    /** Begins as the keys of the submission's revisions do, so that both lie in one order. */
    String key(String area, UUID submission) {
        return area + "/" + submission + "/" + Integer.toString(HIGHEST + 1 + number).substring(1);
    }

    /** The same step again, as from a page that was sent twice. */
    boolean repeats(Taken other) {
        return number == other.number && revision == other.revision && step == other.step
                && account.equals(other.account) && said.equals(other.said);
    }

    public String text(String member) {
        return said.path(member).asText();
    }

    /** As people are told. */
    public ObjectNode json() {
        ObjectNode json = Json.object().put("number", number).put("revision", revision).put("step", step.word())
                .put("account", account).put("at", at.toString());
        json.set("said", said);
        return json;
    }

    /** By which the audit log knows it. */
    public String digest() {
        return Canonical.digest(json());
    }

    /** As it is stored, with what the audit log tells of it. */
    byte[] body(Subject subject) {
        ObjectNode body = Json.object().put("submission", subject.submission() + "/review").put("number", number)
                .put("author", account).put("digest", digest()).put("receivedAt", at.toString())
                .put("campaign", subject.campaign()).put("unit", subject.unit()).put("area", subject.area());
        body.set("taken", json());
        return Json.bytes(body);
    }

    public static Taken read(byte[] stored) {
        JsonNode json = Json.own(stored).get("taken");
        return new Taken(json.get("number").intValue(), json.get("revision").intValue(),
                Step.of(json.get("step").textValue()).orElseThrow(), json.get("account").textValue(),
                Instant.parse(json.get("at").textValue()), (ObjectNode) json.get("said"));
    }
}
