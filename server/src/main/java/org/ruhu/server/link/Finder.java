package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import org.ruhu.server.assignment.Units;
import org.ruhu.server.door.Json;
import org.ruhu.server.link.Links.Kept;
import org.ruhu.server.review.Reviews;
import org.ruhu.server.review.Step;
import org.ruhu.server.review.Taken;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Follower;
import org.ruhu.server.store.Store;
import org.ruhu.server.submission.Revision;
import org.ruhu.server.submission.Submissions;

/**
 * Follows interviews, frames and what is said about pairs, and makes the pairs follow from both. Being told twice
 * changes nothing.
 */
final class Finder {

    /** Before the model's name; what followed interviews only was called otherwise, so that it looks at all again. */
    static final String FOLLOWED = Links.KIND.name() + ", frames and households ";

    private static final String SEED = "double-judged sample 1 ";

    private final Links links;
    private final Persons persons;
    private final Likely likely;
    private final UnaryOperator<String> fingerprint;
    private final double share;
    private final Clock clock;
    private final HomeFinder homes;
    private final Follower follower;
    private final AtomicLong read = new AtomicLong();

    /**
     * @param fingerprint makes of a pair's key a name that tells nothing about either record
     * @param share       of automatic pairs that clerks judge too, 0 to 1
     */
    Finder(Store store, Links links, Persons persons, Likely likely, UnaryOperator<String> fingerprint, double share,
           Clock clock) {
        this.links = links;
        this.persons = persons;
        this.likely = likely;
        this.fingerprint = fingerprint;
        this.share = share;
        this.clock = clock;
        this.homes = new HomeFinder(links, persons, fingerprint, clock);
        this.follower = new Follower(store, clock, FOLLOWED + likely.model(), this::told);
    }

    /** Reads all there is: pairs from where they are kept, persons into the look-up. */
    void build() {
        links.load();
        read.set(0);
        persons.all((source, named) -> {
            likely.take(source, named);
            read.incrementAndGet();
        });
    }

    /** How many submissions and units the look-up has read since the start. */
    long read() {
        return read.get();
    }

    void follow() {
        follower.follow();
    }

    private void told(List<Change> changes) {
        Set<Source> changed = new LinkedHashSet<>();
        Set<Source> asked = new LinkedHashSet<>();
        Set<String> said = new LinkedHashSet<>();
        for (Change change : changes) {
            if (change.kind().equals(Submissions.KIND.name())) {
                Revision revision = Revision.read(change.document().body());
                changed.add(new Source.Interview(revision.id().submission()));
                asked.add(new Source.Listed(revision.campaign(), revision.unit()));
            } else if (change.kind().equals(Reviews.STEPS.name())) {
                voided(change).ifPresent(step -> {
                    changed.add(new Source.Interview(UUID.fromString(change.document().key().split("/")[1])));
                    asked.add(new Source.Listed(step.get("campaign").textValue(), step.get("unit").textValue()));
                });
            } else if (change.kind().equals(Units.KIND.name())) {
                changed.add(Register.listed(change.document().key()));
            } else if (change.kind().equals(Links.JUDGEMENTS.name())) {
                said.add(Judgement.pair(change.document().key()));
            }
        }
        look(changed, asked);
        changed.addAll(asked);
        said.stream().map(links::fold).filter(pair -> pair.common().isEmpty())
                .forEach(pair -> changed.add(pair.left().record().source()));
        homes.look(changed);
    }

    /** A step by which a submission became void, or is not any more: nothing else changes whom it names. */
    private static Optional<ObjectNode> voided(Change change) {
        Step step = Taken.read(change.document().body()).step();
        return step == Step.VOID || step == Step.RESTORE ? Optional.of(Json.own(change.document().body()))
                : Optional.empty();
    }

    /** @param asked units of which an interview changed: what their frame says may count again, or no more */
    private void look(Set<Source> changed, Set<Source> asked) {
        Map<Source, List<Person>> named = new HashMap<>();
        changed.forEach(source -> named.put(source, persons.of(source)));
        named.forEach(likely::take);
        Map<String, Kept> found = new LinkedHashMap<>();
        changed.forEach(source -> look(source, named, found));
        asked.stream().filter(unit -> !changed.contains(unit)).forEach(unit -> look(unit, named, found));
        links.put(List.copyOf(found.values()));
    }

    private void look(Source source, Map<Source, List<Person>> named, Map<String, Kept> found) {
        for (Person person : named.computeIfAbsent(source, persons::of)) {
            for (Likely.Candidate candidate : likely.to(person)) {
                find(candidate.other(), named).filter(person::comparable)
                        .filter(other -> !answered(person, other, candidate.why(), named))
                        .map(other -> kept(person, other, candidate.why()))
                        .ifPresent(kept -> found.put(kept.pair().id(), kept));
            }
        }
        for (Pair known : links.of(source)) {
            if (!found.containsKey(known.id())) {
                again(known, named, found);
            }
        }
    }

    /** A pair that the look-up did not bring up again, perhaps only because it has many others. */
    private void again(Pair known, Map<Source, List<Person>> named, Map<String, Kept> found) {
        Optional<Person> left = find(known.left().record(), named);
        Optional<Person> right = find(known.right().record(), named);
        Optional<Explanation> why = left.flatMap(one ->
                right.filter(one::comparable).flatMap(two -> likely.between(one, two)));
        if (why.isEmpty()) {
            links.retire(known, left.isPresent() && right.isPresent());
        } else if (!answered(left.get(), right.get(), why.get(), named)) {
            Kept kept = kept(left.get(), right.get(), why.get());
            found.put(kept.pair().id(), kept);
        } else if (known.decision().isEmpty()) {
            links.retire(known, true);
        }
    }

    /** Whether the people of a household that is only listed on one side were asked, too, and named the person. */
    private boolean answered(Person one, Person two, Explanation why, Map<Source, List<Person>> named) {
        return one.id().isListed() && namedIn(one.origin(), two, why, named)
                || two.id().isListed() && namedIn(two.origin(), one, why, named);
    }

    private boolean namedIn(Person.Origin unit, Person other, Explanation why, Map<Source, List<Person>> named) {
        return likely.to(other).stream().filter(candidate -> !candidate.other().isListed())
                .filter(candidate -> candidate.why().zone() == Zone.AUTOMATIC || why.zone() == Zone.CLERICAL)
                .flatMap(candidate -> find(candidate.other(), named).stream()).filter(other::comparable)
                .anyMatch(asked -> asked.origin().unit().equals(unit.unit())
                        && asked.origin().campaign().equals(unit.campaign()));
    }

    private Optional<Person> find(RecordId id, Map<Source, List<Person>> named) {
        return named.computeIfAbsent(id.source(), persons::of).stream()
                .filter(person -> person.id().equals(id)).findFirst();
    }

    private Kept kept(Person one, Person two, Explanation why) {
        boolean ordered = one.id().compareTo(two.id()) < 0;
        Person left = ordered ? one : two;
        Person right = ordered ? two : one;
        String key = Pair.key(one.id(), two.id());
        Score score = Score.of(why, left.contradicts(right));
        return new Kept(new Pair(fingerprint.apply("pair " + key), left.origin().domain(), Side.of(left),
                Side.of(right), score, score.zone() == Zone.AUTOMATIC && drawn(key), true, true, clock.instant(),
                List.of()), why);
    }

    /** By lot, but always the same: a hash of the two records decides. */
    private boolean drawn(String key) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((SEED + key).getBytes(StandardCharsets.UTF_8));
            return (ByteBuffer.wrap(hash).getLong() >>> 11) * 0x1.0p-53 < share;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
