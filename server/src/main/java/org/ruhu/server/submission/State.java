package org.ruhu.server.submission;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a submission stands, or one revision of it. */
public enum State {
    RECEIVED,
    /** Its answers are here, something they name is not. */
    WAITING,
    /** The instructor has passed it on. */
    CHECKED,
    /** The county office has taken it: what was answered counts. */
    ACCEPTED,
    /** It came after one that was accepted, which counts until this one is decided about. */
    CORRECTION,
    /** The team is to answer with a next revision. */
    RETURNED,
    /** It does not count at all. */
    VOID;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<State> of(String word) {
        return Stream.of(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
