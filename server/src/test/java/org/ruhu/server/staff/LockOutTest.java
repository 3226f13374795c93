package org.ruhu.server.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ruhu.server.SetClock;
import org.ruhu.server.door.Refusal;

class LockOutTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";

    private final SetClock clock = new SetClock();
    private final LockOut lockOut = new LockOut(clock);

    private void wrong(String account, int times) {
        for (int i = 0; i < times; i++) {
            lockOut.wrong(account, HERE);
        }
    }

    private long waitFor(String account, String address) {
        try {
            lockOut.requireOpen(account, address);
            return 0;
        } catch (Refusal refusal) {
            return refusal.problem().get("retryAfter").longValue();
        }
    }

    @Test
    void theTimeDoublesFromHalfAMinuteToAnHour() {
        wrong("zhaxi", 4);
        assertThat(waitFor("zhaxi", HERE)).isZero();
        List<Long> waits = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            wrong("zhaxi", 1);
            waits.add(waitFor("zhaxi", HERE) - 1);
            clock.pass(Duration.ofHours(1));
        }
        assertThat(waits).containsExactly(30L, 60L, 120L, 240L, 480L, 960L, 1920L, 3600L, 3600L);
    }

    @Test
    void theRightPasswordForgivesTheAccount() {
        wrong("zhaxi", 4);
        lockOut.right("zhaxi");
        wrong("zhaxi", 4);
        assertThat(waitFor("zhaxi", HERE)).isZero();
    }

    @Test
    void aDayOfQuietForgives() {
        wrong("zhaxi", 4);
        clock.pass(Duration.ofHours(25));
        wrong("zhaxi", 1);
        assertThat(waitFor("zhaxi", HERE)).isZero();
    }

    @Test
    void anAddressThatGuessesForManyAccountsIsLockedAndTheOthersAreNot() {
        for (int i = 0; i < 50; i++) {
            wrong("account-" + i, 1);
        }
        assertThatThrownBy(() -> lockOut.requireOpen("duoji", HERE)).isInstanceOf(Refusal.class);
        assertThatCode(() -> lockOut.requireOpen("duoji", THERE)).doesNotThrowAnyException();
        lockOut.right("duoji");
        assertThatThrownBy(() -> lockOut.requireOpen("duoji", HERE)).as("one's own password is no licence to guess")
                .isInstanceOf(Refusal.class);
    }

    @Test
    void whatCannotBeAnAccountIsOneName() {
        for (int i = 0; i < 5; i++) {
            wrong("Not An Account " + "x".repeat(i), 1);
        }
        assertThat(waitFor("another one that is none", THERE)).isPositive();
        assertThat(waitFor("zhaxi", THERE)).isZero();
    }
}
