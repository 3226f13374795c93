package org.ruhu.server.review;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.Histories;

/**
 * A submission as it was at a moment.
 *
 * @param history its revisions, the interview first
 */
public record Reviewed(List<Stored> history, Review review) {

    /** Submissions with their reviews, read side by side: both lie in the order of units and submissions. */
    public static final class Walk implements Iterator<Reviewed>, AutoCloseable {

        private final Histories histories;
        private final Cursor steps;
        private final long until;
        private Optional<Stored> ahead;

        /**
         * @param steps of the same submissions
         * @param until place in the change order behind which a step is too young to be seen
         */
        public Walk(Histories histories, Cursor steps, long until) {
            this.histories = histories;
            this.steps = steps;
            this.until = until;
            this.ahead = step();
        }

        @Override
        public boolean hasNext() {
            if (!histories.hasNext() && ahead.isPresent()) {
                throw new IllegalStateException("a step is about no submission: " + ahead.get().key());
            }
            return histories.hasNext();
        }

        @Override
        public Reviewed next() {
            List<Stored> history = histories.next();
            String place = place(history.get(0));
            List<Taken> taken = new ArrayList<>();
            for (; ahead.filter(step -> place(step).equals(place)).isPresent(); ahead = step()) {
                taken.add(Taken.read(ahead.get().body()));
            }
            return new Reviewed(history, taken.isEmpty() ? Review.NONE : new Review(taken));
        }

        /** Area and submission. */
        private static String place(Stored stored) {
            return stored.key().substring(0, stored.key().lastIndexOf('/'));
        }

        private Optional<Stored> step() {
            while (steps.hasNext()) {
                Stored step = steps.next();
                if (step.sequence() <= until) {
                    return Optional.of(step);
                }
            }
            return Optional.empty();
        }

        @Override
        public void close() {
            histories.close();
            steps.close();
        }
    }
}
