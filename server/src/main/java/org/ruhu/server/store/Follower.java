package org.ruhu.server.store;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.ruhu.server.door.Json;

/**
 * Someone who reads the change order onwards from a place that is kept. What it was told it may be told again, after a
 * crash or because a change came late; what is stored it is told for certain.
 */
public final class Follower {

    public static final Kind KIND = new Kind("followers", false, List.of());

    /** Bodies may be a megabyte each. */
    private static final int CHANGES_AT_ONCE = 100;

    private final Store store;
    private final Clock clock;
    private final String name;
    private final Consumer<List<Change>> told;
    private final Instant started;
    private final long startedAt;
    private long position;
    private long saved;
    private boolean lookedAgain;

    /**
     * @param name of its place in the store; no two followers share one
     * @param told changes in their order; when it returns they are dealt with
     */
    public Follower(Store store, Clock clock, String name, Consumer<List<Change>> told) {
        this.store = store;
        this.clock = clock;
        this.name = name;
        this.told = told;
        this.started = clock.instant();
        this.startedAt = store.find(KIND, name).map(Follower::sequence).orElse(0L);
        this.position = startedAt;
        this.saved = startedAt;
        this.lookedAgain = store.lateness().isZero();
    }

    private static long sequence(Stored place) {
        JsonNode body = Json.own(place.body());
        return body.get("sequence").longValue();
    }

    /** Reads everything stored by now. The place is kept afterwards, so that a crash makes it read twice and never skip. */
    public synchronized void follow() {
        lookAgainForLateOnes();
        List<Change> changes = store.since(position, CHANGES_AT_ONCE);
        while (!changes.isEmpty()) {
            told.accept(changes);
            position = changes.get(changes.size() - 1).sequence();
            changes = store.since(position, CHANGES_AT_ONCE);
        }
        save();
    }

    /** Once, from where it started: a late one has a place that was passed already. */
    private void lookAgainForLateOnes() {
        if (!lookedAgain && !clock.instant().isBefore(started.plus(store.lateness()))) {
            position = startedAt;
            lookedAgain = true;
        }
    }

    private void save() {
        if (saved == position) {
            return;
        }
        Document place = new Document(name, Json.bytes(Json.object().put("sequence", position)), Map.of());
        Optional<Stored> before = store.find(KIND, name);
        if (before.isEmpty() ? store.insert(KIND, place) : store.replace(KIND, place, before.get().version())) {
            saved = position;
        }
    }
}
