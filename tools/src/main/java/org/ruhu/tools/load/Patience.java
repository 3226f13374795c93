package org.ruhu.tools.load;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.remote.Refused;

/** Asks a server again and again while it is down, starting or busy. */
record Patience(Duration longest) {

    private static final Duration SHORTEST_PAUSE = Duration.ofMillis(50);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);

    @FunctionalInterface
    interface Question<T> {
        T ask() throws IOException;
    }

    <T> T until(Question<T> question) {
        long giveUpAt = System.nanoTime() + longest.toNanos();
        Duration pause = SHORTEST_PAUSE;
        while (true) {
            try {
                return question.ask();
            } catch (Refused refused) {
                if (!refused.passing() || System.nanoTime() > giveUpAt) {
                    throw refused;
                }
            } catch (IOException silent) {
                if (System.nanoTime() > giveUpAt) {
                    throw new CannotRun("the server does not answer: " + silent.getMessage());
                }
            }
            rest(pause);
            pause = longer(pause);
        }
    }

    static Duration first() {
        return SHORTEST_PAUSE;
    }

    static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
    }

    static void rest(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
