package org.ruhu.server.problem;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.ruhu.server.door.Json;

/**
 * Where a problem was found, by whom and when. Never changes.
 *
 * @param finder account of who sent the revision that first named it
 */
record Origin(String campaign, String unit, String area, String team, String finder, Instant openedAt) {

    ObjectNode json() {
        return Json.object().put("campaign", campaign).put("unit", unit).put("area", area).put("team", team)
                .put("finder", finder).put("openedAt", openedAt.toString());
    }

    static Origin read(ObjectNode json) {
        return new Origin(json.get("campaign").textValue(), json.get("unit").textValue(),
                json.get("area").textValue(), json.get("team").textValue(), json.get("finder").textValue(),
                Instant.parse(json.get("openedAt").textValue()));
    }
}
