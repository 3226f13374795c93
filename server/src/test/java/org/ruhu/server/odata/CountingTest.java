package org.ruhu.server.odata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ruhu.server.SetClock;
import org.ruhu.server.door.Refusal;

/** Counts that take longer than anybody waits. */
class CountingTest {

    private final SetClock clock = new SetClock();
    private final CountDownLatch slow = new CountDownLatch(1);
    private final AtomicInteger begun = new AtomicInteger();
    private final Counting impatient = new Counting(clock, Duration.ZERO);
    private final Counting patient = new Counting(clock, Duration.ofMinutes(1));

    @AfterEach
    void close() {
        slow.countDown();
        impatient.close();
        patient.close();
    }

    private long slowly() throws InterruptedException {
        begun.incrementAndGet();
        slow.await();
        return 7;
    }

    @Test
    void whoCannotWaitIsToldToComeAgainAndFindsTheCountThatWentOn() {
        assertThatThrownBy(() -> impatient.of("members", this::slowly)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.status()).isEqualTo(503));
        slow.countDown();
        long count = 0;
        while (count == 0) {
            try {
                count = impatient.of("members", this::slowly);
            } catch (Refusal again) {
                Thread.onSpinWait();
            }
        }
        assertThat(count).isEqualTo(7);
        assertThat(begun).hasValue(1);
    }

    @Test
    void aCountIsToldAgainForAWhileAndToNobodyWhoAsksSomethingElse() {
        assertThat(patient.of("members", () -> 3L)).isEqualTo(3);
        assertThat(patient.of("members", () -> 4L)).isEqualTo(3);
        assertThat(patient.of("jobs", () -> 5L)).isEqualTo(5);
        clock.pass(Duration.ofMinutes(10));
        assertThat(patient.of("members", () -> 4L)).isEqualTo(4);
    }

    @Test
    void whatCouldNotBeCountedIsTriedAgain() {
        assertThatThrownBy(() -> patient.of("members", () -> {
            throw new IllegalArgumentException("no");
        })).isInstanceOf(IllegalStateException.class);
        assertThat(patient.of("members", () -> 3L)).isEqualTo(3);
    }

    @Test
    void notEverybodyMayBeginOne() {
        for (int i = 0; i < 20; i++) {
            int one = i;
            assertThatThrownBy(() -> impatient.of(one, this::slowly)).isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> impatient.of("one more", this::slowly)).isInstanceOfSatisfying(Refusal.class,
                refusal -> assertThat(refusal.status()).isEqualTo(429));
    }
}
