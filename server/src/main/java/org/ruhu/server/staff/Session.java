package org.ruhu.server.staff;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Stored;

/**
 * That someone signed in.
 *
 * @param key     hash of the token: who reads the store cannot sign in with it
 * @param expires moment from which the token opens nothing; a sign-out brings it forward
 * @param version of the stored document
 */
record Session(String key, String account, Instant created, Instant expires, long version) {

    boolean open(Instant at) {
        return at.isBefore(expires);
    }

    Session endedAt(Instant at) {
        return new Session(key, account, created, at, version);
    }

    Document document() {
        return new Document(key, Json.bytes(Json.object().put("account", account).put("created", created.toString())
                .put("expires", expires.toString())), Map.of());
    }

    static Session read(Stored stored) {
        ObjectNode body = Json.own(stored.body());
        return new Session(stored.key(), body.get("account").textValue(),
                Instant.parse(body.get("created").textValue()), Instant.parse(body.get("expires").textValue()), stored.version());
    }
}
