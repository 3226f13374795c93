package org.ruhu.server.audit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.server.door.Json;

class EventTest {

    @ParameterizedTest
    @ValueSource(strings = {"a\0b", "a\nb", "a\u007Fb", "a\uD800b"})
    void whatSomebodyAskedForCanBeReadInTheLog(String asked) {
        Event event = Event.of("zhuoma", "x-read", asked).with("purpose", asked);
        assertThat(event.subject()).isEqualTo("a\uFFFDb");
        assertThat(Json.own(Json.bytes(event.detail())).get("purpose").textValue()).isEqualTo("a\uFFFDb");
    }

    @Test
    void nobodyFillsTheLog() {
        String endless = "扎".repeat(100_000);
        assertThat(Event.of("zhuoma", "x-read", endless).subject().length()).isEqualTo(4_000);
    }
}
