package org.ruhu.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;

class HealthTest extends SharedServerKit {

    @Test
    void healthIsToldToEverybody() {
        JsonNode health = get("/health").ok();
        assertThat(health.get("status").textValue()).isEqualTo("up");
        assertThat(health.get("store").textValue()).isEqualTo("sqlite");
        assertThat(health.get("version").textValue()).isNotEmpty();
    }
}
