package org.ruhu.server.review;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Document;

/** Steps of a review as a store holds them, for stores that are filled without a server. */
public final class StoredSteps {

    private StoredSteps() {}

    /** About the first revision. */
    public static Document of(String campaign, String place, String unit, int number, String step) {
        return of(campaign, place, unit, number, 1, step);
    }

    /** @param place of the submission: the key of its revisions without their number */
    public static Document of(String campaign, String place, String unit, int number, int revision, String step) {
        ObjectNode body = Json.object().put("campaign", campaign).put("unit", unit);
        body.putObject("taken").put("number", number).put("revision", revision).put("step", step).put("account", "zhuoma")
                .put("at", "2026-11-21T02:00:00Z").putObject("said").put("reason", "理由");
        return new Document(place + "/%04d".formatted(number), Json.bytes(body),
                Map.of("campaign", campaign, "unit", unit, "team", "team-1"));
    }
}
