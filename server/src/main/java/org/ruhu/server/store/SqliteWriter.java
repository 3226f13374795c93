package org.ruhu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.LongConsumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ruhu.server.store.Kind.Index;

/**
 * The one thread that writes. It takes everything that waits as one transaction and answers after its commit: sixteen
 * clients share one wait for the disk.
 */
final class SqliteWriter implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(SqliteWriter.class.getName());
    /** Longer than this a transaction gains nothing and the first in it waits for the last. */
    private static final int MOST_IN_ONE = 2_000;

    /** A document to insert, where {@code expected} is {@link #NEW}, or to put in the place of version {@code expected}. */
    record Write(SqliteTable table, Document document, long expected) {
        static final long NEW = -1;
    }

    private record Waiting(List<Write> writes, CompletableFuture<List<Boolean>> outcome) {}

    private final SqliteSession.Opening opening;
    private final LongConsumer committed;
    private final Thread thread;
    private final Object queueLock = new Object();
    private List<Waiting> queue = new ArrayList<>();
    private boolean closing;
    private SqliteSession session;
    private boolean sound = true;
    private boolean inCommit;
    private long lastSequence;

    /**
     * @param session   prepared, the first to write with
     * @param opening   opens the next one when a write has failed
     * @param committed is told the highest sequence after each commit, before those who wait are answered
     */
    SqliteWriter(SqliteSession session, SqliteSession.Opening opening, long lastSequence, LongConsumer committed) {
        this.session = session;
        this.opening = opening;
        this.lastSequence = lastSequence;
        this.committed = committed;
        this.thread = new Thread(this::run, "store-writer");
        thread.start();
    }

    /** Returns when all are on the disk; for each, whether it was written. */
    List<Boolean> write(List<Write> writes) {
        List<Waiting> parts = new ArrayList<>();
        for (int from = 0; from < writes.size(); from += MOST_IN_ONE) {
            int to = Math.min(writes.size(), from + MOST_IN_ONE);
            parts.add(new Waiting(writes.subList(from, to), new CompletableFuture<>()));
        }
        synchronized (queueLock) {
            if (closing) {
                throw new StoreFailure("the store is closed");
            }
            queue.addAll(parts);
            queueLock.notifyAll();
        }
        List<Boolean> outcomes = new ArrayList<>();
        parts.forEach(part -> outcomes.addAll(outcome(part)));
        return outcomes;
    }

    private static List<Boolean> outcome(Waiting part) {
        try {
            return part.outcome().join();
        } catch (CompletionException e) {
            throw new StoreFailure("the store could not write: " + e.getCause().getMessage(), e.getCause());
        }
    }

    private void run() {
        for (List<Waiting> batch = take(); !batch.isEmpty(); batch = take()) {
            try {
                commit(batch);
            } catch (SQLException | RuntimeException | Error e) {
                oneByOne(batch, e);
            }
        }
        abandonSession();
    }

    /** Everything that waits; empty when the store is closed and nothing waits any more. */
    private List<Waiting> take() {
        synchronized (queueLock) {
            while (queue.isEmpty() && !closing) {
                try {
                    queueLock.wait();
                } catch (InterruptedException e) {
                    throw new IllegalStateException("nobody interrupts the writer", e);
                }
            }
            List<Waiting> taken = queue;
            int writes = 0;
            int end = 0;
            while (end < taken.size() && (end == 0 || writes + taken.get(end).writes().size() <= MOST_IN_ONE)) {
                writes += taken.get(end++).writes().size();
            }
            queue = new ArrayList<>(taken.subList(end, taken.size()));
            return taken.subList(0, end);
        }
    }

    private void commit(List<Waiting> batch) throws SQLException {
        renewSession();
        long before = lastSequence;
        List<List<Boolean>> outcomes = new ArrayList<>();
        sound = false;
        inCommit = false;
        for (Waiting waiting : batch) {
            outcomes.add(execute(waiting.writes()));
        }
        inCommit = true;
        session.connection().commit();
        sound = true;
        if (lastSequence > before) {
            committed.accept(lastSequence);
        }
        for (int i = 0; i < batch.size(); i++) {
            batch.get(i).outcome().complete(outcomes.get(i));
        }
    }

    private List<Boolean> execute(List<Write> writes) throws SQLException {
        List<Boolean> outcomes = new ArrayList<>();
        for (Write write : writes) {
            outcomes.add(write.expected() == Write.NEW ? insert(write) : replace(write));
        }
        return outcomes;
    }

    /** A connection that failed is not trusted again: closing it rolls back whatever it still held. */
    private void renewSession() throws SQLException {
        if (!sound) {
            abandonSession();
            session = opening.open();
            session.connection().setAutoCommit(false);
            sound = true;
        }
    }

    private void abandonSession() {
        try {
            session.close();
        } catch (SQLException e) {
            LOG.log(Level.WARNING, "the store's writing connection could not be closed", e);
        }
    }

    /**
     * One that cannot be written must not take along those that happened to wait beside it. A commit that failed may have
     * reached the disk all the same: it is not tried again, nor are its sequences given again.
     */
    private void oneByOne(List<Waiting> batch, Throwable why) {
        if (batch.size() == 1 || inCommit) {
            batch.forEach(waiting -> waiting.outcome().completeExceptionally(why));
            return;
        }
        for (Waiting waiting : batch) {
            try {
                commit(List.of(waiting));
            } catch (SQLException | RuntimeException | Error e) {
                waiting.outcome().completeExceptionally(e);
            }
        }
    }

    private boolean insert(Write write) throws SQLException {
        long sequence = write.table().kind().ordered() ? lastSequence + 1 : 0;
        List<Object> values = new ArrayList<>(List.of(write.document().key(), sequence));
        addColumns(values, write);
        values.add(write.document().body());
        if (session.bound(write.table().insert(), values).executeUpdate() == 0) {
            return false;
        }
        lastSequence = Math.max(lastSequence, sequence);
        if (!write.table().multiples().isEmpty()) {
            addSides(write, id(write), sequence);
        }
        return true;
    }

    private boolean replace(Write write) throws SQLException {
        long sequence = write.table().kind().ordered() ? lastSequence + 1 : 0;
        List<Object> values = new ArrayList<>(List.of(sequence));
        addColumns(values, write);
        values.addAll(Arrays.asList(write.document().body(), write.document().key(), write.expected()));
        if (session.bound(write.table().replace(), values).executeUpdate() == 0) {
            return false;
        }
        lastSequence = Math.max(lastSequence, sequence);
        if (!write.table().multiples().isEmpty()) {
            long id = id(write);
            for (Index multiple : write.table().multiples()) {
                session.bound(write.table().deleteSide(multiple), List.of(id)).executeUpdate();
            }
            addSides(write, id, sequence);
        }
        return true;
    }

    private static void addColumns(List<Object> values, Write write) {
        for (String field : write.table().fields()) {
            values.add(write.document().values().get(field));
        }
    }

    private long id(Write write) throws SQLException {
        try (ResultSet row = session.bound(write.table().idOf(), List.of(write.document().key())).executeQuery()) {
            return row.getLong(1);
        }
    }

    private void addSides(Write write, long id, long sequence) throws SQLException {
        for (Index multiple : write.table().multiples()) {
            Object several = write.document().values().getOrDefault(multiple.fields().get(0), List.of());
            for (Object one : several instanceof List<?> list ? list : List.of(several)) {
                List<Object> values = new ArrayList<>(List.of(one));
                for (String field : multiple.fields().subList(1, multiple.fields().size())) {
                    boolean place = field.equals(Index.SEQUENCE);
                    values.add(place ? (Object) sequence : write.document().values().get(field));
                }
                values.add(write.document().key());
                values.add(id);
                if (!values.contains(null)) {
                    session.bound(write.table().insertSide(multiple), values).executeUpdate();
                }
            }
        }
    }

    /** Writes what waits, then stops. */
    @Override
    public void close() {
        synchronized (queueLock) {
            closing = true;
            queueLock.notifyAll();
        }
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
