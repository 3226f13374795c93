package org.ruhu.server.store;

import com.mongodb.MongoException;
import com.mongodb.client.FindIterable;
import com.mongodb.client.model.Projections;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

/** Runs the filters of a slice one after another until the limit is reached. */
final class MongoCursor implements Cursor {

    private static final int ALL = 0;
    private static final int MOST_IN_A_BATCH = 500;

    private final MongoKind kind;
    private final Slice slice;
    private final Deque<org.bson.Document> filters;
    private Optional<com.mongodb.client.MongoCursor<org.bson.Document>> running = Optional.empty();
    private long left;
    private List<Object> position = List.of();

    MongoCursor(MongoKind kind, Slice slice, long settled) {
        this.kind = kind;
        this.slice = slice;
        this.filters = new ArrayDeque<>(MongoKind.filters(slice, settled));
        this.left = slice.limit();
    }

    @Override
    public boolean hasNext() {
        try {
            while (left > 0) {
                if (running.isPresent() && running.get().hasNext()) {
                    return true;
                }
                running.ifPresent(com.mongodb.client.MongoCursor::close);
                running = Optional.empty();
                if (filters.isEmpty()) {
                    return false;
                }
                running = Optional.of(find(filters.removeFirst()).iterator());
            }
            return false;
        } catch (MongoException e) {
            throw new StoreFailure("the store could not read: " + e.getMessage(), e);
        }
    }

    private FindIterable<org.bson.Document> find(org.bson.Document filter) {
        return kind.collection().find(filter).sort(MongoKind.sort(slice)).hint(MongoKind.hint(slice.index()))
                .projection(Projections.exclude("w")).limit(left > Integer.MAX_VALUE ? ALL : (int) left)
                .batchSize((int) Math.min(left, MOST_IN_A_BATCH));
    }

    @Override
    public Stored next() {
        if (!hasNext()) {
            throw new NoSuchElementException("no document is left in this range");
        }
        org.bson.Document read = running.orElseThrow().next();
        left--;
        position = MongoKind.position(slice, read);
        return MongoKind.stored(read);
    }

    @Override
    public List<Object> position() {
        return position;
    }

    @Override
    public void close() {
        running.ifPresent(com.mongodb.client.MongoCursor::close);
        running = Optional.empty();
        left = 0;
    }
}
