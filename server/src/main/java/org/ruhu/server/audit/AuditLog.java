package org.ruhu.server.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/**
 * What happened and who did it, append-only: each entry holds the hash of the one before, so nothing can be changed,
 * left out or put in between without breaking every hash behind it. Several servers on one store keep one log.
 */
public final class AuditLog {

    public static final Kind KIND = new Kind("audit", false, List.of(Index.on("pages")));

    /** Where the log ends. */
    record Tail(long number, String hash, long folded) {

        static final Tail EMPTY = new Tail(0, Entry.START, 0);

        static Tail of(AuditPage page) {
            return new Tail(page.last().number(), page.last().hash(), page.folded());
        }
    }

    /** Decides, each time the end of the log is known anew, what is to be appended there. */
    interface Addition {
        /** @return the events and the new {@code folded}; empty for nothing */
        Optional<Events> at(Tail tail);
    }

    record Events(List<Event> events, long folded) {}

    private final Store store;
    private final Clock clock;
    private Tail tail;

    public AuditLog(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
        this.tail = readTail();
    }

    /** Returns when the event is durable. */
    public void append(Event event) {
        append(at -> Optional.of(new Events(List.of(event), at.folded())));
    }

    synchronized void append(Addition addition) {
        while (true) {
            Optional<Events> events = addition.at(tail);
            if (events.isEmpty()) {
                return;
            }
            AuditPage page = page(events.get());
            if (store.insert(KIND, page.document())) {
                tail = Tail.of(page);
                return;
            }
            tail = readTail();
        }
    }

    private AuditPage page(Events events) {
        Instant now = clock.instant();
        List<Entry> entries = new ArrayList<>();
        String previous = tail.hash();
        for (Event event : events.events()) {
            Entry entry = Entry.after(tail.number() + 1 + entries.size(), previous, now, event);
            entries.add(entry);
            previous = entry.hash();
        }
        return new AuditPage(entries, events.folded());
    }

    synchronized Tail tail() {
        return tail;
    }

    /** Entries after a number, oldest first. */
    public List<Entry> after(long number, int limit) {
        List<Entry> entries = new ArrayList<>();
        Range pages = Range.of("pages").after(List.of(AuditPage.key(pageOf(number + 1) - 1)));
        try (Cursor cursor = store.range(KIND, pages)) {
            while (cursor.hasNext() && entries.size() < limit) {
                AuditPage.read(cursor.next()).entries().stream().filter(e -> e.number() > number).forEach(entries::add);
            }
        }
        return entries.subList(0, Math.min(limit, entries.size()));
    }

    /**
     * Reads the whole log and computes every hash again.
     *
     * @param sound is given each entry that hangs together with those before
     */
    public Chain verify(Consumer<Entry> sound) {
        Chain chain = Chain.EMPTY;
        try (Cursor cursor = store.range(KIND, Range.of("pages"))) {
            while (cursor.hasNext() && chain.whole()) {
                chain = chain.with(cursor.next(), sound);
            }
        }
        return chain;
    }

    /** Number of the first entry on the page where an entry stands. */
    private long pageOf(long number) {
        Range before = Range.of("pages").after(List.of(AuditPage.key(number + 1))).backwards().limit(1);
        try (Cursor cursor = store.range(KIND, before)) {
            return cursor.hasNext() ? Long.parseLong(cursor.next().key()) : 1;
        }
    }

    private Tail readTail() {
        try (Cursor cursor = store.range(KIND, Range.of("pages").backwards().limit(1))) {
            return cursor.hasNext() ? Tail.of(AuditPage.read(cursor.next())) : Tail.EMPTY;
        }
    }
}
