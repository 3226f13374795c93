package org.ruhu.server.submission;

import java.util.List;
import java.util.Optional;
import org.ruhu.server.review.Review;
import org.ruhu.server.review.Reviews;

/** Which revisions speak for their unit where others look at it: the one rule for gathering, originals and checks. */
public final class Acceptance {

    private final Reviews reviews;

    public Acceptance(Reviews reviews) {
        this.reviews = reviews;
    }

    /** All do but those of void submissions, and corrections of what was accepted that are not decided. */
    public boolean counts(Revision revision) {
        return review(revision).counts(revision.id().number());
    }

    /** @param revisions of one submission, the interview first */
    public Optional<Revision> speaking(List<Revision> revisions) {
        return revisions.stream().findFirst().map(this::review).flatMap(review -> revisions.stream()
                .filter(revision -> review.counts(revision.id().number())).reduce((before, later) -> later));
    }

    private Review review(Revision revision) {
        return reviews.of(revision.area(), revision.id().submission());
    }
}
