package org.ruhu.tools.link.train;

import java.util.List;
import java.util.Optional;
import org.ruhu.tools.link.Note;

/**
 * What the pairs of one blocking rule taught.
 *
 * @param same    expected matches by comparison and level
 * @param off     comparisons nothing was learned of
 * @param fit     if there was anything to be fitted
 * @param follows what the rule made equal as well
 * @param refused why none of it is used
 */
record Session(String rule, double[][] same, boolean[] off, Optional<SessionFit> fit, List<Follows> follows,
        Optional<Note> refused, List<Note> notes) {

    /**
     * A comparison on which different records agree among the pairs of the rule as they do not elsewhere.
     *
     * @param when comparisons that the rule makes agree
     * @param m    by level, how often the same records reach it there, {@code u} different ones
     */
    record Follows(List<Integer> when, int comparison, double[] m, double[] u) {}

    Session {
        follows = List.copyOf(follows);
        notes = List.copyOf(notes);
    }

    boolean used() {
        return refused.isEmpty();
    }
}
