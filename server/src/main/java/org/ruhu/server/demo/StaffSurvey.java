package org.ruhu.server.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.forms.FormId;
import org.ruhu.tools.remote.Remote;

/** The anonymous survey: ballots, and enough people who have answered for their answers to be handed out. */
final class StaffSurvey {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ANSWERED = 12;
    private static final int FREE = 8;

    private StaffSurvey() {}

    /** New ballots; they are told only once, so whoever asks keeps them before anything is answered. */
    static List<String> ballots(Remote administrator, String county) throws IOException {
        ObjectNode wanted = JSON.createObjectNode().put("count", ANSWERED + FREE).put("area", county);
        List<String> ballots = new ArrayList<>();
        administrator.post("/api/campaigns/" + Round.STAFF + "/ballots", "application/json",
                JSON.writeValueAsBytes(wanted)).path("ballots").forEach(ballot -> ballots.add(ballot.asText()));
        return ballots;
    }

    /** @return the ballots that are left */
    static List<String> answered(Remote anybody, List<String> ballots, String county) throws IOException {
        FormId form = new FormId("staff-survey", "1.0");
        int answering = Math.max(0, ballots.size() - FREE);
        for (int i = 0; i < answering; i++) {
            ObjectNode answers = DemoTablet.example(form).put("county", county).put("sleep", "" + (1 + i % 3))
                    .put("hours_week", "" + (1 + i % 4)).put("enough_time", "" + (1 + i / 5));
            if (i % 3 > 0) {
                answers.put("pressed", "0").remove(List.of("pressed_what", "pressed_by", "pressed_done"));
            }
            ObjectNode body = JSON.createObjectNode().put("ballot", ballots.get(i));
            body.putObject("form").put("name", form.name()).put("version", form.version());
            body.set("answers", answers);
            anybody.put("/api/surveys/" + Round.STAFF + "/answers", "application/json", JSON.writeValueAsBytes(body));
        }
        return ballots.subList(answering, ballots.size());
    }
}
