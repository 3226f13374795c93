package org.ruhu.server.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where a pair stands between being found and being decided. */
enum State {
    /** Nobody has judged it yet. */
    WAITING,
    /** One clerk has; a second one is to judge without knowing what the first said. */
    JUDGED,
    /** The two did not both say same or both say different: a third person decides. */
    DISPUTED,
    SAME,
    DIFFERENT,
    /** Linked by the model, and not drawn for the sample that clerks judge too. */
    LINKED,
    /** Not alike any more after a correction, before clerks had decided; or one of the two is not there any more. */
    GONE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean open() {
        return this == WAITING || this == JUDGED || this == DISPUTED;
    }

    /** Whether clerks have decided it. */
    boolean decided() {
        return this == SAME || this == DIFFERENT;
    }

    static Optional<State> of(String word) {
        return Arrays.stream(values()).filter(state -> state.word().equals(word)).findFirst();
    }
}
