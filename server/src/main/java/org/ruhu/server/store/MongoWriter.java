package org.ruhu.server.store;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/**
 * Writes documents one by one or many at once. Each carries an id of its writing, so that after a broken connection a look
 * at the document tells whether it was written; while nobody can know, its sequence holds back the later ones.
 */
final class MongoWriter {

    private static final int MOST_AT_ONCE = 1_000;

    private static final long NOT_THERE = 0;

    private enum Fate { WRITTEN, REFUSED, UNKNOWN }

    private final MongoEpoch epoch;
    private final ChangeOrder order;

    MongoWriter(MongoEpoch epoch, ChangeOrder order) {
        this.epoch = epoch;
        this.order = order;
    }

    boolean insert(MongoKind kind, Document document) {
        return write(kind, document, NOT_THERE, written -> {
            kind.collection().insertOne(written);
            return true;
        });
    }

    boolean replace(MongoKind kind, Document document, long expectedVersion) {
        return write(kind, document, expectedVersion, written -> kind.collection()
                .replaceOne(Filters.and(Filters.eq("_id", document.key()), Filters.eq("v", expectedVersion)), written)
                .getMatchedCount() == 1);
    }

    private boolean write(MongoKind kind, Document document, long expected, Predicate<org.bson.Document> attempt) {
        epoch.requireCurrent();
        String writer = UUID.randomUUID().toString();
        long sequence = take(kind, 1);
        org.bson.Document written = kind.written(document, expected + 1, sequence, writer);
        Fate fate = Fate.UNKNOWN;
        try {
            fate = attempt.test(written) ? Fate.WRITTEN : Fate.REFUSED;
        } catch (MongoException e) {
            fate = fateOf(kind, document.key(), expected, writer, isDuplicate(e), e);
        } finally {
            settle(kind, sequence, fate);
        }
        return fate == Fate.WRITTEN;
    }

    List<Boolean> insertAll(MongoKind kind, List<Document> documents) {
        List<Boolean> outcomes = new ArrayList<>();
        for (int from = 0; from < documents.size(); from += MOST_AT_ONCE) {
            outcomes.addAll(insertSome(kind, documents.subList(from, Math.min(documents.size(), from + MOST_AT_ONCE))));
        }
        return outcomes;
    }

    private List<Boolean> insertSome(MongoKind kind, List<Document> documents) {
        epoch.requireCurrent();
        String writer = UUID.randomUUID().toString();
        long first = take(kind, documents.size());
        List<org.bson.Document> written = new ArrayList<>();
        for (Document document : documents) {
            written.add(kind.written(document, 1, first + written.size(), writer + "-" + written.size()));
        }
        List<Fate> fates = new ArrayList<>(Collections.nCopies(documents.size(), Fate.UNKNOWN));
        try {
            kind.collection().insertMany(written, new InsertManyOptions().ordered(false));
            Collections.fill(fates, Fate.WRITTEN);
        } catch (MongoException e) {
            List<Integer> duplicates = duplicates(e);
            for (int i = 0; i < documents.size(); i++) {
                fates.set(i, fateOf(kind, documents.get(i).key(), NOT_THERE, writer + "-" + i, duplicates.contains(i), e));
            }
        } finally {
            for (int i = 0; i < fates.size(); i++) {
                settle(kind, first + i, fates.get(i));
            }
        }
        return fates.stream().map(fate -> fate == Fate.WRITTEN).toList();
    }

    /**
     * @param expected the version that was to be replaced; no write of ours can come after another has changed it
     * @throws MongoException the one that made us look, if the document does not tell
     */
    private static Fate fateOf(MongoKind kind, String key, long expected, String writer, boolean duplicate,
                               MongoException why) {
        Optional<org.bson.Document> present = Optional.ofNullable(kind.collection().find(Filters.eq("_id", key))
                .projection(Projections.include("w", "v")).first());
        if (present.filter(document -> writer.equals(document.getString("w"))).isPresent()) {
            return Fate.WRITTEN;
        }
        if (duplicate || present.map(document -> document.getLong("v")).orElse(NOT_THERE) != expected) {
            return Fate.REFUSED;
        }
        throw why;
    }

    private static boolean isDuplicate(MongoException e) {
        return e instanceof DuplicateKeyException || e instanceof MongoWriteException write
                && write.getError().getCategory() == ErrorCategory.DUPLICATE_KEY;
    }

    private static List<Integer> duplicates(MongoException e) {
        return e instanceof MongoBulkWriteException bulk ? bulk.getWriteErrors().stream()
                .filter(error -> error.getCategory() == ErrorCategory.DUPLICATE_KEY).map(BulkWriteError::getIndex).toList()
                : List.of();
    }

    private long take(MongoKind kind, int count) {
        return kind.kind().ordered() ? order.take(count) : 0;
    }

    private void settle(MongoKind kind, long sequence, Fate fate) {
        if (!kind.kind().ordered()) {
            return;
        }
        switch (fate) {
            case WRITTEN -> order.written(sequence);
            case REFUSED -> order.unused(sequence);
            case UNKNOWN -> order.doubtful(sequence);
        }
    }
}
