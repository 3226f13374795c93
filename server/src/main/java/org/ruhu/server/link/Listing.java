package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Query;
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

        double rank(Pair pair) {
            return switch (this) {
                case UNCERTAIN -> Math.abs(pair.score().probability() - 0.5);
                case WEIGHT -> -pair.score().weight();
                case FOUND -> pair.foundAt().toEpochMilli();
            };
        }

        Comparator<Pair> comparator() {
            return Comparator.comparingDouble(this::rank).thenComparing(Pair::id);
        }

        static Order of(String word) {
            return Arrays.stream(values()).filter(order -> order.name().equalsIgnoreCase(word)).findFirst()
                    .orElseThrow(() -> Query.refused("sort", "give uncertain, weight or found"));
        }
    }

    /** Where a page ended; it may have moved or gone since. */
    record Position(double rank, String id) {

        private static final int LONGEST = 200;

        boolean before(Order order, Pair pair) {
            int compared = Double.compare(rank, order.rank(pair));
            return compared < 0 || compared == 0 && id.compareTo(pair.id()) < 0;
        }

        String token() {
            return Base64.getUrlEncoder().withoutPadding()
                    .encodeToString((rank + " " + id).getBytes(StandardCharsets.UTF_8));
        }

        static Optional<Position> read(String token) {
            if (token.isEmpty()) {
                return Optional.empty();
            }
            try {
                String[] parts = token.length() > LONGEST ? new String[0]
                        : new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8).split(" ", -1);
                if (parts.length == 2) {
                    return Optional.of(new Position(Double.parseDouble(parts[0]), parts[1]));
                }
            } catch (IllegalArgumentException e) {
                // neither base64 nor a number: refused like every other token that is not ours
            }
            throw Query.refused("after", "give next as the page before told it");
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

    ObjectNode page(Order order, Optional<Position> after, int limit) {
        List<Rights> known = known().toList();
        List<Pair> rows = known.stream().filter(filter::takes).map(Rights::pair)
                .filter(pair -> after.map(position -> position.before(order, pair)).orElse(true))
                .sorted(order.comparator()).limit(limit + 1L).toList();
        ObjectNode answer = Json.object();
        var array = answer.putArray("pairs");
        rows.stream().limit(limit).forEach(pair -> array.add(Row.of(Rights.of(login, pair))));
        if (rows.size() > limit) {
            Pair last = rows.get(limit - 1);
            answer.put("next", new Position(order.rank(last), last.id()).token());
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
