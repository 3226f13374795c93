package org.ruhu.server.submission;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Kind.Index;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;

/**
 * All revisions of all submissions. One insert holds answers, findings and digest: that insert is the commit, and the
 * unique (submission, number) decides races.
 */
public final class Submissions {

    /** A unit's number begins with its area, so that {@code listed} finds areas as well as units. */
    public static final Kind KIND = new Kind("revisions", true, List.of(
            Index.unique("identity", "submission", "number"),
            Index.on("listed", "campaign", "unit"),
            Index.on("team", "team", Index.SEQUENCE),
            Index.anyOf("persons", "persons"),
            Index.anyOf("attachments", "attachments")));

    private final Store store;

    public Submissions(Store store) {
        this.store = store;
    }

    Receipt append(Revision revision) {
        return refusal(revision).orElseGet(() -> store.insert(KIND, document(revision))
                ? new Receipt.Stored(revision) : receipt(revision));
    }

    /**
     * As {@link #append} for each by itself, waiting for the disk once.
     *
     * @param revisions of different submissions
     */
    List<Receipt> appendAll(List<Revision> revisions) {
        List<Optional<Receipt>> refusals = revisions.stream().map(this::refusal).toList();
        List<Document> documents = IntStream.range(0, revisions.size()).filter(i -> refusals.get(i).isEmpty())
                .mapToObj(i -> document(revisions.get(i))).toList();
        Iterator<Boolean> stored = store.insertAll(KIND, documents).iterator();
        return IntStream.range(0, revisions.size())
                .mapToObj(i -> refusals.get(i).orElseGet(() -> stored.next()
                        ? new Receipt.Stored(revisions.get(i)) : receipt(revisions.get(i))))
                .toList();
    }

    /** Nothing is ever taken away, so what is found before a correction is inserted is still true afterwards. */
    private Optional<Receipt> refusal(Revision revision) {
        if (revision.id().number() == 1) {
            return Optional.empty();
        }
        Optional<Revision> before = find(revision.id().before());
        if (before.isEmpty()) {
            int last = latest(revision.id().submission()).map(latest -> latest.id().number()).orElse(0);
            return Optional.of(new Receipt.OutOfOrder(last + 1));
        }
        return before.filter(existing -> !existing.sameUnit(revision)).map(Receipt.OtherUnit::new);
    }

    private Receipt receipt(Revision refused) {
        Revision existing = find(refused.id()).orElseThrow();
        if (!existing.sameUnit(refused)) {
            return new Receipt.OtherUnit(existing);
        }
        return existing.digest().equals(refused.digest()) ? new Receipt.Replayed(existing) : new Receipt.Conflict(existing);
    }

    private static Document document(Revision revision) {
        return new Document(revision.key(), revision.body(), Map.of(
                "submission", revision.id().submission().toString(), "number", (long) revision.id().number(),
                "campaign", revision.campaign(), "unit", revision.unit(), "team", revision.team(),
                "persons", revision.persons(), "attachments", revision.attachments()));
    }

    Optional<Revision> find(RevisionId id) {
        return first(Range.of("identity", id.submission().toString(), (long) id.number()));
    }

    Optional<Revision> latest(UUID submission) {
        return first(Range.of("identity", submission.toString()).backwards());
    }

    /** Every revision of a submission, the interview first; empty if there is no such submission. */
    List<Revision> all(UUID submission) {
        List<Revision> revisions = new ArrayList<>();
        try (Cursor cursor = store.range(KIND, Range.of("identity", submission.toString()))) {
            cursor.forEachRemaining(stored -> revisions.add(Revision.read(stored.body())));
        }
        return revisions;
    }

    private Optional<Revision> first(Range range) {
        try (Cursor cursor = store.range(KIND, range.limit(1))) {
            return cursor.hasNext() ? Optional.of(Revision.read(cursor.next().body())) : Optional.empty();
        }
    }
}
