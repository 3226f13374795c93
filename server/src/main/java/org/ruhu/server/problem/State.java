package org.ruhu.server.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a problem stands between being found and being cancelled (销号). */
public enum State {
    FOUND("1"), VERIFIED("2"), ASSIGNED("3"), FIXING("4"), FIXED("5"), CANCELLED("6"), NOT_A_FACT("7"), BOUNCED("8");

    private final String code;

    State(String code) {
        this.code = code;
    }

    /** As in the code list CL_PSTATE. */
    public String code() {
        return code;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether nothing is left to be done. */
    public boolean over() {
        return this == CANCELLED || this == NOT_A_FACT;
    }

    static Optional<State> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
