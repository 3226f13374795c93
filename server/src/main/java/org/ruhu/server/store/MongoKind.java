package org.ruhu.server.store;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bson.types.Binary;
import org.ruhu.server.store.Kind.Index;

/**
 * One kind as a collection. A document is {@code _id} (the key), {@code v} version, {@code s} sequence, {@code w} who wrote
 * it, {@code f.x} the value of field x, {@code u.i.x} the same once more for a unique index i, and {@code b} the body.
 */
final class MongoKind {

    private static final String OURS = "ruhu_";

    private final Kind kind;
    private final Set<String> declared;
    private final MongoCollection<org.bson.Document> collection;

    MongoKind(Kind kind, MongoCollection<org.bson.Document> collection) {
        this.kind = kind;
        this.declared = Slice.fields(kind);
        this.collection = collection;
    }

    Kind kind() {
        return kind;
    }

    MongoCollection<org.bson.Document> collection() {
        return collection;
    }

    /** Creates what is declared and drops what no longer is, as it might refuse a document. */
    void prepareIndexes() {
        Map<String, org.bson.Document> wanted = new HashMap<>();
        kind.indexes().stream().filter(index -> !index.fields().isEmpty())
                .forEach(index -> wanted.put(OURS + index.name(), keys(index)));
        if (kind.ordered()) {
            wanted.put(OURS + "#sequence", new org.bson.Document("s", 1));
        }
        List<String> unwanted = new ArrayList<>();
        for (org.bson.Document present : collection.listIndexes()) {
            String name = present.getString("name");
            if (name.startsWith(OURS) && !sameKeys(present.get("key", org.bson.Document.class), wanted.get(name))) {
                unwanted.add(name);
            }
        }
        unwanted.forEach(collection::dropIndex);
        wanted.forEach((name, keys) -> {
            boolean unique = kind.indexes().stream().anyMatch(index -> index.unique() && name.equals(OURS + index.name()));
            collection.createIndex(keys, new IndexOptions().name(name).unique(unique).sparse(unique));
        });
    }

    private static boolean sameKeys(org.bson.Document present, org.bson.Document wanted) {
        return wanted != null && List.copyOf(present.keySet()).equals(List.copyOf(wanted.keySet()));
    }

    private static org.bson.Document keys(Index index) {
        org.bson.Document keys = new org.bson.Document();
        index.fields().forEach(field -> keys.append(path(index, field), 1));
        return index.unique() ? keys : keys.append("_id", 1);
    }

    static org.bson.Document hint(Index index) {
        return index.fields().isEmpty() ? new org.bson.Document("_id", 1) : keys(index);
    }

    static String path(Index index, String field) {
        return switch (field) {
            case Slice.KEY -> "_id";
            case Index.SEQUENCE -> "s";
            default -> (index.unique() ? "u." + index.name() + "." : "f.") + field;
        };
    }

    org.bson.Document written(Document document, long version, long sequence, String writer) {
        org.bson.Document written = new org.bson.Document("_id", document.key()).append("v", version);
        if (kind.ordered()) {
            written.append("s", sequence);
        }
        written.append("w", writer).append("f", new org.bson.Document(new HashMap<>(document.values())));
        org.bson.Document unique = new org.bson.Document();
        kind.indexes().stream().filter(Index::unique)
                .filter(index -> document.values().keySet().containsAll(index.fields()))
                .forEach(index -> unique.append(index.name(), picked(document, index)));
        return written.append("u", unique).append("b", new Binary(document.body()));
    }

    private static org.bson.Document picked(Document document, Index index) {
        org.bson.Document values = new org.bson.Document();
        index.fields().forEach(field -> values.append(field, document.values().get(field)));
        return values;
    }

    void requireDeclared(Document document) {
        Slice.requireDeclared(document, declared, kind);
    }

    static Stored stored(org.bson.Document read) {
        long sequence = read.containsKey("s") ? read.getLong("s") : 0;
        return new Stored(read.getString("_id"), read.get("b", Binary.class).getData(), read.getLong("v"), sequence);
    }

    static List<Object> position(Slice slice, org.bson.Document read) {
        List<Object> position = new ArrayList<>(slice.equal());
        slice.open().forEach(field -> position.add(value(slice.index(), field, read)));
        return List.copyOf(position);
    }

    private static Object value(Index index, String field, org.bson.Document read) {
        return switch (field) {
            case Slice.KEY -> read.getString("_id");
            case Index.SEQUENCE -> read.getLong("s");
            default -> index.unique() ? read.getEmbedded(List.of("u", index.name(), field), Object.class)
                    : read.getEmbedded(List.of("f", field), Object.class);
        };
    }

    /**
     * One filter after another, each a single range of the index, together the documents of the slice: behind a position
     * first those that share all of it but the last value, then all but the last two.
     */
    static List<org.bson.Document> filters(Slice slice, long settled) {
        List<org.bson.Document> terms = terms(slice, settled);
        if (slice.behind().isEmpty()) {
            return List.of(all(terms));
        }
        List<org.bson.Document> filters = new ArrayList<>();
        for (int shared = slice.behind().size() - 1; shared >= 0; shared--) {
            List<org.bson.Document> behind = new ArrayList<>(terms);
            for (int i = 0; i < shared; i++) {
                behind.add(term(slice, slice.open().get(i), "$eq", slice.behind().get(i)));
            }
            String beyond = slice.descending() ? "$lt" : "$gt";
            behind.add(term(slice, slice.open().get(shared), beyond, slice.behind().get(shared)));
            filters.add(all(behind));
        }
        return filters;
    }

    /** The documents of a slice, whatever it continues behind. */
    static org.bson.Document filter(Slice slice, long settled) {
        return all(terms(slice, settled));
    }

    private static List<org.bson.Document> terms(Slice slice, long settled) {
        List<org.bson.Document> terms = new ArrayList<>();
        for (int i = 0; i < slice.equal().size(); i++) {
            terms.add(term(slice, slice.order().get(i), "$eq", slice.equal().get(i)));
        }
        for (String field : slice.open()) {
            terms.add(new org.bson.Document(path(slice.index(), field), new org.bson.Document("$ne", null)));
        }
        if (!slice.prefix().isEmpty()) {
            String next = slice.open().get(0);
            terms.add(term(slice, next, "$gte", slice.prefix()));
            slice.until().ifPresent(until -> terms.add(term(slice, next, "$lt", until)));
        }
        if (slice.index().fields().contains(Index.SEQUENCE)) {
            terms.add(term(slice, Index.SEQUENCE, "$lte", settled));
        }
        return terms;
    }

    private static org.bson.Document term(Slice slice, String field, String operator, Object value) {
        return new org.bson.Document(path(slice.index(), field), new org.bson.Document(operator, value));
    }

    private static org.bson.Document all(List<org.bson.Document> terms) {
        return new org.bson.Document("$and", terms);
    }

    static org.bson.Document sort(Slice slice) {
        org.bson.Document sort = new org.bson.Document();
        slice.sorted().forEach(field -> sort.append(path(slice.index(), field), slice.descending() ? -1 : 1));
        return sort;
    }
}
