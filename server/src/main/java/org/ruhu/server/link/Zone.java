package org.ruhu.server.link;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the model thinks of a pair: sure enough to link it by itself, or to be looked at. Less likely ones are not kept.
 */
enum Zone {
    AUTOMATIC, CLERICAL;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<Zone> of(String word) {
        return Arrays.stream(values()).filter(zone -> zone.word().equals(word)).findFirst();
    }
}
