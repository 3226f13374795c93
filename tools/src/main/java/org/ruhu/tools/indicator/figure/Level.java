package org.ruhu.tools.indicator.figure;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A level of the administrative tree, by how many digits of a village's code name a division of it. */
public enum Level {

    ALL(0), PROVINCE(2), PREFECTURE(4), COUNTY(6), TOWNSHIP(9), VILLAGE(12);

    private final int digits;

    Level(int digits) {
        this.digits = digits;
    }

    public int digits() {
        return digits;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Level of(String area) {
        return Arrays.stream(values()).filter(level -> level.digits >= area.length()).findFirst().orElse(VILLAGE);
    }

    public static Optional<Level> named(String word) {
        return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
    }
}
