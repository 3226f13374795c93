package org.ruhu.server.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFileTest {

    @TempDir
    Path folder;

    private String uri() {
        return "sqlite:" + folder.resolve("ruhu.db");
    }

    private Store open() {
        return Stores.open(uri(), List.of(Appender.ROWS));
    }

    private Process appender(String prefix, int threads) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), Appender.class.getName(), uri(), prefix, Integer.toString(threads))
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws Exception {
        List<String> acknowledged = new ArrayList<>();
        for (int round = 0; round < 5; round++) {
            acknowledged.addAll(killedAfter(appender("r" + round, 8), 40 + 150 * round));
            try (Store store = open()) {
                for (String key : acknowledged) {
                    assertThat(store.find(Appender.ROWS, key).orElseThrow().body()).isEqualTo(Appender.row(key).body());
                }
                List<Change> changes = store.since(0, Integer.MAX_VALUE);
                assertThat(changes).extracting(change -> change.document().key()).containsAll(acknowledged);
                assertThat(store.count(Appender.ROWS, Range.of("by_word", "row"), 0))
                        .containsEntry(List.of(), (long) changes.size());
            }
            assertThat(answer("PRAGMA integrity_check")).isEqualTo("ok");
        }
    }

    /** What was printed whole; a line cut by the kill was not read by anybody as an acknowledgement. */
    private static List<String> killedAfter(Process process, int lines) throws IOException, InterruptedException {
        List<String> printed = new ArrayList<>();
        try (BufferedReader output = new BufferedReader(new InputStreamReader(process.getInputStream()))) {
            while (printed.size() < lines) {
                String line = output.readLine();
                assertThat(line).as("the process ended by itself").isNotNull();
                printed.add(line);
            }
            process.toHandle().destroyForcibly();
            process.waitFor();
            StringBuilder rest = new StringBuilder();
            for (int c = output.read(); c >= 0; c = output.read()) {
                rest.append((char) c);
            }
            rest.substring(0, rest.lastIndexOf("\n") + 1).lines().forEach(printed::add);
        }
        return printed;
    }

    private String answer(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ruhu.db"));
             Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.getString(1);
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ruhu.db"));
             Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void aSecondServerIsRefusedAndDoesNotDisturbTheFirst() throws Exception {
        try (Store first = open()) {
            for (int i = 0; i < 2; i++) {
                assertThatThrownBy(this::open).isInstanceOf(StoreFailure.class).hasMessageContaining("already open");
            }
            assertThat(first.insert(Appender.ROWS, Appender.row("a"))).isTrue();
            Process second = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                    System.getProperty("java.class.path"), Appender.class.getName(), uri(), "other", "1")
                    .redirectErrorStream(true).start();
            assertThat(new String(second.getInputStream().readAllBytes())).contains("already open in a running server");
        }
        open().close();
    }

    @Test
    void aFileOfANewerVersionIsRefused() throws SQLException {
        open().close();
        change("PRAGMA user_version = 99");
        assertThatThrownBy(this::open).isInstanceOf(StoreFailure.class).hasMessageContaining("newer");
        change("PRAGMA user_version = 1");
        open().close();
    }

    @Test
    void anotherProgramsDatabaseIsRefusedUntouched() throws SQLException {
        change("CREATE TABLE songs (title TEXT)");
        assertThatThrownBy(this::open).isInstanceOf(StoreFailure.class).hasMessageContaining("another program");
        assertThat(answer("SELECT group_concat(name) FROM sqlite_master")).isEqualTo("songs");
    }

    @Test
    void whatIsNotADatabaseIsRefused() throws IOException {
        Files.writeString(folder.resolve("ruhu.db"), "not a database ".repeat(1000));
        assertThatThrownBy(this::open).isInstanceOf(StoreFailure.class);
        assertThatThrownBy(() -> Stores.open("postgres://here", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theFileIsForItsOwnerOnly() throws IOException {
        try (Store store = open()) {
            store.insert(Appender.ROWS, Appender.row("a"));
            for (String name : List.of("ruhu.db", "ruhu.db-wal")) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void theFileIsWrittenAsDurablyAsPromised() throws SQLException {
        open().close();
        assertThat(answer("PRAGMA journal_mode")).isEqualTo("wal");
        assertThat(answer("PRAGMA page_size")).isEqualTo("8192");
        try (SqliteFile file = SqliteFile.hold(folder.resolve("other.db")); SqliteSession writer = file.writer();
             Statement statement = writer.connection().createStatement();
             ResultSet row = statement.executeQuery("PRAGMA synchronous")) {
            assertThat(row.getInt(1)).as("FULL").isEqualTo(2);
        }
    }

    @Test
    void theSequenceGoesOnWhenAKindIsNoLongerDeclared() {
        try (Store store = open()) {
            store.insert(Appender.ROWS, Appender.row("a"));
        }
        Kind others = new Kind("others", true, List.of());
        try (Store store = Stores.open(uri(), List.of(others))) {
            assertThat(store.lastSequence()).isEqualTo(1);
            store.insert(others, new Document("b", new byte[0], Map.of()));
            assertThat(store.lastSequence()).isEqualTo(2);
        }
    }
}
