package org.ruhu.tools.link.train;

import java.util.Arrays;

/**
 * How many pairs show each pattern; only those that occur take room. In the order of the patterns, so deterministic.
 */
public final class PatternCounts {

    private final int[] patterns;
    private final long[] counts;

    /** @param patterns rising, each with the count at the same place */
    public PatternCounts(int[] patterns, long[] counts) {
        for (int i = 1; i < patterns.length; i++) {
            if (patterns[i - 1] >= patterns[i]) {
                throw new IllegalArgumentException("patterns must rise");
            }
        }
        if (patterns.length != counts.length) {
            throw new IllegalArgumentException("a count for each pattern");
        }
        this.patterns = patterns.clone();
        this.counts = counts.clone();
    }

    public int size() {
        return patterns.length;
    }

    public int pattern(int index) {
        return patterns[index];
    }

    public long count(int index) {
        return counts[index];
    }

    public long pairs() {
        return Arrays.stream(counts).sum();
    }
}
