package org.ruhu.server.submission;

import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Stored;

/** The latest revision of each submission in a cursor where those of a submission lie together, first to last. */
public final class Latest implements Iterator<Stored>, AutoCloseable {

    private final Cursor cursor;
    private final long until;
    private Optional<Stored> ahead;

    Latest(Cursor cursor) {
        this(cursor, Long.MAX_VALUE);
    }

    /** @param until place in the change order behind which a revision is too young to be seen */
    public Latest(Cursor cursor, long until) {
        this.cursor = cursor;
        this.until = until;
        this.ahead = step();
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent();
    }

    @Override
    public Stored next() {
        Stored latest = ahead.orElseThrow(NoSuchElementException::new);
        for (ahead = step(); ahead.isPresent() && submission(ahead.get()).equals(submission(latest)); ahead = step()) {
            latest = ahead.get();
        }
        return latest;
    }

    private Optional<Stored> step() {
        while (cursor.hasNext()) {
            Stored stored = cursor.next();
            if (stored.sequence() <= until) {
                return Optional.of(stored);
            }
        }
        return Optional.empty();
    }

    static UUID submission(Stored stored) {
        return UUID.fromString(stored.key().split("/")[1]);
    }

    @Override
    public void close() {
        cursor.close();
    }
}
