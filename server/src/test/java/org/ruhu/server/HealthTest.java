package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HealthTest extends ServerKit {

    @Test
    void healthIsToldToEverybody() {
        Answer answer = get("", "/health");
        assertThat(answer.ok().get("status").textValue()).isEqualTo("up");
        assertThat(answer.json().get("store").textValue()).isEqualTo("sqlite");
    }

    @Test
    void whoSignsInIsKnown() {
        assertThat(get(ADMINISTRATOR, "/api/session").ok().get("account").textValue()).isEqualTo(ADMINISTRATOR);
    }
}
