package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.remote.Remote;

/** Likely doubles as clerks leave them after a morning: some decided, one disputed, one judged once, the others waiting. */
final class Doubles {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What the first clerk says and what the second, pair by pair. */
    private static final List<List<String>> SAID =
            List.of(List.of("same", "same"), List.of("same", "different"), List.of("unsure"));
    private static final int LEFT_TO_TRY = 2;

    private final Remote first;
    private final Remote second;
    private final String campaign;

    Doubles(Remote first, Remote second, String campaign) {
        this.first = first;
        this.second = second;
        this.campaign = campaign;
    }

    /** What was judged before stays; a small demo keeps its few pairs for those who try it. */
    void judge() throws IOException {
        List<JsonNode> pairs = new ArrayList<>();
        first.get("/api/linkage/pairs?zone=clerical&sort=weight&campaign=" + campaign).path("pairs").forEach(pairs::add);
        boolean begun = pairs.stream().anyMatch(pair -> pair.path("taken").asInt() > 0);
        for (int i = 0; i < SAID.size() && !begun && i < pairs.size() - LEFT_TO_TRY; i++) {
            say(first, pairs.get(i), 1, SAID.get(i).get(0));
            if (SAID.get(i).size() > 1) {
                say(second, pairs.get(i), 2, SAID.get(i).get(1));
            }
        }
    }

    private static void say(Remote clerk, JsonNode pair, int number, String verdict) throws IOException {
        ObjectNode said = JSON.createObjectNode().put("verdict", verdict);
        said.putArray("evidence").add("kin");
        clerk.put("/api/linkage/pairs/" + pair.path("id").asText() + "/judgements/" + number, "application/json",
                JSON.writeValueAsBytes(said));
    }
}
