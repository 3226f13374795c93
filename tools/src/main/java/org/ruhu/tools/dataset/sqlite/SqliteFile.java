package org.ruhu.tools.dataset.sqlite;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.ruhu.tools.dataset.Scratch;

/**
 * A database on its way into a file: it grows in a temporary one of its owner's, in a single transaction, so that the
 * same rows make the same bytes.
 */
final class SqliteFile implements AutoCloseable {

    /** What SQLite takes in a table unless it was built otherwise. */
    static final int MOST_COLUMNS = 2_000;

    private final Path path;
    private final Connection database;

    SqliteFile(Scratch scratch) throws IOException {
        this.path = scratch.file(".sqlite");
        try {
            this.database = DriverManager.getConnection("jdbc:sqlite:" + path);
            run("pragma journal_mode = off", "pragma synchronous = off", "pragma locking_mode = exclusive",
                    "pragma secure_delete = on", "pragma cache_size = -65536", "pragma temp_store = file");
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    void run(String... statements) throws IOException {
        try (Statement run = database.createStatement()) {
            for (String statement : statements) {
                run.execute(statement);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** All that is said until {@link #end} belongs together. */
    void begin() throws IOException {
        run("begin");
    }

    void end() throws IOException {
        run("commit");
    }

    PreparedStatement prepared(String statement) throws IOException {
        try {
            return database.prepareStatement(statement);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** A name as SQL writes it, whatever is in it. */
    static String name(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String text) {
        return '\'' + text.replace("'", "''") + '\'';
    }

    /** Closes the database and copies its file. */
    void copyTo(OutputStream out) throws IOException {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
        Files.copy(path, out);
        out.flush();
    }

    @Override
    public void close() throws IOException {
        try {
            database.close();
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(path);
        }
    }
}
