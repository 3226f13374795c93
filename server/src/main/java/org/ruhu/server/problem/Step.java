package org.ruhu.server.problem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.ruhu.server.staff.Role;

/** What someone does about a problem, where it must stand before and where it stands then. */
public enum Step {
    /** It is a fact: looked up, asked, visited again. */
    VERIFY(State.VERIFIED, State.FOUND),
    /** It is no fact. */
    DISMISS(State.NOT_A_FACT, State.FOUND),
    /** Somebody has to mend it by a day. */
    ASSIGN(State.ASSIGNED, State.VERIFIED, State.BOUNCED),
    START(State.FIXING, State.ASSIGNED),
    /** It is mended, and there is proof. */
    FIX(State.FIXED, State.ASSIGNED, State.FIXING),
    /** Another person has looked: it is over. */
    CANCEL(State.CANCELLED, State.FIXED),
    /** It is not mended after all, or is there again. */
    BOUNCE(State.BOUNCED, State.FIXED, State.CANCELLED);

    private final State to;
    private final Set<State> from;

    Step(State to, State... from) {
        this.to = to;
        this.from = Set.of(from);
    }

    State to() {
        return to;
    }

    boolean beginsAt(State state) {
        return from.contains(state);
    }

    /** Whether the finder may not take it: finding, verifying and mending are never judged by who did them. */
    boolean judges() {
        return this == VERIFY || this == DISMISS || this == CANCEL || this == BOUNCE;
    }

    Role[] roles() {
        return this == ASSIGN || this == CANCEL ? new Role[] {Role.COUNTY} : new Role[] {Role.INSTRUCTOR, Role.COUNTY};
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> of(String word) {
        return Arrays.stream(values()).filter(step -> step.word().equals(word)).findFirst();
    }
}
