package org.ruhu.tools.link.train;

import java.util.List;

/**
 * What is counted in the records before anything is learned from them.
 *
 * @param random     pairs drawn at random from all that the settings would compare; or all of them, where they are few
 * @param candidates pairs that some rule brings together, each once
 * @param pairs      how many the settings would compare if there were no rules
 * @param recall     share of the true matches that are among the candidates, as the engine estimates it
 */
public record Counted(PatternCounts random, List<SessionCounts> sessions, PatternCounts candidates, double pairs,
        double recall) {

    public Counted {
        sessions = List.copyOf(sessions);
        if (pairs < 1 || !(recall > 0 && recall <= 1)) {
            throw new IllegalArgumentException("there are " + pairs + " pairs and a recall of " + recall);
        }
    }
}
