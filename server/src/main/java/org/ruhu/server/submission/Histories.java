package org.ruhu.server.submission;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Stored;

/** All revisions of each submission in a cursor where those of a submission lie together, first to last. */
public final class Histories implements Iterator<List<Stored>>, AutoCloseable {

    private final Cursor cursor;
    private final long until;
    private Optional<Stored> ahead;

    /** @param until place in the change order behind which a revision is too young to be seen */
    public Histories(Cursor cursor, long until) {
        this.cursor = cursor;
        this.until = until;
        this.ahead = step();
    }

    @Override
    public boolean hasNext() {
        return ahead.isPresent();
    }

    @Override
    public List<Stored> next() {
        Stored first = ahead.orElseThrow(NoSuchElementException::new);
        List<Stored> history = new ArrayList<>(List.of(first));
        for (ahead = step(); ahead.filter(next -> sameSubmission(first, next)).isPresent(); ahead = step()) {
            history.add(ahead.get());
        }
        return history;
    }

    private static boolean sameSubmission(Stored one, Stored other) {
        return submission(one).equals(submission(other));
    }

    static UUID submission(Stored stored) {
        return UUID.fromString(stored.key().split("/")[1]);
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

    @Override
    public void close() {
        cursor.close();
    }
}
