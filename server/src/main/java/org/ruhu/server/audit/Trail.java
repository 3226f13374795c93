package org.ruhu.server.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Store;

/**
 * Enters every stored revision in the audit log by following the change order, so that the one insert of a revision stays
 * its commit. How far it has come stands in the log itself: a crash leaves nothing out and enters nothing twice.
 */
public final class Trail {

    /** Action of an entry that tells of a revision; its subject is {@code submission/number}. */
    public static final String STORED = "revision-stored";

    /** Bodies may be a megabyte each. */
    private static final int STEP = 100;
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> TOLD = Set.of("submission", "number", "author", "digest", "receivedAt");

    private final AuditLog log;
    private final Store store;
    private final String kind;
    private final Clock clock;
    private final Instant started;
    private final long startedAt;
    private long position;
    private boolean lookedAgain;

    /** @param kind name of the kind that holds revisions */
    public Trail(AuditLog log, Store store, String kind, Clock clock) {
        this.log = log;
        this.store = store;
        this.kind = kind;
        this.clock = clock;
        this.started = clock.instant();
        this.startedAt = log.folded();
        this.position = startedAt;
        this.lookedAgain = store.lateness().isZero();
    }

    /** Enters everything that has been stored until now; what comes meanwhile is left for the next time. */
    public synchronized void fold() {
        lookAgainForLateOnes();
        long until = store.lastSequence();
        boolean more = true;
        while (more && position < until) {
            more = step();
        }
    }

    private boolean step() {
        List<Change> changes = store.since(position, STEP);
        if (changes.isEmpty()) {
            return false;
        }
        log.append(tail -> events(changes, tail.folded()));
        position = changes.get(changes.size() - 1).sequence();
        return true;
    }

    private Optional<AuditLog.Events> events(List<Change> changes, long folded) {
        List<Event> events = new ArrayList<>();
        List<String> subjects = new ArrayList<>();
        for (Change change : changes) {
            if (change.kind().equals(kind)) {
                Event event = event(change);
                if (change.sequence() > folded || !log.holds(event.subject())) {
                    events.add(event);
                    subjects.add(event.subject());
                }
            }
        }
        long until = Math.max(folded, changes.get(changes.size() - 1).sequence());
        return events.isEmpty() ? Optional.empty() : Optional.of(new AuditLog.Events(events, until, subjects));
    }

    private static Event event(Change change) {
        Map<String, String> told = told(change.document().body());
        return Event.of(told.get("author"), STORED, told.get("submission") + "/" + told.get("number"))
                .with("digest", told.get("digest")).with("receivedAt", told.get("receivedAt"))
                .with("sequence", change.sequence());
    }

    /** The few members the log tells of, without reading the answers. */
    private static Map<String, String> told(byte[] body) {
        Map<String, String> told = new HashMap<>();
        try (JsonParser parser = JSON.createParser(body)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME && told.size() < TOLD.size()) {
                String name = parser.currentName();
                parser.nextToken();
                if (TOLD.contains(name)) {
                    told.put(name, parser.getText());
                }
                parser.skipChildren();
            }
            return told;
        } catch (IOException e) {
            throw new UncheckedIOException("a stored revision is not readable: " + e.getClass().getSimpleName(), e);
        }
    }

    /** Once, from where it started: a late one has a place that was passed already. */
    private void lookAgainForLateOnes() {
        if (!lookedAgain && !clock.instant().isBefore(started.plus(store.lateness()))) {
            lookedAgain = true;
            position = startedAt;
        }
    }
}
