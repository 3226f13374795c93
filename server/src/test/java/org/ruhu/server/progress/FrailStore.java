package org.ruhu.server.progress;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.server.store.Change;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Range;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.StoreFailure;
import org.ruhu.server.store.Stored;

/** A store that takes only so many more documents, and shows some changes late. */
public final class FrailStore implements Store {

    private final Store store;
    private int documentsLeft = Integer.MAX_VALUE;
    public final Set<String> late = new HashSet<>();
    final List<Long> asked = new ArrayList<>();
    public Duration lateness = Duration.ZERO;

    public FrailStore(Store store) {
        this.store = store;
    }

    public FrailStore failingAfter(int documents) {
        documentsLeft = documents;
        return this;
    }

    private void take() {
        if (documentsLeft-- <= 0) {
            throw new StoreFailure("the disk is full");
        }
    }

    @Override
    public boolean insert(Kind kind, Document document) {
        take();
        return store.insert(kind, document);
    }

    @Override
    public List<Boolean> insertAll(Kind kind, List<Document> documents) {
        return documents.stream().map(document -> insert(kind, document)).toList();
    }

    @Override
    public boolean replace(Kind kind, Document document, long expectedVersion) {
        take();
        return store.replace(kind, document, expectedVersion);
    }

    @Override
    public List<Boolean> replaceAll(Kind kind, List<Replacement> replacements) {
        return replacements.stream()
                .map(replacement -> replace(kind, replacement.document(), replacement.expectedVersion())).toList();
    }

    @Override
    public Optional<Stored> find(Kind kind, String key) {
        return store.find(kind, key);
    }

    @Override
    public Cursor range(Kind kind, Range range) {
        return store.range(kind, range);
    }

    @Override
    public Map<List<Object>, Long> count(Kind kind, Range range, int fields) {
        return store.count(kind, range, fields);
    }

    @Override
    public List<Change> since(long sequence, int limit) {
        asked.add(sequence);
        return store.since(sequence, limit).stream().filter(change -> !late.contains(change.document().key())).toList();
    }

    @Override
    public Duration lateness() {
        return lateness;
    }

    @Override
    public long lastSequence() {
        return store.lastSequence();
    }

    @Override
    public void close() {
        store.close();
    }
}
