package org.ruhu.server.odata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.server.dataset.Choice;
import org.ruhu.server.dataset.Cut;
import org.ruhu.server.dataset.Paged;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;
import org.ruhu.server.submission.Histories;
import org.ruhu.server.submission.Submissions;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.lines.Revision;

/** Goes through the submissions of a dataset in the order of the index, and stops where a page is full. */
final class Walk {

    /** A page that had to look at so many submissions ends early, rather than keep its reader waiting. */
    private static final int MOST_LOOKED_AT = 5_000;
    /** So many revisions are counted on the spot: some seconds. */
    private static final long MOST_COUNTED = 100_000;

    private final Store store;
    private final Dataset dataset;
    private final List<Cut> cuts;
    private final Choice choice;
    private final Reviews reviews;

    /** @param cuts what is in reach, in the order of pages */
    Walk(Store store, Dataset dataset, List<Cut> cuts, Choice choice) {
        this.store = store;
        this.dataset = dataset;
        this.cuts = List.copyOf(cuts);
        this.choice = choice;
        this.reviews = new Reviews(store);
    }

    List<Cut> cuts() {
        return cuts;
    }

    /** An entity with the interview it is from. */
    record Found(Revision revision, EntitySet.Row row) {}

    /** @param next empty behind the last */
    record Page(List<Found> found, Optional<Place> next) {}

    Page page(EntitySet set, Ask ask) {
        Place start = ask.from().orElseGet(() -> new Place(cuts.get(0), "", "", 0, ask.skip(), ask.top(),
                store.lastSequence()));
        if (!cuts.contains(start.cut())) {
            throw Refusal.foreignArea();
        }
        Turning turning = new Turning(set, ask, start);
        for (int i = cuts.indexOf(start.cut()); i < cuts.size() && turning.next.isEmpty(); i++) {
            turning.through(cuts.get(i));
        }
        return new Page(turning.found, turning.next.filter(place -> place.top() > 0));
    }

    private final class Turning {

        private final EntitySet set;
        private final Ask ask;
        private final List<Found> found = new ArrayList<>();
        private Place at;
        private int looked;
        private Optional<Place> next = Optional.empty();

        Turning(EntitySet set, Ask ask, Place start) {
            this.set = set;
            this.ask = ask;
            this.at = start;
        }

        void through(Cut cut) {
            if (!cut.equals(at.cut())) {
                at = new Place(cut, "", "", 0, at.skip(), at.top(), at.until());
            }
            Range range = Range.of("listed", cut.campaign()).startingWith(cut.area());
            Range rest = at.position().map(range::after).orElse(range);
            try (Histories all = new Histories(new Paged(store, Submissions.KIND, rest), at.until())) {
                while (next.isEmpty() && all.hasNext()) {
                    if (looked++ >= MOST_LOOKED_AT) {
                        next = Optional.of(at);
                    } else {
                        look(all.next());
                    }
                }
            }
        }

        private void look(List<Stored> history) {
            Optional<Revision> revision = taken(history, at.until());
            List<EntitySet.Row> rows = revision.map(set::rows).orElse(List.of());
            for (int i = at.rows(); i < rows.size(); i++) {
                if (found.size() >= ask.page() || at.top() == 0) {
                    next = Optional.of(at);
                    return;
                }
                take(revision.get(), rows.get(i), i + 1);
            }
            ObjectNode last = Json.own(history.get(0).body());
            at = new Place(at.cut(), last.get("unit").textValue(), last.get("submission").textValue(), 0, at.skip(),
                    at.top(), at.until());
        }

        private void take(Revision revision, EntitySet.Row row, int rows) {
            boolean wanted = ask.filter().map(filter -> filter.holds(field -> EntitySet.value(row, field)))
                    .orElse(true);
            boolean skipped = wanted && at.skip() > 0;
            if (wanted && !skipped) {
                found.add(new Found(revision, row));
            }
            at = new Place(at.cut(), at.unit(), at.submission(), rows, at.skip() - (skipped ? 1 : 0),
                    at.top() - (wanted && !skipped ? 1 : 0), at.until());
        }
    }

    private Optional<Revision> taken(List<Stored> history, long until) {
        List<ObjectNode> bodies = history.stream().map(stored -> Json.own(stored.body())).toList();
        List<ObjectNode> chosen = choice.of(bodies, reviews.of(history.get(0), until), until);
        return chosen.isEmpty() ? Optional.empty() : Revision.of(chosen.get(chosen.size() - 1))
                .filter(revision -> dataset.holds(revision.form()));
    }

    /** Whether so many revisions are in reach that counting may take longer than a request. */
    boolean takesLong() {
        return cuts.stream().map(cut -> Range.of("listed", cut.campaign()).startingWith(cut.area()))
                .flatMap(range -> store.count(Submissions.KIND, range, 1).values().stream())
                .mapToLong(Long::longValue).sum() > MOST_COUNTED;
    }

    /** How many entities the filter leaves, whatever the page. */
    long count(EntitySet set, Ask ask) {
        long[] count = {0};
        long until = store.lastSequence();
        for (Cut cut : cuts) {
            Range range = Range.of("listed", cut.campaign()).startingWith(cut.area());
            try (Histories all = new Histories(new Paged(store, Submissions.KIND, range), until)) {
                all.forEachRemaining(history -> taken(history, until).ifPresent(revision ->
                        count[0] += set.rows(revision).stream().filter(row -> ask.filter()
                                .map(filter -> filter.holds(field -> EntitySet.value(row, field))).orElse(true))
                                .count()));
            }
        }
        return count[0];
    }

    /** Entities of one submission, if it is in reach and taken. */
    List<Found> of(EntitySet set, UUID submission) {
        List<Stored> history = new ArrayList<>();
        try (Cursor cursor = store.range(Submissions.KIND, Range.of("identity", submission.toString()))) {
            cursor.forEachRemaining(history::add);
        }
        return history.isEmpty() ? List.of() : taken(history, store.lastSequence()).filter(this::inReach).stream()
                .flatMap(revision -> set.rows(revision).stream().map(row -> new Found(revision, row))).toList();
    }

    private boolean inReach(Revision revision) {
        return cuts.stream().anyMatch(cut -> cut.campaign().equals(revision.campaign())
                && revision.area().startsWith(cut.area()));
    }

    /** Whether an entity has these values as its key. */
    static boolean named(Found found, EntitySet set, List<String> key) {
        for (int i = 0; i < key.size(); i++) {
            JsonNode value = EntitySet.value(found.row(), set.keys().get(i));
            if (!value.asText().equals(key.get(i))) {
                return false;
            }
        }
        return key.size() == set.keys().size();
    }
}
