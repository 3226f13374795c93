package org.ruhu.server.review;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;

/**
 * Every step about every submission: inserted once and never changed, and where a submission stands follows from them.
 * The one insert of a step is its commit, and its number decides races.
 */
public final class Reviews {

    /** {@code listed} lies in the order of {@code listed} of the revisions, so that both are read side by side. */
    public static final Kind STEPS = new Kind("review_steps", true, List.of(Index.on("by_key"),
            Index.on("listed", "campaign", "unit"), Index.on("team", "team", Index.SEQUENCE)));

    private final Store store;

    public Reviews(Store store) {
        this.store = store;
    }

    public Review of(String area, UUID submission) {
        return of(area, submission, Long.MAX_VALUE);
    }

    /** @param until place in the change order behind which a step is too young to be seen */
    public Review of(String area, UUID submission, long until) {
        List<Taken> steps = new ArrayList<>();
        try (Cursor cursor = store.range(STEPS, Range.of("by_key").startingWith(area + "/" + submission + "/"))) {
            while (cursor.hasNext()) {
                Stored stored = cursor.next();
                if (stored.sequence() <= until) {
                    steps.add(Taken.read(stored.body()));
                }
            }
        }
        return steps.isEmpty() ? Review.NONE : new Review(steps);
    }

    /** @param revision any of the submission's */
    public Review of(Stored revision, long until) {
        String[] key = revision.key().split("/");
        return of(key[0], UUID.fromString(key[1]), until);
    }

    /**
     * A step somebody is allowed to take.
     *
     * @param team whose unit it is now, to be told
     */
    record Wish(Subject subject, String team, Taken taken) {

        /** Whether it was taken before, by the same person and with the same words. */
        boolean repeated() {
            return subject.review().steps().stream().anyMatch(before -> before.repeats(taken));
        }
    }

    /**
     * Takes steps about different submissions, each by itself, waiting for the disk once.
     *
     * @return for each whether it is taken; if not, somebody else has taken one with its number
     */
    List<Boolean> take(List<Wish> wishes) {
        Iterator<Boolean> inserted = store.insertAll(STEPS,
                wishes.stream().filter(wish -> !wish.repeated()).map(Reviews::document).toList()).iterator();
        return wishes.stream().map(wish -> wish.repeated() || inserted.next()).toList();
    }

    private static Document document(Wish wish) {
        Subject subject = wish.subject();
        return new Document(wish.taken().key(subject.area(), subject.submission()), wish.taken().body(subject),
                Map.of("campaign", subject.campaign(), "unit", subject.unit(), "team", wish.team()));
    }

    /** The last step by which submissions of a team changed, behind a place in the change order. */
    public List<Stored> ofTeam(String team, long since, int limit) {
        List<Stored> steps = new ArrayList<>();
        try (Cursor cursor = store.range(STEPS, Range.of("team", team).after(List.of(team, since)).limit(limit))) {
            cursor.forEachRemaining(steps::add);
        }
        return steps;
    }
}
