package org.ruhu.server.store;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.atomic.AtomicInteger;

/** Read-only connections: a reader takes one, nobody waits for one, and a few are kept for the next. */
final class SqliteReaders implements AutoCloseable {

    private static final int KEPT = 16;

    private final SqliteFile file;
    private final ConcurrentLinkedDeque<SqliteSession> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger kept = new AtomicInteger();
    private volatile boolean closed;

    SqliteReaders(SqliteFile file) {
        this.file = file;
    }

    interface Reading<T> {
        T with(SqliteSession session) throws SQLException;
    }

    <T> T read(Reading<T> reading) {
        SqliteSession session = take();
        boolean sound = false;
        try {
            T result = reading.with(session);
            sound = true;
            return result;
        } catch (SQLException e) {
            throw new StoreFailure("the store could not read: " + e.getMessage(), e);
        } finally {
            if (sound) {
                giveBack(session);
            } else {
                discard(session);
            }
        }
    }

    SqliteSession take() {
        if (closed) {
            throw new StoreFailure("the store is closed");
        }
        SqliteSession session = idle.pollFirst();
        if (session != null) {
            kept.decrementAndGet();
            return session;
        }
        try {
            return file.reader();
        } catch (SQLException e) {
            throw new StoreFailure("the store could not be opened for reading: " + e.getMessage(), e);
        }
    }

    void giveBack(SqliteSession session) {
        if (closed || kept.incrementAndGet() > KEPT) {
            kept.decrementAndGet();
            discard(session);
            return;
        }
        idle.addFirst(session);
        if (closed) {
            close();
        }
    }

    void discard(SqliteSession session) {
        try {
            session.close();
        } catch (SQLException e) {
            throw new StoreFailure("a reading connection could not be closed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        closed = true;
        for (SqliteSession session = idle.pollFirst(); session != null; session = idle.pollFirst()) {
            discard(session);
        }
    }
}
