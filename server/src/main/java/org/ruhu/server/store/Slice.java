package org.ruhu.server.store;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ruhu.server.store.Kind.Index;

/**
 * A {@link Range} laid over the fields of its index: what every store has to ask for, in the same words.
 *
 * @param order  the fields of the index, then {@link #KEY}
 * @param equal  values of the first of them
 * @param prefix what the next one starts with; empty for anything
 * @param behind values of the ones after {@code equal} to continue behind; empty to begin at the start
 */
record Slice(Index index, List<String> order, List<Object> equal, String prefix, List<Object> behind,
             boolean descending, long limit) {

    static final String KEY = "#key";

    static Slice of(Kind kind, Range range) {
        Index index = kind.index(range.index());
        List<String> order = new ArrayList<>(index.fields());
        order.add(KEY);
        int given = range.equal().size();
        if (given > index.fields().size() || range.after().size() > order.size()) {
            throw new IllegalArgumentException("more values than fields in index " + index.name());
        }
        if (index.multi() && given == 0) {
            throw new IllegalArgumentException("index " + index.name() + " is read for one value of its first field");
        }
        if (!range.after().isEmpty() && !range.after().subList(0, Math.min(given, range.after().size()))
                .equals(range.equal())) {
            throw new IllegalArgumentException("the position to continue behind is not in this range");
        }
        List<Object> behind = range.after().isEmpty() ? List.of() : range.after().subList(given, range.after().size());
        return new Slice(index, List.copyOf(order), range.equal(), range.prefix(), behind, range.descending(),
                Math.max(0, range.limit()));
    }

    /** Fields that are only ordered by; a document without a value for one of them is not in the index. */
    List<String> open() {
        return order.subList(equal.size(), order.size());
    }

    /** What to sort by: values of a unique index are in one document only, so that the key decides nothing. */
    List<String> sorted() {
        return index.unique() ? index.fields() : order;
    }

    /** The first text behind all texts that start with {@link #prefix}; empty if there is none. */
    Optional<String> until() {
        int end = prefix.length();
        while (end > 0) {
            int last = prefix.codePointBefore(end);
            end -= Character.charCount(last);
            if (last < Character.MAX_CODE_POINT) {
                int next = last + 1 == Character.MIN_SURROGATE ? Character.MAX_SURROGATE + 1 : last + 1;
                return Optional.of(prefix.substring(0, end) + Character.toString(next));
            }
        }
        return Optional.empty();
    }

    /** Every field a kind's indexes name, in order of declaration. */
    static Set<String> fields(Kind kind) {
        Set<String> fields = new LinkedHashSet<>();
        kind.indexes().forEach(index -> fields.addAll(index.fields()));
        fields.remove(Index.SEQUENCE);
        return fields;
    }

    /** A value that no index would see is a slip of the pen. */
    static void requireDeclared(Document document, Set<String> fields, Kind kind) {
        for (String field : document.values().keySet()) {
            if (!fields.contains(field)) {
                throw new IllegalArgumentException("no index of " + kind.name() + " has a field " + field);
            }
        }
    }
}
