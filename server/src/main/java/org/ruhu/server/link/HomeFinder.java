package org.ruhu.server.link;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.ruhu.server.link.Common.Kind;
import org.ruhu.server.link.Links.Kept;
import org.ruhu.tools.link.household.Meeting;

/** Makes pairs of households follow from pairs of persons: those of whom some are believed to be one. */
final class HomeFinder {

    /** Bits below which two households only name somebody both, which clerks see at the pair of persons. */
    private static final double FEWEST_BITS = -4;
    private static final double LIKELY = 0.5;
    private static final String HEAD = "01";

    /** Two households, the first of which is asked about. */
    private record Met(Source other, Meeting meeting, Explanation why) {
        boolean likely() {
            return why.weight() >= 0;
        }
    }

    private final Links links;
    private final Persons persons;
    private final UnaryOperator<String> fingerprint;
    private final Clock clock;

    HomeFinder(Links links, Persons persons, UnaryOperator<String> fingerprint, Clock clock) {
        this.links = links;
        this.persons = persons;
        this.fingerprint = fingerprint;
        this.clock = clock;
    }

    /** Looks at what changed or was judged, and at whom that meets: whether a household is split others decide. */
    void look(Set<Source> changed) {
        Look look = new Look();
        Set<Source> all = new LinkedHashSet<>(changed);
        changed.forEach(source -> look.met(source).forEach(met -> all.add(met.other())));
        changed.forEach(source -> links.homesOf(source).forEach(pair -> {
            all.add(pair.left().record().source());
            all.add(pair.right().record().source());
        }));
        Map<String, Kept> found = new LinkedHashMap<>();
        all.forEach(source -> look.found(source).forEach(kept -> found.put(kept.pair().id(), kept)));
        links.put(List.copyOf(found.values()));
        for (Source source : all) {
            links.homesOf(source).stream().filter(pair -> !found.containsKey(pair.id()) && pair.alike())
                    .filter(pair -> !look.still(pair))
                    .forEach(pair -> links.retire(pair, look.there(pair.left()) && look.there(pair.right())));
        }
    }

    /** Reads every household once. */
    private final class Look {

        private final Map<Source, List<Person>> members = new HashMap<>();
        private final Map<Source, List<Met>> meetings = new HashMap<>();

        private List<Person> members(Source source) {
            return members.computeIfAbsent(source, persons::of);
        }

        private boolean there(Side side) {
            return !members(side.record().source()).isEmpty();
        }

        private boolean still(Pair pair) {
            Source left = pair.left().record().source();
            return met(left).stream().filter(met -> met.other().equals(pair.right().record().source()))
                    .anyMatch(met -> kept(left, met).isPresent());
        }

        private List<Kept> found(Source source) {
            return met(source).stream().flatMap(met -> kept(source, met).stream()).toList();
        }

        private List<Met> met(Source source) {
            List<Met> known = meetings.get(source);
            if (known == null) {
                known = meet(source);
                meetings.put(source, known);
            }
            return known;
        }

        private List<Met> meet(Source source) {
            Map<String, List<Pair>> by = new TreeMap<>();
            links.of(source).stream().filter(HomeFinder::believed).filter(this::named).forEach(pair ->
                    other(pair, source).ifPresent(other ->
                            by.computeIfAbsent(RecordId.home(other).text(), o -> new ArrayList<>()).add(pair)));
            List<Met> met = new ArrayList<>();
            by.forEach((name, pairs) -> met.add(met(source, new RecordId(name).source(), pairs)));
            return met;
        }

        private boolean named(Pair pair) {
            return List.of(pair.left(), pair.right()).stream().allMatch(side -> members(side.record().source()).stream()
                    .anyMatch(person -> person.id().equals(side.record())));
        }

        private Met met(Source source, Source other, List<Pair> pairs) {
            Set<RecordId> taken = new HashSet<>();
            RecordId head = head(members(source)).id();
            RecordId otherHead = head(members(other)).id();
            int linked = 0;
            boolean heads = false;
            for (Pair pair : pairs.stream().sorted(Comparator.<Pair>comparingDouble(one -> -one.score().weight())
                    .thenComparing(Pair::id)).toList()) {
                Set<RecordId> two = Set.of(pair.left().record(), pair.right().record());
                if (two.stream().noneMatch(taken::contains)) {
                    taken.addAll(two);
                    linked++;
                    heads |= two.contains(head) && two.contains(otherHead);
                }
            }
            int own = members(source).size();
            int others = members(other).size();
            Meeting meeting = new Meeting(0, 1, linked, Math.min(own, others), Math.max(own, others), heads);
            return new Met(other, meeting, Homes.explained(meeting, sameNumber(source, other)));
        }

        private Optional<Boolean> sameNumber(Source source, Source other) {
            String one = register(source);
            String two = register(other);
            return one.isEmpty() || two.isEmpty() ? Optional.empty() : Optional.of(one.equals(two));
        }

        private String register(Source source) {
            return members(source).get(0).about().path("register_no").asText("").strip();
        }

        private Optional<Kept> kept(Source source, Met met) {
            Kind kind = met.likely() ? Kind.SAME
                    : split(source) || split(met.other()) ? Kind.SPLIT : Kind.SHARES;
            return kind == Kind.SHARES && met.why().weight() < FEWEST_BITS ? Optional.empty()
                    : Optional.of(kept(source, met, kind));
        }

        /** Most of its members are found in other households, none of which is likely to be this one. */
        private boolean split(Source source) {
            List<Met> others = met(source).stream().filter(met -> !met.likely()).toList();
            int linked = others.stream().mapToInt(met -> met.meeting().linked()).sum();
            return others.size() > 1 && 2 * linked > members(source).size();
        }

        private Kept kept(Source source, Met met, Kind kind) {
            RecordId one = RecordId.home(source);
            RecordId two = RecordId.home(met.other());
            boolean ordered = one.compareTo(two) < 0;
            Source first = ordered ? source : met.other();
            Source second = ordered ? met.other() : source;
            Common common = new Common(met.meeting().linked(), members(first).size(), members(second).size(),
                    met.meeting().heads(), kind);
            return new Kept(Pair.ofHomes(fingerprint.apply("households " + Pair.key(one, two)),
                    members(first).get(0).origin().domain(), side(first), side(second), Score.of(met.why(), false),
                    clock.instant(), common), met.why());
        }

        private Side side(Source source) {
            return Side.of(RecordId.home(source), head(members(source)));
        }
    }

    /** Counts as one person now, or more likely than not does. */
    private static boolean believed(Pair pair) {
        return pair.linked() || pair.state().open() && !pair.score().veto() && pair.score().probability() >= LIKELY;
    }

    /** Empty for two members of one household. */
    private static Optional<Source> other(Pair pair, Source source) {
        Source left = pair.left().record().source();
        Source right = pair.right().record().source();
        return left.equals(right) ? Optional.empty() : Optional.of(left.equals(source) ? right : left);
    }

    /** Who is said to be the head, or stands first. */
    static Person head(List<Person> members) {
        return members.stream().filter(person -> person.text("rel").equals(HEAD)).findFirst()
                .orElseGet(() -> members.get(0));
    }
}
