package org.ruhu.tools.indicator.quality;

import java.util.HashMap;
import java.util.Map;

/**
 * How many interviews have the very same answers as another. For one thread.
 */
public final class Repeats {

    private final Map<String, Integer> seen = new HashMap<>();
    private long interviews;

    /** @param answers of an interview, or a digest of them; those that are the same tell the same */
    public Repeats add(String answers) {
        seen.merge(answers, 1, Integer::sum);
        interviews++;
        return this;
    }

    /** Interviews that are not the only one with their answers. */
    public Share share() {
        return new Share(seen.values().stream().filter(times -> times > 1).mapToLong(times -> times).sum(), interviews);
    }

    /** How many interviews share the answers that are met most often; 0 without any. */
    public int largest() {
        return seen.values().stream().mapToInt(times -> times).max().orElse(0);
    }
}
