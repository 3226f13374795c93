package org.ruhu.tools.indicator.reading;

import java.util.Optional;

/** What is known about a condition. What is not known never counts as met. */
public enum Mark {

    PASS, FAIL, UNKNOWN;

    static Mark of(boolean met) {
        return met ? PASS : FAIL;
    }

    static Mark of(Optional<Boolean> met) {
        return met.map(Mark::of).orElse(UNKNOWN);
    }

    /** One condition that fails is enough; only then does an unknown one count. */
    Mark and(Mark other) {
        return this == FAIL || other == FAIL ? FAIL : this == UNKNOWN || other == UNKNOWN ? UNKNOWN : PASS;
    }

    /** One condition that is met is enough. */
    Mark or(Mark other) {
        return not().and(other.not()).not();
    }

    Mark not() {
        return this == PASS ? FAIL : this == FAIL ? PASS : UNKNOWN;
    }
}
