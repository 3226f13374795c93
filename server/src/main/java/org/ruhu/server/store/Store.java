package org.ruhu.server.store;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where everything the server must not forget is kept: documents of declared kinds, each with a key, found by key or over
 * a declared index. A write is durable when its method returns. Only single documents are atomic; nothing here needs more.
 */
public interface Store extends AutoCloseable {

    /**
     * Inserts what is not there yet; the keys and unique indexes decide races, nobody asks first.
     *
     * @return false if the key or a unique index value is taken; then nothing has changed
     */
    boolean insert(Kind kind, Document document);

    /** As {@link #insert} for each document by itself, in order, waiting for durability once. */
    List<Boolean> insertAll(Kind kind, List<Document> documents);

    /**
     * Replaces a document if nobody changed it since it was read.
     *
     * @param expectedVersion {@link Stored#version()} of what the caller read
     * @return false if it is gone or another version now, or a unique index value is taken; then nothing has changed
     */
    boolean replace(Kind kind, Document document, long expectedVersion);

    /** As {@link #replace} for each by itself, in order, waiting for durability once where the database can. */
    List<Boolean> replaceAll(Kind kind, List<Replacement> replacements);

    /** @param expectedVersion {@link Stored#version()} of what was read */
    record Replacement(Document document, long expectedVersion) {}

    Optional<Stored> find(Kind kind, String key);

    /** The documents of {@code range} in index order; close the cursor. Memory does not grow with the result. */
    Cursor range(Kind kind, Range range);

    /**
     * How many documents share each combination of values of the first {@code fields} fields of the index, among those
     * whose first values equal {@code range.equal()} and, if given, whose next value starts with {@code range.prefix()}.
     */
    Map<List<Object>, Long> count(Kind kind, Range range, int fields);

    /**
     * Changes after {@code sequence} in the order they became visible, oldest first, at most {@code limit}. A document
     * changed twice shows once, at its last place. No change ever appears at or below a sequence already handed out, but for
     * what the server before this one had under way when it died: see {@link #lateness}.
     */
    List<Change> since(long sequence, int limit);

    /**
     * So long after opening a change may still appear at a place that was handed out already. Who must not miss one reads
     * once more, after that, from where it began.
     */
    Duration lateness();

    /** The sequence of the newest change that {@link #since} would show; 0 for an empty store. */
    long lastSequence();

    @Override
    void close();
}
