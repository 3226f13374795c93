package org.ruhu.server.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;

/**
 * The number of this opening of the database, counted in the collection {@code ruhu_store}. When another server has opened
 * it since, this one writes no more.
 */
final class MongoEpoch {

    private static final String COLLECTION = "ruhu_store";
    private static final String ID = "epoch";
    private static final int FORMAT = 1;
    private static final long TRUSTED_NANOS = 2_000_000_000L;

    private final MongoCollection<org.bson.Document> collection;
    private final long number;
    private volatile long checkedNanos = System.nanoTime();

    private MongoEpoch(MongoCollection<org.bson.Document> collection, long number) {
        this.collection = collection;
        this.number = number;
    }

    static MongoEpoch begin(MongoDatabase database) {
        MongoCollection<org.bson.Document> collection = database.getCollection(COLLECTION);
        org.bson.Document present = collection.find(Filters.eq("_id", ID)).first();
        if (present != null && present.getInteger("format", FORMAT) > FORMAT) {
            throw new StoreFailure("the database was written by a newer Ruhu (store format %d, this one knows %d); start that one"
                    .formatted(present.getInteger("format"), FORMAT));
        }
        org.bson.Document counted = collection.findOneAndUpdate(Filters.eq("_id", ID),
                Updates.combine(Updates.inc("n", 1L), Updates.set("format", FORMAT)),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        return new MongoEpoch(collection, counted.get("n", Number.class).longValue());
    }

    long number() {
        return number;
    }

    /** Looks again every few seconds: two servers on one database would each hide the other's changes. */
    void requireCurrent() {
        if (System.nanoTime() - checkedNanos < TRUSTED_NANOS) {
            return;
        }
        requireCurrentNow();
    }

    void requireCurrentNow() {
        org.bson.Document present = collection.find(Filters.eq("_id", ID)).first();
        if (present == null || present.get("n", Number.class).longValue() != number) {
            throw new StoreFailure("another server has opened this database since; stop this one");
        }
        checkedNanos = System.nanoTime();
    }
}
