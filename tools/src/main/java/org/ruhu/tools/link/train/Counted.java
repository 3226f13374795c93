package org.ruhu.tools.link.train;

import java.util.List;
import java.util.function.IntToDoubleFunction;

/**
 * What is counted in the records before anything is learned from them.
 *
 * @param random     pairs drawn at random from all that the settings would compare; or all of them, where they are few
 * @param candidates pairs that some rule brings together, each once
 * @param pairs      how many the settings would compare if there were no rules
 * @param most       matches that the records can have, as each is the same as so many others at most
 */
public record Counted(PatternCounts random, List<SessionCounts> sessions, PatternCounts candidates, double pairs,
        double most, Found found) {

    /** Tells what share of all matches the rules find. */
    @FunctionalInterface
    public interface Found {

        Found ALL = chance -> 1;

        /** @param chance of a pair with a pattern to be a match */
        double share(IntToDoubleFunction chance);
    }

    /** Where any pair may be a match. */
    Counted(PatternCounts random, List<SessionCounts> sessions, PatternCounts candidates, double pairs, Found found) {
        this(random, sessions, candidates, pairs, pairs, found);
    }

    public Counted {
        sessions = List.copyOf(sessions);
        if (!(pairs >= 1)) {
            throw new IllegalArgumentException("there are no two records to compare");
        }
    }
}
