package org.ruhu.server.problem;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.ruhu.server.door.Query;
import org.ruhu.server.staff.Login;
import org.ruhu.server.staff.Reach;
import org.ruhu.server.staff.Role;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Range;

/** The problems a login may read, in the order of campaigns and places, page by page. */
final class Listing {

    /** A page that had to leave out so many ends early, rather than keep its reader waiting. */
    private static final int MOST_LOOKED_AT = 2_000;
    private static final int LONGEST_TOKEN = 400;

    /**
     * @param domain   "" for any, as with severity
     * @param overdue  only those that are not over and whose day has passed
     */
    record Filter(List<String> campaigns, String area, Optional<State> state, String domain, String severity,
            boolean overdue) {

        Filter {
            campaigns = campaigns.stream().sorted().toList();
        }

        boolean takes(Problem problem, LocalDate today) {
            return (domain.isEmpty() || domain.equals(problem.facts().domain()))
                    && (severity.isEmpty() || severity.equals(problem.facts().severity()))
                    && (!overdue || problem.overdue(today));
        }

        Range range(String campaign, String area) {
            return state.map(wanted -> Range.of("by_state", campaign, wanted.word()))
                    .orElseGet(() -> Range.of("listed", campaign)).startingWith(area);
        }

        List<Object> position(Position at) {
            return state.<List<Object>>map(wanted -> List.of(at.campaign(), wanted.word(), at.key()))
                    .orElseGet(() -> List.of(at.campaign(), at.key()));
        }
    }

    /** Where a page ended. It only says where to go on: what may be seen is cut anew for every page. */
    record Position(String campaign, String key) {

        static Position of(Problem problem) {
            return new Position(problem.origin().campaign(), problem.key());
        }

        String token() {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString((campaign + "\n" + key).getBytes(StandardCharsets.UTF_8));
        }

        static Position read(String token) {
            try {
                String[] parts = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8)
                        .split("\n", -1);
                if (token.length() <= LONGEST_TOKEN && parts.length == 2
                        && parts[1].matches("[0-9]{12}/[0-9a-f-]{36}/[0-9]{4}")) {
                    return new Position(parts[0], parts[1]);
                }
            } catch (IllegalArgumentException e) {
                // not base64: refused like every other token that is not ours
            }
            throw Query.refused("after", "give next as the page before told it");
        }
    }

    record Page(List<Problem> rows, Optional<Position> next) {}

    private final Problems problems;
    private final Login login;
    private final Filter filter;
    private final int limit;
    private final List<Problem> rows = new ArrayList<>();
    private int lookedAt;
    private Optional<Position> last = Optional.empty();

    Listing(Problems problems, Login login, Filter filter, int limit) {
        this.problems = problems;
        this.login = login;
        this.filter = filter;
        this.limit = limit;
    }

    Page page(Optional<Position> after) {
        problems.follow();
        Reach reach = login.require(Role.ENUMERATOR, Role.INSTRUCTOR, Role.COUNTY);
        for (String campaign : filter.campaigns()) {
            if (after.isPresent() && after.get().campaign().compareTo(campaign) > 0) {
                continue;
            }
            for (String area : reach.areas(campaign, filter.area())) {
                Optional<Position> here = after.filter(place -> place.campaign().equals(campaign));
                boolean passed = here.isPresent() && !here.get().key().startsWith(area)
                        && here.get().key().compareTo(area) > 0;
                if (!full() && !passed) {
                    Range range = filter.range(campaign, area);
                    fill(here.filter(place -> place.key().startsWith(area))
                            .map(place -> range.after(filter.position(place))).orElse(range));
                }
            }
        }
        if (rows.size() > limit) {
            return new Page(rows.subList(0, limit), Optional.of(Position.of(rows.get(limit - 1))));
        }
        return new Page(rows, lookedAt < MOST_LOOKED_AT ? Optional.empty() : last);
    }

    private boolean full() {
        return rows.size() > limit || lookedAt >= MOST_LOOKED_AT;
    }

    private void fill(Range range) {
        LocalDate today = problems.today();
        try (Cursor cursor = problems.range(range)) {
            while (!full() && cursor.hasNext()) {
                Problem problem = Problem.read(cursor.next().body());
                lookedAt++;
                last = Optional.of(Position.of(problem));
                if (problem.readableBy(login) && filter.takes(problem, today)) {
                    rows.add(problem);
                }
            }
        }
    }
}
