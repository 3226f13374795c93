package org.ruhu.server.review;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ruhu.server.staff.Role;
import org.ruhu.server.submission.State;

/** What someone decides about the latest revision of a submission, and where it must stand before. */
public enum Step {
    /** The instructor has looked through it: the county office may decide. */
    PASS(State.RECEIVED),
    /** It counts. */
    ACCEPT(State.CHECKED, State.CORRECTION),
    /** The team is to answer with a next revision; or, of a correction, what was accepted before stays. */
    RETURN(State.RECEIVED, State.WAITING, State.CHECKED, State.CORRECTION),
    /** The submission should not be there: the wrong unit, a trial, twice the same. */
    VOID(State.RECEIVED, State.WAITING, State.CHECKED, State.ACCEPTED, State.CORRECTION, State.RETURNED),
    /** It was voided by mistake: it stands where it stood. */
    RESTORE(State.VOID);

    private final Set<State> from;

    Step(State first, State... more) {
        this.from = EnumSet.of(first, more);
    }

    boolean beginsAt(State state) {
        return from.contains(state);
    }

    Role[] roles() {
        return this == PASS || this == RETURN ? new Role[] {Role.INSTRUCTOR, Role.COUNTY} : new Role[] {Role.COUNTY};
    }

    /** Whether it has to be said why. */
    boolean needsReason() {
        return this != PASS && this != ACCEPT;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Step> of(String word) {
        return Stream.of(values()).filter(step -> step.word().equals(word)).findFirst();
    }
}
