package org.ruhu.server.link;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.ruhu.server.door.Json;
import org.ruhu.server.door.Refusal;
import org.ruhu.server.staff.Login;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;

/**
 * Pairs of records that may be one person, pairs of households that may be one, and what was said about them.
 * What is said is inserted once and never changed; the document of a pair is what follows from the interviews and from
 * that.
 */
final class Links {

    /** What follows; key: the pair. */
    static final Kind KIND = new Kind("link_pairs", false, List.of(Index.on("by_key")));

    /** The one insert of a judgement is its commit; key: {@code PAIR/NUMBER}, which decides races. */
    static final Kind JUDGEMENTS = new Kind("link_judgements", true, List.of(Index.on("by_key")));

    /** A pair with the reasons it was found for. */
    record Kept(Pair pair, Explanation why) {

        Document document() {
            ObjectNode body = Json.object();
            body.set("pair", pair.json());
            body.set("why", why.json());
            return new Document(pair.id(), Json.bytes(body), Map.of());
        }

        static Kept read(Stored stored) {
            ObjectNode body = Json.own(stored.body());
            return new Kept(Pair.read(body.get("pair")), Explanation.read(body.get("why")));
        }
    }

    private static final int MOST_TRIES = 50;

    private final Store store;
    private final Clock clock;
    private final Board people = new Board();
    private final Board homes = new Board();

    Links(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Takes in every pair there is. */
    void load() {
        try (Cursor cursor = store.range(KIND, Range.of("by_key"))) {
            cursor.forEachRemaining(stored -> show(Kept.read(stored).pair()));
        }
    }

    /** Pairs of persons. */
    Collection<Pair> all() {
        return people.all();
    }

    /** Pairs of households. */
    Collection<Pair> homes() {
        return homes.all();
    }

    List<Pair> of(Source source) {
        return people.of(source);
    }

    List<Pair> homesOf(Source source) {
        return homes.of(source);
    }

    /** As it is in the store, with everything that was said about it. */
    Optional<Pair> find(String id) {
        return store.find(KIND, id).isEmpty() ? Optional.empty() : Optional.of(fold(id));
    }

    Explanation why(Pair pair) {
        return Kept.read(store.find(KIND, pair.id()).orElseThrow()).why();
    }

    /** Puts down pairs as they were found now; those known before keep what was said about them. */
    void put(List<Kept> found) {
        List<Boolean> inserted = store.insertAll(KIND, found.stream().map(Kept::document).toList());
        for (int i = 0; i < found.size(); i++) {
            Kept one = found.get(i);
            if (inserted.get(i)) {
                show(one.pair());
            } else {
                change(one.pair().id(), before -> new Kept(before.pair().with(one.pair()), one.why()));
            }
        }
    }

    /** @param bothThere whether both records are still there, only not alike */
    void retire(Pair pair, boolean bothThere) {
        change(pair.id(), before -> new Kept(before.pair().without(bothThere), before.why()));
    }

    /** Makes the document of a pair follow from what was said. */
    Pair fold(String id) {
        return change(id, before -> new Kept(before.pair().with(judgements(id)), before.why()));
    }

    private void show(Pair pair) {
        (pair.common().isPresent() ? homes : people).put(pair);
    }

    private Pair change(String id, UnaryOperator<Kept> how) {
        for (int tries = 0; tries < MOST_TRIES; tries++) {
            Stored stored = store.find(KIND, id).orElseThrow(() ->
                    new IllegalStateException("a judgement is about no pair: " + id));
            Kept known = Kept.read(stored);
            Kept changed = how.apply(known);
            if (changed.equals(known) || store.replace(KIND, changed.document(), stored.version())) {
                show(changed.pair());
                return changed.pair();
            }
        }
        throw new IllegalStateException("a pair changes faster than it can be followed: " + id);
    }

    private List<Judgement> judgements(String pair) {
        List<Judgement> judgements = new ArrayList<>();
        try (Cursor cursor = store.range(JUDGEMENTS, Range.of("by_key").startingWith(Judgement.prefix(pair)))) {
            cursor.forEachRemaining(stored -> judgements.add(Judgement.stored(stored.body())));
        }
        return judgements;
    }

    /** What became of something that was said. */
    record Taken(Pair pair, boolean fresh) {}

    /**
     * Takes what somebody says about a pair.
     *
     * @param expected number of the judgement, one more than those the sender has seen
     * @throws Refusal if it may not be said, or somebody else has taken that number
     */
    Taken take(Login login, String id, int expected, Judgement.Kind kind, ObjectNode said) {
        Pair pair = fold(id);
        Judgement judgement = new Judgement(expected, kind, login.account(), clock.instant(), said);
        if (pair.judgements().stream().anyMatch(judgement::repeats)) {
            return new Taken(pair, false);
        }
        if (expected != pair.judgements().size() + 1 || expected > Judgement.HIGHEST) {
            throw changedMeanwhile(pair);
        }
        Rights.of(login, pair).require(judgement);
        boolean fresh = store.insert(JUDGEMENTS, new Document(judgement.key(id), judgement.body(id), Map.of()));
        Pair after = fold(id);
        if (!fresh && after.judgements().stream().noneMatch(judgement::repeats)) {
            throw changedMeanwhile(after);
        }
        return new Taken(after, fresh);
    }

    private static Refusal changedMeanwhile(Pair pair) {
        return new Refusal(Refusal.Kind.CHANGED_MEANWHILE, "Somebody judged the pair meanwhile: read it again")
                .with("taken", pair.judgements().size());
    }
}
