package org.ruhu.server.problem;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.forms.Canonical;
import org.ruhu.server.door.Json;

/**
 * One step somebody took about a problem. Append-only.
 *
 * @param number from 1, without gaps
 * @param said   what goes with the step: a reason, who is responsible, by when, proofs
 */
record Move(int number, Step step, String account, Instant at, ObjectNode said) {

    static final int HIGHEST = 999;

    String key(String problem) {
        return problem + "/" + Integer.toString(HIGHEST + 1 + number).substring(1);
    }

    /** The same step again, as from a page that was sent twice. */
    boolean repeats(Move other) {
        return number == other.number && step == other.step && account.equals(other.account) && said.equals(other.said);
    }

    String text(String member) {
        return said.path(member).asText();
    }

    /** SHA-256 of the photos and papers that show it. */
    List<String> proofs() {
        List<String> proofs = new ArrayList<>();
        said.path("proofs").forEach(proof -> proofs.add(proof.asText()));
        return proofs;
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("number", number).put("step", step.word()).put("account", account)
                .put("at", at.toString());
        json.set("said", said);
        return json;
    }

    /** As it is stored, with what the audit log tells of it. */
    byte[] body(ProblemId problem) {
        ObjectNode body = Json.object().put("submission", problem.toString()).put("number", number)
                .put("author", account).put("digest", Canonical.digest(json())).put("receivedAt", at.toString());
        body.set("move", json());
        return Json.bytes(body);
    }

    static Move stored(byte[] body) {
        return read(Json.own(body).get("move"));
    }

    static Move read(JsonNode json) {
        return new Move(json.get("number").intValue(), Step.of(json.get("step").textValue()).orElseThrow(),
                json.get("account").textValue(), Instant.parse(json.get("at").textValue()),
                (ObjectNode) json.get("said"));
    }
}
