package org.ruhu.server.audit;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Store;

/**
 * Enters every stored revision, and every step about a problem or a submission, in the audit log by following the change
 * order, so that the one insert of each stays its commit. How far it has come stands in the log itself: a crash leaves
 * nothing out and enters nothing twice.
 */
public final class Trail {

    /** Action of an entry that tells of a revision; its subject is {@code submission/number}. */
    public static final String STORED = "revision-stored";

    /** Action of an entry that tells of a step about a problem; its subject is {@code submission/line/number}. */
    public static final String STEPPED = "problem-step";

    /** Action of an entry that tells of a step about a submission; its subject is {@code submission/review/number}. */
    public static final String REVIEWED = "review-step";

    /** Action of an entry that tells what was said about a pair of likely doubles; its subject is {@code pair/number}. */
    public static final String JUDGED = "link-judgement";

    /** Bodies may be a megabyte each. */
    private static final int STEP = 100;
    private static final JsonFactory JSON = new JsonFactory();
    private static final Set<String> TOLD = Set.of("submission", "number", "author", "digest", "receivedAt");

    private final AuditLog log;
    private final Store store;
    private final Map<String, String> actions;
    private final Clock clock;
    private final Instant started;
    private final AuditLog.Tail startedAt;
    private long position;
    private boolean lookedAgain;

    /**
     * @param actions what an entry says of a document, by the name of its kind. Documents of these kinds have
     *                {@code submission, number, author, digest, receivedAt}
     */
    public Trail(AuditLog log, Store store, Map<String, String> actions, Clock clock) {
        this.log = log;
        this.store = store;
        this.actions = Map.copyOf(actions);
        this.clock = clock;
        this.started = clock.instant();
        this.startedAt = log.tail();
        this.position = startedAt.folded();
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
        log.append(tail -> events(changes, tail.folded(), change -> change.sequence() > tail.folded()));
        position = changes.get(changes.size() - 1).sequence();
        return true;
    }

    /** Once, from where it started: a late one has a place that was passed already. */
    private void lookAgainForLateOnes() {
        if (lookedAgain || clock.instant().isBefore(started.plus(store.lateness()))) {
            return;
        }
        Set<String> entered = entered();
        long again = startedAt.folded();
        while (again < position) {
            List<Change> changes = store.since(again, STEP);
            log.append(tail -> events(changes, tail.folded(), change -> !entered.contains(subject(change))));
            changes.forEach(change -> entered.add(subject(change)));
            again = changes.isEmpty() ? position : changes.get(changes.size() - 1).sequence();
            position = Math.max(position, again);
        }
        lookedAgain = true;
    }

    private Set<String> entered() {
        Set<String> subjects = new HashSet<>();
        List<Entry> entries = log.after(startedAt.number(), STEP);
        while (!entries.isEmpty()) {
            entries.stream().filter(entry -> actions.containsValue(entry.action())).map(Entry::subject).forEach(subjects::add);
            entries = log.after(entries.get(entries.size() - 1).number(), STEP);
        }
        return subjects;
    }

    private Optional<AuditLog.Events> events(List<Change> changes, long folded, Predicate<Change> wanted) {
        List<Event> events = changes.stream().filter(change -> actions.containsKey(change.kind())).filter(wanted)
                .map(this::event).toList();
        long until = Math.max(folded, changes.get(changes.size() - 1).sequence());
        return events.isEmpty() ? Optional.empty() : Optional.of(new AuditLog.Events(events, until));
    }

    private Event event(Change change) {
        Map<String, String> told = told(change);
        ObjectNode detail = Json.object().put("digest", told.get("digest")).put("receivedAt", told.get("receivedAt"))
                .put("sequence", change.sequence());
        return new Event(told.get("author"), actions.get(change.kind()),
                told.get("submission") + "/" + told.get("number"), detail);
    }

    private static String subject(Change change) {
        Map<String, String> told = told(change);
        return told.get("submission") + "/" + told.get("number");
    }

    /** The few members the log tells of, without reading the answers. */
    private static Map<String, String> told(Change change) {
        Map<String, String> told = new HashMap<>();
        try (JsonParser parser = JSON.createParser(change.document().body())) {
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
}
