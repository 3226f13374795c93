package org.ruhu.server.review;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.Histories;
import org.ruhu.server.submission.State;
import org.ruhu.server.submission.Submissions;

/**
 * By what a unit stands: of what came about it the last in the change order, whichever device sent it, that is not
 * void; if all is void the last of that.
 *
 * @param revision the latest of its submission
 */
public record Newest(Stored revision, Review review) {

    private static final Comparator<Newest> ORDER = Comparator.<Newest, Boolean>comparing(one -> !one.review.isVoid())
            .thenComparing(one -> one.revision.sequence());

    public static Optional<Newest> of(Store store, String campaign, String unit) {
        Reviews reviews = new Reviews(store);
        Stream.Builder<Newest> all = Stream.builder();
        try (Histories about = new Histories(store.range(Submissions.KIND, Range.of("listed", campaign, unit)),
                Long.MAX_VALUE)) {
            while (about.hasNext()) {
                List<Stored> history = about.next();
                Stored latest = history.get(history.size() - 1);
                all.add(new Newest(latest, reviews.of(latest, Long.MAX_VALUE)));
            }
        }
        return all.build().max(ORDER);
    }

    /** Whether it waits for attachments is not known here. */
    public State state() {
        return review.state(Integer.parseInt(revision.key().substring(revision.key().lastIndexOf('/') + 1)));
    }
}
