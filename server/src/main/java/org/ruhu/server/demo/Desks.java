package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.function.Predicate;
import org.ruhu.tools.remote.Remote;

/**
 * Reviews as instructors and the county office leave them at noon: most interviews accepted, a few only passed on, some
 * returned to their teams, some not looked at. What becomes of an interview follows from its name, so that doing it
 * again changes nothing.
 */
final class Desks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FATES = 16;
    private static final int RETURNED = 0;
    private static final int NOT_LOOKED_AT = 1;
    private static final int PASSED_ONLY = 2;
    private static final String REASON =
            "请核对家庭成员人数和收入，补齐后重新完成 / check the members and the income, then finish it again";

    private final Remote instructor;
    private final Remote county;
    private final String census;

    /** @param census of whose interviews some are left to be done; all those of other campaigns are accepted */
    Desks(Remote instructor, Remote county, String census) {
        this.instructor = instructor;
        this.county = county;
        this.census = census;
    }

    void review() throws IOException {
        returnSome();
        together(instructor, "received", "pass", row -> fate(row) != RETURNED && fate(row) != NOT_LOOKED_AT);
        together(county, "checked", "accept", row -> fate(row) != PASSED_ONLY);
    }

    private int fate(JsonNode row) {
        return row.path("campaign").asText().equals(census)
                ? Math.floorMod(row.path("submission").asText().hashCode(), FATES) : FATES;
    }

    private void returnSome() throws IOException {
        String after = "";
        do {
            JsonNode page = page(instructor, "received", after);
            for (JsonNode row : page.path("submissions")) {
                if (fate(row) == RETURNED) {
                    giveBack(row);
                }
            }
            after = page.path("next").asText();
        } while (!after.isEmpty());
    }

    private static JsonNode page(Remote desk, String state, String after) throws IOException {
        return desk.get("/api/submissions?limit=500&state=" + state + (after.isEmpty() ? "" : "&after=" + after));
    }

    private void giveBack(JsonNode row) throws IOException {
        ObjectNode step = named(JSON.createObjectNode(), row).put("step", "return").put("reason", REASON);
        step.putArray("fields").add("/n_hukou");
        instructor.post("/api/submissions/" + row.path("submission").asText() + "/steps", "application/json",
                JSON.writeValueAsBytes(step));
    }

    private static void together(Remote desk, String state, String step, Predicate<JsonNode> wanted)
            throws IOException {
        String after = "";
        do {
            JsonNode page = page(desk, state, after);
            ObjectNode body = JSON.createObjectNode().put("step", step);
            for (JsonNode row : page.path("submissions")) {
                if (wanted.test(row)) {
                    named(body.withArray("submissions").addObject(), row)
                            .put("submission", row.path("submission").asText());
                }
            }
            if (body.has("submissions")) {
                desk.post("/api/submissions/steps", "application/json", JSON.writeValueAsBytes(body));
            }
            after = page.path("next").asText();
        } while (!after.isEmpty());
    }

    /** The next step about what was seen. */
    private static ObjectNode named(ObjectNode step, JsonNode row) {
        return step.put("number", row.path("taken").asInt() + 1).put("revision", row.path("number").asInt());
    }
}
