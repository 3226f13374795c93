package org.ruhu.server.progress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.server.door.Json;
import org.ruhu.server.progress.Ledger.VillageKey;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Store.Replacement;
import org.ruhu.server.store.StoreFailure;
import org.ruhu.server.store.Stored;

/**
 * Follows the change order and keeps the {@link Ledger}. From time to time it saves the villages that changed and then how
 * far it had come. What is saved may be newer than that place, never older; folding a change in twice changes nothing, so
 * after a crash at any point the counts come out right.
 */
public final class Projector implements AutoCloseable {

    public static final Kind KIND = new Kind("progress", false, List.of(Index.on("by_key")));

    private static final long NOWHERE = -1;
    private static final String POSITION = "position";
    private static final int FORMAT = 2;
    /** Bodies may be a megabyte each. */
    private static final int CHANGES_AT_ONCE = 100;
    private static final int SAVED_AT_ONCE = 500;
    private static final Duration TURN = Duration.ofMillis(500);
    private static final Duration SHORTEST_PAUSE = Duration.ofSeconds(5);
    /** Saving takes at most one part in so many of the time. */
    private static final int PAUSE_PER_SAVING = 20;

    private final Store store;
    private final Facts facts;
    private final Clock clock;
    private final Ledger ledger;
    private final Instant started;
    private final long startedAt;
    private final Map<String, Long> versions = new HashMap<>();
    private long position;
    private boolean lookedAgain;
    private boolean follows;
    private long savedPosition;
    private Instant nextSaving;
    private volatile Instant asOf;

    Projector(Store store, Facts facts, Ledger ledger, Clock clock) {
        this.store = store;
        this.facts = facts;
        this.ledger = ledger;
        this.clock = clock;
        this.started = clock.instant();
        this.asOf = started;
        this.nextSaving = started.plus(SHORTEST_PAUSE);
        this.lookedAgain = store.lateness().isZero();
        this.savedPosition = savedPosition();
        readSaved(savedPosition != NOWHERE);
        this.position = Math.max(0, savedPosition);
        this.startedAt = position;
    }

    /** Read before the villages, which may be newer but never older. */
    private long savedPosition() {
        return store.find(KIND, POSITION).map(saved -> Json.own(saved.body()))
                .filter(saved -> saved.get("format").intValue() == FORMAT)
                .map(saved -> saved.get("sequence").longValue()).orElse(NOWHERE);
    }

    private void readSaved(boolean restore) {
        versions.clear();
        Map<String, String> sameTexts = new HashMap<>();
        try (Cursor cursor = store.range(KIND, Range.of("by_key"))) {
            while (cursor.hasNext()) {
                Stored saved = cursor.next();
                versions.put(saved.key(), saved.version());
                if (restore && !saved.key().equals(POSITION)) {
                    SavedVillage.restore(saved.body(), ledger, sameTexts);
                }
            }
        }
    }

    /** Folds what came since, for a moment, and saves when it is time. */
    public synchronized void turn() {
        follows = true;
        Instant end = clock.instant().plus(TURN);
        lookAgainForLateOnes();
        boolean more = true;
        while (more && clock.instant().isBefore(end)) {
            more = step();
        }
        if (!clock.instant().isBefore(nextSaving)) {
            save();
        }
    }

    /** Folds everything that came since. */
    public synchronized void catchUp() {
        boolean more = true;
        while (more) {
            more = step();
        }
    }

    /** Up to when everything is counted. */
    Instant asOf() {
        return asOf;
    }

    private boolean step() {
        Instant before = clock.instant();
        List<Change> changes = store.since(position, CHANGES_AT_ONCE);
        if (changes.isEmpty()) {
            asOf = before;
            return false;
        }
        List<Fact> told = new ArrayList<>();
        changes.forEach(change -> facts.of(change).forEach(told::add));
        ledger.fold(told);
        position = changes.get(changes.size() - 1).sequence();
        return true;
    }

    /** Once, from where it started: a late one has a place that was passed already. */
    private void lookAgainForLateOnes() {
        if (!lookedAgain && !clock.instant().isBefore(started.plus(store.lateness()))) {
            lookedAgain = true;
            position = startedAt;
        }
    }

    /** First the villages, then the place up to which everything is in them. */
    synchronized void save() {
        Instant before = clock.instant();
        long place = lookedAgain ? position : startedAt;
        List<VillageKey> changed = ledger.takeChanged();
        boolean saved = false;
        try {
            for (int from = 0; from < changed.size(); from += SAVED_AT_ONCE) {
                write(changed.subList(from, Math.min(changed.size(), from + SAVED_AT_ONCE)).stream().map(this::document).toList());
            }
            if (place != savedPosition) {
                write(List.of(new Document(POSITION,
                        Json.bytes(Json.object().put("format", FORMAT).put("sequence", place)), Map.of())));
                savedPosition = place;
            }
            saved = true;
        } finally {
            if (!saved) {
                ledger.keepChanged(changed);
                versions.clear();
            }
            Duration pause = Duration.between(before, clock.instant()).multipliedBy(PAUSE_PER_SAVING);
            nextSaving = clock.instant().plus(pause.compareTo(SHORTEST_PAUSE) > 0 ? pause : SHORTEST_PAUSE);
        }
    }

    private Document document(VillageKey key) {
        return new Document(key.village() + "/" + key.campaign(), ledger.saved(key), Map.of());
    }

    /** After a write that failed nobody knows which versions stand there. */
    private void write(List<Document> documents) {
        if (versions.isEmpty()) {
            readSaved(false);
        }
        List<Document> fresh = documents.stream().filter(document -> !versions.containsKey(document.key())).toList();
        List<Document> known = documents.stream().filter(document -> versions.containsKey(document.key())).toList();
        List<Boolean> written = new ArrayList<>(store.insertAll(KIND, fresh));
        written.addAll(store.replaceAll(KIND, known.stream()
                .map(document -> new Replacement(document, versions.get(document.key()))).toList()));
        if (written.contains(false)) {
            throw new StoreFailure("saved progress was changed by somebody else");
        }
        documents.forEach(document -> versions.merge(document.key(), 1L, Long::sum));
    }

    /** Saves all, if this is the one that follows: a command beside a server leaves that to it. */
    @Override
    public synchronized void close() {
        if (follows) {
            catchUp();
            save();
        }
    }
}
