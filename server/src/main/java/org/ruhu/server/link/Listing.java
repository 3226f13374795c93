package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
import org.ruhu.server.link.Bookmarks.Bookmark;
import org.ruhu.server.staff.Login;

/** The pairs a login may know of, in the order a clerk takes them, page by page. */
final class Listing {

    /**
     * @param campaign of either record, "" for any; as with area
     * @param todo     only those the login may judge now
     */
    record Filter(String campaign, String area, Optional<State> state, Optional<Zone> zone, boolean todo) {

        boolean lies(Side side) {
            return (campaign.isEmpty() || side.campaign().equals(campaign)) && side.area().startsWith(area);
        }

        boolean takes(Rights rights) {
            State stands = rights.pair().state();
            boolean wanted = state.map(stands::equals).orElse(todo || stands != State.GONE);
            return wanted && (!todo || rights.mayJudge());
        }
    }

    /** What comes first. */
    enum Order {
        /** What the model knows least about. */
        UNCERTAIN,
        /** What it thinks likeliest. */
        WEIGHT,
        /** What has waited longest. */
        FOUND;

        /** Where it stands; a pair of which the reader may not know why it was found comes last whatever that is. */
        double rank(Rights rights) {
            return this == FOUND || rights.seesBoth() ? rank(rights.pair()) : Double.POSITIVE_INFINITY;
        }

        private double rank(Pair pair) {
            return switch (this) {
                case UNCERTAIN -> Math.abs(pair.score().probability() - 0.5);
                case WEIGHT -> -pair.score().weight();
                case FOUND -> pair.foundAt().toEpochMilli();
            };
        }

        Comparator<Rights> comparator() {
            return Comparator.<Rights>comparingDouble(this::rank).thenComparing(rights -> rights.pair().id());
        }

        static Order of(String word) {
            return Arrays.stream(values()).filter(order -> order.name().equalsIgnoreCase(word)).findFirst()
                    .orElseThrow(() -> Query.refused("sort", "give uncertain, weight or found"));
        }
    }

    /** Where a page ended; it may have moved or gone since. */
    record Position(double rank, String id) {

        boolean before(Order order, Rights rights) {
            int compared = Double.compare(rank, order.rank(rights));
            return compared < 0 || compared == 0 && id.compareTo(rights.pair().id()) < 0;
        }

        String text() {
            return rank + " " + id;
        }

        static Position read(String text) {
            String[] parts = text.split(" ");
            return new Position(Double.parseDouble(parts[0]), parts[1]);
        }
    }

    private final Collection<Pair> pairs;
    private final Login login;
    private final Filter filter;

    Listing(Collection<Pair> pairs, Login login, Filter filter) {
        this.pairs = pairs;
        this.login = login;
        this.filter = filter;
    }

    /** Those within the filter's campaign, area and zone of which the login may know, whatever their state. */
    Stream<Rights> known() {
        return pairs.stream().filter(pair -> filter.zone().map(pair.score().zone()::equals).orElse(true))
                .map(pair -> Rights.of(login, pair))
                .filter(rights -> within(rights, rights.pair().left()) || within(rights, rights.pair().right()));
    }

    private boolean within(Rights rights, Side side) {
        return filter.lies(side) && rights.sees(side);
    }

    ObjectNode page(Order order, Optional<Position> after, int limit, Bookmark bookmark) {
        List<Rights> known = known().toList();
        List<Rights> rows = known.stream().filter(filter::takes)
                .filter(rights -> after.map(position -> position.before(order, rights)).orElse(true))
                .sorted(order.comparator()).limit(limit + 1L).toList();
        ObjectNode answer = Json.object();
        var array = answer.putArray("pairs");
        rows.stream().limit(limit).map(Row::of).forEach(array::add);
        if (rows.size() > limit) {
            Rights last = rows.get(limit - 1);
            answer.put("next", bookmark.token(new Position(order.rank(last), last.pair().id()).text()));
        }
        answer.set("counts", counts(known));
        return answer;
    }

    private static ObjectNode counts(List<Rights> known) {
        ObjectNode counts = Json.object();
        Arrays.stream(State.values()).forEach(state -> counts.put(state.word(), 0));
        counts.put("todo", 0).put("elsewhere", 0);
        for (Rights rights : known) {
            add(counts, rights.pair().state().word());
            if (rights.mayJudge()) {
                add(counts, "todo");
            }
            if (!rights.seesBoth()) {
                add(counts, "elsewhere");
            }
        }
        return counts;
    }

    private static void add(ObjectNode counts, String name) {
        counts.put(name, counts.get(name).intValue() + 1);
    }
}
