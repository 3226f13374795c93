package org.ruhu.server.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.server.review.Queue;
import org.ruhu.server.review.Review;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;

/** The submissions a login may read, each by its latest revision, in the order of campaigns and units, page by page. */
public final class Listing {

    /** A page that had to leave out so many ends early, rather than keep its reader waiting. */
    private static final int MOST_LOOKED_AT = 2_000;

    record Filter(String area, List<String> campaigns, Optional<State> state) {

        Filter {
            campaigns = campaigns.stream().sorted().toList();
        }

        /** Those that wait for attachments, and those that stand anywhere, are listed for themselves. */
        private Optional<State> queued() {
            return state.filter(wanted -> wanted != State.WAITING);
        }

        Kind kind() {
            return queued().isPresent() ? Queue.KIND : state.isPresent() ? Waiting.KIND : Submissions.KIND;
        }

        Range range(String campaign) {
            return queued().map(wanted -> Range.of("by_state", campaign, wanted.word()))
                    .orElseGet(() -> Range.of("listed", campaign));
        }

        List<Object> position(Place place) {
            return queued().map(place::inState).orElseGet(place::position);
        }
    }

    record Row(Revision latest, Review review, State state) {

        static Row of(Revision latest, Submissions submissions) {
            Review review = submissions.review(latest);
            return new Row(latest, review, submissions.state(latest, review));
        }
    }

    /** @param next empty at the end of the list */
    record Page(List<Row> rows, Optional<Place> next) {}

    private final Store store;
    private final Submissions submissions;
    private final Queue queue;

    public Listing(Store store, Submissions submissions, Queue queue) {
        this.store = store;
        this.submissions = submissions;
        this.queue = queue;
    }

    Page page(Login login, Filter filter, Optional<Place> after, int limit) {
        Reach reach = login.reach(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY);
        filter.queued().ifPresent(state -> queue.follow());
        Turning page = new Turning(login, filter, limit);
        for (String campaign : filter.campaigns()) {
            for (String area : reach.areas(campaign, filter.area())) {
                if (page.full() || after.isPresent() && after.get().isBehind(campaign, area)) {
                    continue;
                }
                Range range = filter.range(campaign).startingWith(area);
                page.fill(after.filter(place -> place.isIn(campaign, area))
                        .map(place -> range.after(filter.position(place))).orElse(range));
            }
        }
        return page.done();
    }

    /** A page as it fills; one row more than asked for tells that there is a next one. */
    private final class Turning {

        private final Login login;
        private final Filter filter;
        private final int limit;
        private final List<Row> rows = new ArrayList<>();
        private int lookedAt;
        private Optional<Place> last = Optional.empty();

        Turning(Login login, Filter filter, int limit) {
            this.login = login;
            this.filter = filter;
            this.limit = limit;
        }

        boolean full() {
            return rows.size() > limit || lookedAt >= MOST_LOOKED_AT;
        }

        void fill(Range range) {
            boolean whole = filter.state().isEmpty();
            try (Latest latest = new Latest(store.range(filter.kind(), range))) {
                while (!full() && latest.hasNext()) {
                    Stored stored = latest.next();
                    Optional<Revision> revision = whole ? Optional.of(Revision.read(stored.body()))
                            : submissions.latest(Histories.submission(stored));
                    revision.ifPresent(this::look);
                }
            }
        }

        private void look(Revision revision) {
            lookedAt++;
            last = Optional.of(Place.of(revision));
            if (revision.readableBy(login)) {
                Row row = Row.of(revision, submissions);
                if (filter.state().map(row.state()::equals).orElse(true)) {
                    rows.add(row);
                }
            }
        }

        Page done() {
            if (rows.size() > limit) {
                return new Page(rows.subList(0, limit), Optional.of(Place.of(rows.get(limit - 1).latest())));
            }
            return new Page(rows, lookedAt < MOST_LOOKED_AT ? Optional.empty() : last);
        }
    }
}
