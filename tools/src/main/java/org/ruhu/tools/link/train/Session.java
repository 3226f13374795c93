package org.ruhu.tools.link.train;

import java.util.List;
import java.util.Optional;

/**
 * What the pairs of one blocking rule taught.
 *
 * @param same    expected matches by comparison and level
 * @param off     comparisons nothing was learned of
 * @param fit     if there was anything to be fitted
 * @param refused why none of it is used
 */
record Session(String rule, double[][] same, boolean[] off, Optional<SessionFit> fit, Optional<String> refused,
        List<String> notes) {

    Session {
        notes = List.copyOf(notes);
    }

    boolean used() {
        return refused.isEmpty();
    }
}
