package org.ruhu.server.link;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Locale;
import org.ruhu.forms.Canonical;
import org.ruhu.server.door.Json;

/**
 * What somebody said about a pair: judged it, or undid what was decided. Append-only.
 *
 * @param number from 1, without gaps
 * @param said   verdict, evidence and note; or the reason for undoing
 */
record Judgement(int number, Kind kind, String account, Instant at, ObjectNode said) {

    static final int HIGHEST = 999;

    enum Kind {
        JUDGE, UNDO;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }
    }

    static String prefix(String pair) {
        return pair + "/";
    }

    String key(String pair) {
        return prefix(pair) + Integer.toString(HIGHEST + 1 + number).substring(1);
    }

    static String pair(String key) {
        return key.substring(0, key.lastIndexOf('/'));
    }

    /** Of a judgement. */
    Verdict verdict() {
        return Verdict.of(said.path("verdict").asText()).orElseThrow();
    }

    boolean judges() {
        return kind == Kind.JUDGE;
    }

    /** The same again, as from a page that was sent twice. */
    boolean repeats(Judgement other) {
        return number == other.number && kind == other.kind && account.equals(other.account) && said.equals(other.said);
    }

    ObjectNode json() {
        ObjectNode json = Json.object().put("number", number).put("kind", kind.word()).put("account", account)
                .put("at", at.toString());
        json.set("said", said);
        return json;
    }

    /** As it is stored, with what the audit log tells of it. */
    byte[] body(String pair) {
        ObjectNode body = Json.object().put("submission", pair).put("number", number).put("author", account)
                .put("digest", Canonical.digest(json())).put("receivedAt", at.toString());
        body.set("judgement", json());
        return Json.bytes(body);
    }

    static Judgement stored(byte[] body) {
        return read(Json.own(body).get("judgement"));
    }

    static Judgement read(JsonNode json) {
        return new Judgement(json.get("number").intValue(), Kind.of(json.get("kind").textValue()),
                json.get("account").textValue(), Instant.parse(json.get("at").textValue()),
                (ObjectNode) json.get("said"));
    }
}
