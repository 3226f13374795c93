package org.ruhu.server.region;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** How deep a region lies; the length of its code says it. */
public enum Level {
    PROVINCE(2), PREFECTURE(4), COUNTY(6), TOWNSHIP(9), VILLAGE(12);

    private final int digits;

    Level(int digits) {
        this.digits = digits;
    }

    static Optional<Level> ofCode(String code) {
        return Arrays.stream(values()).filter(level -> level.digits == code.length()).findAny();
    }

    /** The code of the region above one of this level; empty for a province. */
    Optional<String> parent(String code) {
        return this == PROVINCE ? Optional.empty() : Optional.of(code.substring(0, values()[ordinal() - 1].digits));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
