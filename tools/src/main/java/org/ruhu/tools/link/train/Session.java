package org.ruhu.tools.link.train;

import java.util.List;
import java.util.Optional;

/**
 * What the pairs of one blocking rule taught.
 *
 * @param same    expected matches by comparison and level
 * @param off     comparisons nothing was learned of
 * @param share   matches among the pairs
 * @param matches expected
 * @param steps   of the maximisation
 * @param refused why none of it is used
 */
record Session(String rule, double[][] same, boolean[] off, double share, double matches, int steps,
        Optional<String> refused, List<String> notes) {

    Session {
        notes = List.copyOf(notes);
    }

    boolean used() {
        return refused.isEmpty();
    }
}
