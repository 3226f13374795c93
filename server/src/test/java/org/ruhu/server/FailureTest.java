package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FailureTest extends ServerKit {

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("idle_seconds", "1");
    }

    @Test
    void ourOwnFailureIsToldWithAnIdAndNothingElse() {
        token(Person.ZHAXI);
        store.close();
        Answer answer = get("/health");
        JsonNode problem = answer.refused(500, "broken");
        assertThat(problem.get("id").textValue()).hasSize(36);
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("ruhu.db").doesNotContain("org.");
        signIn("zhaxi", PASSWORD).refused(500, "broken");
    }

    @Test
    void whoSendsNothingMoreIsNotWaitedForForever() {
        String head = "POST /api/session HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
        String answer = RawRequest.answerWithoutEnd(app.uri(), head);
        assertThat(RawRequest.status(answer)).as(answer).isEqualTo(408);
        assertThat(answer).contains("/problems/too-slow");
        assertThat(RawRequest.answerWithoutEnd(app.uri(), "GET /hea")).as("no request yet, no answer").isEmpty();
    }
}
