package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ruhu.server.progress.FrailStore;
import org.ruhu.server.store.Store;

class FailureTest extends ServerKit {

    private FrailStore frail;

    @Override
    protected Map<String, String> changedSettings() {
        return Map.of("idle_seconds", "1");
    }

    @Override
    protected Store openStore() {
        frail = new FrailStore(super.openStore());
        return frail;
    }

    @Test
    void ourOwnFailureIsToldWithAnIdAndNothingElse() {
        open(Person.ZHAXI);
        frail.failingAfter(0);
        Answer answer = signIn("zhaxi", PASSWORD);
        frail.failingAfter(Integer.MAX_VALUE);
        assertThat(answer.refused(500, "broken").get("id").textValue()).hasSize(36);
        assertThat(answer.text()).doesNotContain("Exception").doesNotContain("disk").doesNotContain("org.");
        signIn("zhaxi", PASSWORD).ok();
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
