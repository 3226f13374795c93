package org.ruhu.server.dataset;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stored;

/** Documents of one kind as the values that they hold, each under a random id. */
abstract class Papers<T> {

    private final Store store;
    private final Kind kind;
    private final Function<Stored, T> reading;
    private final Function<T, Document> writing;

    /** @param kind has an index {@code of_account} by account and time */
    Papers(Store store, Kind kind, Function<Stored, T> reading, Function<T, Document> writing) {
        this.store = store;
        this.kind = kind;
        this.reading = reading;
        this.writing = writing;
    }

    final void add(T paper) {
        if (!store.insert(kind, writing.apply(paper))) {
            throw new IllegalStateException("a random id came up twice");
        }
    }

    final Optional<T> find(String id) {
        return store.find(kind, id).map(reading);
    }

    /** The newest of an account first. */
    final List<T> of(String account, int limit) {
        return read(Range.of("of_account", account).backwards().limit(limit));
    }

    final List<T> read(Range range) {
        List<T> papers = new ArrayList<>();
        try (Cursor cursor = store.range(kind, range)) {
            cursor.forEachRemaining(stored -> papers.add(reading.apply(stored)));
        }
        return papers;
    }

    /**
     * @param before version of the document that it was read from
     * @return false if somebody has changed it since
     */
    final boolean replace(T after, long before) {
        return store.replace(kind, writing.apply(after), before);
    }
}
