package org.ruhu.server.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What one clerk says about a pair. */
enum Verdict {
    SAME, DIFFERENT, UNSURE;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Verdict> of(String word) {
        return Arrays.stream(values()).filter(verdict -> verdict.word().equals(word)).findFirst();
    }
}
