package org.ruhu.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.server.store.SqliteWriter.Write;
import org.sqlite.SQLiteCommitListener;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteLimits;

class SqliteWriterTest {

    private static final SqliteTable TABLE = new SqliteTable(new Kind("rows", true, List.of()));

    @TempDir
    Path folder;

    private SqliteFile file;
    private SqliteSession session;
    private SqliteWriter writer;
    private int longestBytes = 10_000_000;
    private final AtomicInteger commits = new AtomicInteger();
    private final CountDownLatch firstCommit = new CountDownLatch(1);
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeEach
    void open() throws SQLException {
        file = SqliteFile.hold(folder.resolve("ruhu.db"));
        session = file.writer();
        new SqliteSchema(session.connection(), "test").prepare(List.of(TABLE));
        writer = new SqliteWriter(session, this::nextSession, 0, sequence -> {});
    }

    @AfterEach
    void close() throws SQLException {
        go.countDown();
        writer.close();
        file.close();
    }

    private SqliteSession nextSession() throws SQLException {
        SqliteSession next = file.writer();
        ((SQLiteConnection) next.connection()).setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, longestBytes);
        return next;
    }

    private static Write insert(String key, int bytes) {
        return new Write(TABLE, new Document(key, new byte[bytes], Map.of()), Write.NEW);
    }

    private FutureTask<List<Boolean>> start(Write write) throws InterruptedException {
        FutureTask<List<Boolean>> task = new FutureTask<>(() -> writer.write(List.of(write)));
        Thread thread = new Thread(task);
        thread.start();
        while (thread.getState() != Thread.State.WAITING && thread.isAlive()) {
            Thread.onSpinWait();
        }
        return task;
    }

    /** The writer stands in its first commit until {@link #go}. */
    private FutureTask<List<Boolean>> holdInFirstCommit() throws InterruptedException {
        ((SQLiteConnection) session.connection()).addCommitListener(new SQLiteCommitListener() {
            @Override
            public void onCommit() {
                if (commits.incrementAndGet() == 1) {
                    firstCommit.countDown();
                    awaitGo();
                }
            }

            @Override
            public void onRollback() {
                // only commits are counted
            }
        });
        FutureTask<List<Boolean>> first = start(insert("first", 10));
        firstCommit.await();
        return first;
    }

    private void awaitGo() {
        try {
            go.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void whatWaitsDuringACommitSharesTheNext() throws Exception {
        FutureTask<List<Boolean>> first = holdInFirstCommit();
        List<FutureTask<List<Boolean>>> waiting = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            waiting.add(start(insert("k" + i, 100)));
        }
        assertThat(first.isDone()).as("acknowledged before its commit").isFalse();
        go.countDown();
        for (FutureTask<List<Boolean>> one : waiting) {
            assertThat(one.get()).containsExactly(true);
        }
        assertThat(commits).hasValue(2);
    }

    @Test
    void onlyTheOneThatCannotBeWrittenFails() throws Exception {
        longestBytes = 10_000;
        ((SQLiteConnection) session.connection()).setLimit(SQLiteLimits.SQLITE_LIMIT_LENGTH, longestBytes);
        holdInFirstCommit();
        FutureTask<List<Boolean>> before = start(insert("before", 100));
        FutureTask<List<Boolean>> large = start(insert("large", 20_000));
        FutureTask<List<Boolean>> after = start(insert("after", 100));
        go.countDown();
        assertThat(before.get()).containsExactly(true);
        assertThat(after.get()).containsExactly(true);
        assertThatThrownBy(large::get).hasCauseInstanceOf(StoreFailure.class);
    }

    @Test
    void aFullDiskFailsTheWriteAndTheWriterGoesOn() throws Exception {
        try (Statement statement = session.connection().createStatement()) {
            statement.execute("PRAGMA max_page_count = 20");
        }
        assertThatThrownBy(() -> writer.write(List.of(insert("too much", 500_000)))).isInstanceOf(StoreFailure.class)
                .hasMessageContaining("full");
        assertThat(writer.write(List.of(insert("too much", 500_000), insert("little", 10)))).containsExactly(true, true);
    }

    @Test
    void closingWritesWhatWaitsAndRefusesTheRest() throws Exception {
        holdInFirstCommit();
        FutureTask<List<Boolean>> waiting = start(insert("waiting", 100));
        Thread closing = new Thread(writer::close);
        closing.start();
        while (closing.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        assertThatThrownBy(() -> writer.write(List.of(insert("late", 100)))).isInstanceOf(StoreFailure.class);
        go.countDown();
        closing.join();
        assertThat(waiting.get()).containsExactly(true);
    }
}
