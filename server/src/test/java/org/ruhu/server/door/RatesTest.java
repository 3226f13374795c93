package org.ruhu.server.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ruhu.server.SetClock;

class RatesTest {

    private final SetClock clock = new SetClock();
    private final Rates rates = new Rates(0.5, 3, clock);

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            rates.take("zhaxi");
        }
    }

    private void assertRefused() {
        assertThatThrownBy(() -> rates.take("zhaxi")).isInstanceOfSatisfying(Refusal.class, refusal ->
                assertThat(refusal.members()).containsEntry("retryAfter", 2L));
    }

    @Test
    void whoWasQuietMayAskSomeTimesAtOnce() {
        take(3);
        assertRefused();
    }

    @Test
    void whatWasTakenComesBackWithTime() {
        take(3);
        clock.pass(Duration.ofSeconds(1));
        assertRefused();
        clock.pass(Duration.ofSeconds(1));
        take(1);
        assertRefused();
        clock.pass(Duration.ofDays(1));
        take(3);
        assertRefused();
    }

    @Test
    void nobodyPaysForSomebodyElse() {
        take(3);
        rates.take("duoji");
    }

    @Test
    void aRefusedRequestCostsNothing() {
        take(3);
        for (int i = 0; i < 100; i++) {
            assertRefused();
        }
        clock.pass(Duration.ofSeconds(2));
        take(1);
    }
}
