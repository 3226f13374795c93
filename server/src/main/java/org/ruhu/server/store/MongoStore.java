package org.ruhu.server.store;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.ReadConcern;
import com.mongodb.ReadPreference;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The store for production: a MongoDB replica set or sharded cluster. What is acknowledged is in the journals of a
 * majority, and only that is read. One server at a time opens a database; see RATIONALE.md for why.
 */
final class MongoStore implements Store {

    /** Longer than a write waits in a connection of a server that was killed. */
    private static final Duration LATENESS = Duration.ofSeconds(60);

    private final MongoClient client;
    private final Map<String, MongoKind> kinds;
    private final MongoWriter writer;
    private final ChangeOrder order;
    private volatile boolean closed;

    private MongoStore(MongoClient client, Map<String, MongoKind> kinds, MongoEpoch epoch, ChangeOrder order) {
        this.client = client;
        this.kinds = kinds;
        this.order = order;
        this.writer = new MongoWriter(epoch, order);
    }

    static Store open(String uri, List<Kind> declared) {
        MongoClientSettings.Builder settings = MongoClientSettings.builder().applicationName("ruhu");
        ConnectionString connection = new ConnectionString(uri);
        String database = Optional.ofNullable(connection.getDatabase()).orElse("ruhu");
        MongoClient client = MongoClients.create(settings.applyConnectionString(connection)
                .writeConcern(WriteConcern.MAJORITY.withJournal(true)).readConcern(ReadConcern.MAJORITY)
                .readPreference(ReadPreference.primary()).build());
        boolean opened = false;
        try {
            MongoStore store = open(client, client.getDatabase(database), declared);
            opened = true;
            return store;
        } catch (MongoException e) {
            throw new StoreFailure("the store cannot be opened: " + e.getMessage(), e);
        } finally {
            if (!opened) {
                client.close();
            }
        }
    }

    private static MongoStore open(MongoClient client, MongoDatabase database, List<Kind> declared) {
        Map<String, MongoKind> kinds = new LinkedHashMap<>();
        declared.forEach(kind -> kinds.put(kind.name(), new MongoKind(kind, database.getCollection(kind.name()))));
        MongoEpoch epoch = MongoEpoch.begin(database);
        kinds.values().forEach(MongoKind::prepareIndexes);
        long newest = kinds.values().stream().mapToLong(MongoStore::newest).max().orElse(0);
        return new MongoStore(client, kinds, epoch, new ChangeOrder(epoch.number(), newest, System::nanoTime));
    }

    private static long newest(MongoKind kind) {
        org.bson.Document last = kind.kind().ordered() ? kind.collection().find().sort(Sorts.descending("s"))
                .projection(Projections.include("s")).first() : null;
        return last == null ? 0 : last.getLong("s");
    }

    @Override
    public boolean insert(Kind kind, Document document) {
        kind(kind).requireDeclared(document);
        return writing(() -> writer.insert(kind(kind), document));
    }

    @Override
    public List<Boolean> insertAll(Kind kind, List<Document> documents) {
        documents.forEach(kind(kind)::requireDeclared);
        return writing(() -> writer.insertAll(kind(kind), documents));
    }

    @Override
    public boolean replace(Kind kind, Document document, long expectedVersion) {
        kind(kind).requireDeclared(document);
        return writing(() -> expectedVersion > 0 && writer.replace(kind(kind), document, expectedVersion));
    }

    /** One by one: MongoDB does not tell which of many replacements found its document. */
    @Override
    public List<Boolean> replaceAll(Kind kind, List<Replacement> replacements) {
        return replacements.stream()
                .map(replacement -> replace(kind, replacement.document(), replacement.expectedVersion())).toList();
    }

    private <T> T writing(Supplier<T> write) {
        requireOpen();
        try {
            return write.get();
        } catch (MongoException e) {
            throw new StoreFailure("the store could not write: " + e.getMessage(), e);
        }
    }

    private <T> T reading(Supplier<T> read) {
        requireOpen();
        try {
            return read.get();
        } catch (MongoException e) {
            throw new StoreFailure("the store could not read: " + e.getMessage(), e);
        }
    }

    private void requireOpen() {
        if (closed) {
            throw new StoreFailure("the store is closed");
        }
    }

    @Override
    public Optional<Stored> find(Kind kind, String key) {
        return reading(() -> Optional.ofNullable(kind(kind).collection().find(Filters.eq("_id", key)).first())
                .map(MongoKind::stored));
    }

    @Override
    public Cursor range(Kind kind, Range range) {
        requireOpen();
        return new MongoCursor(kind(kind), Slice.of(kind, range), order.settled());
    }

    @Override
    public Map<List<Object>, Long> count(Kind kind, Range range, int fields) {
        Slice slice = Slice.of(kind, range);
        List<Object> given = slice.equal().subList(0, Math.min(fields, slice.equal().size()));
        List<String> open = slice.order().subList(given.size(), fields);
        org.bson.Document groups = new org.bson.Document();
        open.forEach(field -> groups.append("g" + groups.size(), "$" + MongoKind.path(slice.index(), field)));
        return reading(() -> {
            Map<List<Object>, Long> counts = new HashMap<>();
            for (org.bson.Document row : kind(kind).collection().aggregate(List.of(
                    Aggregates.match(MongoKind.filter(slice, order.settled())),
                    Aggregates.group(groups, Accumulators.sum("n", 1L)))).hint(MongoKind.hint(slice.index()))) {
                List<Object> values = new ArrayList<>(given);
                values.addAll(row.get("_id", org.bson.Document.class).values());
                counts.put(List.copyOf(values), row.get("n", Number.class).longValue());
            }
            return counts;
        });
    }

    /** What is settled is asked for first: then a later replacement can only move a document behind it. */
    @Override
    public List<Change> since(long sequence, int limit) {
        long settled = order.settled();
        if (sequence >= Math.min(settled, order.newestWritten())) {
            return List.of();
        }
        return reading(() -> {
            List<Change> changes = new ArrayList<>();
            kinds.values().stream().filter(kind -> kind.kind().ordered()).forEach(kind -> kind.collection()
                    .find(Filters.and(Filters.gt("s", sequence), Filters.lte("s", settled)))
                    .sort(Sorts.ascending("s")).limit(limit).projection(Projections.exclude("w", "f", "u"))
                    .forEach(read -> changes.add(new Change(kind.kind().name(), MongoKind.stored(read)))));
            changes.sort(Comparator.comparingLong(Change::sequence));
            return List.copyOf(changes.subList(0, Math.min(limit, changes.size())));
        });
    }

    @Override
    public Duration lateness() {
        return LATENESS;
    }

    @Override
    public long lastSequence() {
        long settled = order.settled();
        if (order.newestWritten() <= settled) {
            return order.newestWritten();
        }
        return reading(() -> kinds.values().stream().filter(kind -> kind.kind().ordered())
                .map(kind -> kind.collection().find(Filters.lte("s", settled)).sort(Sorts.descending("s"))
                        .projection(Projections.include("s")).first())
                .mapToLong(last -> last == null ? 0 : last.getLong("s")).max().orElse(0));
    }

    private MongoKind kind(Kind kind) {
        MongoKind known = kinds.get(kind.name());
        if (known == null) {
            throw new IllegalArgumentException("kind " + kind.name() + " was not declared when the store was opened");
        }
        return known;
    }

    @Override
    public void close() {
        closed = true;
        client.close();
    }
}
