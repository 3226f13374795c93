package org.ruhu.server.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
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
    }

    record Row(Revision latest, State state) {}

    /** @param next empty at the end of the list */
    record Page(List<Row> rows, Optional<Place> next) {}

    private final Store store;
    private final Submissions submissions;

    public Listing(Store store, Submissions submissions) {
        this.store = store;
        this.submissions = submissions;
    }

    Page page(Login login, Filter filter, Optional<Place> after, int limit) {
        Reach reach = login.reach(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY);
        Turning page = new Turning(login, filter, limit);
        for (String campaign : filter.campaigns()) {
            for (String area : reach.areas(campaign, filter.area())) {
                if (page.full() || after.isPresent() && after.get().isBehind(campaign, area)) {
                    continue;
                }
                Range range = Range.of("listed", campaign).startingWith(area);
                page.fill(after.filter(place -> place.isIn(campaign, area))
                        .map(place -> range.after(place.position())).orElse(range));
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
            boolean waiting = filter.state().equals(Optional.of(State.WAITING));
            try (Latest latest = new Latest(store.range(waiting ? Waiting.KIND : Submissions.KIND, range))) {
                while (!full() && latest.hasNext()) {
                    Stored stored = latest.next();
                    Optional<Revision> revision = waiting ? submissions.latest(Histories.submission(stored))
                            : Optional.of(Revision.read(stored.body()));
                    revision.ifPresent(this::look);
                }
            }
        }

        private void look(Revision revision) {
            State state = submissions.state(revision);
            lookedAt++;
            last = Optional.of(Place.of(revision));
            if (revision.readableBy(login) && filter.state().map(state::equals).orElse(true)) {
                rows.add(new Row(revision, state));
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
