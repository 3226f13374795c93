package org.ruhu.server.campaign;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.ruhu.server.door.Json;

/**
 * A campaign asks with another version of its form from a moment on.
 *
 * @param by account of the administrator
 */
public record Move(String version, Instant since, String by) {

    ObjectNode json() {
        return Json.object().put("version", version).put("since", since.toString()).put("by", by);
    }

    static Move read(ObjectNode json) {
        return new Move(json.get("version").textValue(), Instant.parse(json.get("since").textValue()),
                json.get("by").textValue());
    }
}
