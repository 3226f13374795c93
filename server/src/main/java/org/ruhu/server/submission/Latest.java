package org.ruhu.server.submission;

import java.util.Iterator;
import java.util.List;
import org.ruhu.server.store.Cursor;
import org.ruhu.server.store.Stored;

/** The latest revision of each submission in a cursor where those of a submission lie together, first to last. */
public final class Latest implements Iterator<Stored>, AutoCloseable {

    private final Histories histories;

    Latest(Cursor cursor) {
        this(cursor, Long.MAX_VALUE);
    }

    /** @param until place in the change order behind which a revision is too young to be seen */
    public Latest(Cursor cursor, long until) {
        this.histories = new Histories(cursor, until);
    }

    @Override
    public boolean hasNext() {
        return histories.hasNext();
    }

    @Override
    public Stored next() {
        List<Stored> history = histories.next();
        return history.get(history.size() - 1);
    }

    @Override
    public void close() {
        histories.close();
    }
}
