package org.ruhu.server.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ruhu.server.Person;
import org.ruhu.server.ServerKit;
import org.ruhu.server.SetClock;

class RevealLimitTest extends ServerKit {

    private final SetClock clock = new SetClock();

    @Override
    protected Clock clock() {
        return clock;
    }

    private Answer find() {
        return post(Person.COUNTY, "/api/identifiers/find", Map.of("identifier", "549902199001011234", "reason", "对核"));
    }

    @Test
    void nobodyLooksUpAWholeCounty() {
        for (int i = 0; i < 20; i++) {
            find().ok();
        }
        Answer refused = find();
        refused.refused(429, "too-many-requests");
        assertThat(refused.header("Retry-After")).isEqualTo("10");
        clock.pass(Duration.ofSeconds(10));
        find().ok();
        find().refused(429, "too-many-requests");
    }
}
