package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import org.ruhu.tools.remote.Remote;

/** Where the administrator puts units. */
final class Frame {

    private final Remote administrator;

    Frame(Remote administrator) {
        this.administrator = administrator;
    }

    /** The same again changes nothing. */
    void put(String campaign, ObjectNode unit) throws IOException {
        Lines lines = new Lines();
        lines.add(unit);
        put(campaign, lines);
    }

    void put(String campaign, Lines units) throws IOException {
        expectNoneRefused(administrator.post("/api/campaigns/" + campaign + "/units", "application/x-ndjson",
                units.taken()));
    }

    void putRegions(Lines regions) throws IOException {
        expectNoneRefused(administrator.post("/api/regions", "application/x-ndjson", regions.taken()));
    }

    private static void expectNoneRefused(JsonNode answer) {
        if (!answer.path("refused").isEmpty()) {
            throw new IllegalStateException("the demo was refused: " + answer.path("refused").get(0));
        }
    }
}
