package org.ruhu.server.store;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.ruhu.server.store.SqliteWriter.Write;

/** The embedded store: one SQLite file with its log beside it. One thread writes, readers never wait for it. */
final class SqliteStore implements Store {

    private final SqliteFile file;
    private final Map<String, SqliteTable> tables;
    private final SqliteWriter writer;
    private final SqliteReaders readers;
    private final AtomicLong lastSequence;

    private SqliteStore(SqliteFile file, Map<String, SqliteTable> tables, SqliteSession writing, long lastSequence) {
        this.file = file;
        this.tables = tables;
        this.lastSequence = new AtomicLong(lastSequence);
        this.readers = new SqliteReaders(file);
        this.writer = new SqliteWriter(writing, file::writer, lastSequence, this.lastSequence::set);
    }

    static SqliteStore open(Path path, List<Kind> kinds) {
        SqliteFile file = SqliteFile.hold(path);
        SqliteSession writing = null;
        boolean opened = false;
        try {
            Map<String, SqliteTable> tables = new LinkedHashMap<>();
            kinds.forEach(kind -> tables.put(kind.name(), new SqliteTable(kind)));
            writing = file.writer();
            long last = new SqliteSchema(writing.connection(), file.toString()).prepare(List.copyOf(tables.values()));
            SqliteStore store = new SqliteStore(file, tables, writing, last);
            opened = true;
            return store;
        } catch (SQLException e) {
            throw new StoreFailure("the store " + file + " cannot be opened: " + e.getMessage(), e);
        } finally {
            if (!opened) {
                abandon(file, Optional.ofNullable(writing));
            }
        }
    }

    private static void abandon(SqliteFile file, Optional<SqliteSession> writing) {
        try {
            if (writing.isPresent()) {
                writing.get().close();
            }
        } catch (SQLException e) {
            // what kept the store from opening is the message that counts
        }
        file.close();
    }

    @Override
    public boolean insert(Kind kind, Document document) {
        return insertAll(kind, List.of(document)).get(0);
    }

    @Override
    public List<Boolean> insertAll(Kind kind, List<Document> documents) {
        SqliteTable table = table(kind);
        documents.forEach(table::requireDeclared);
        return writer.write(documents.stream().map(document -> new Write(table, document, Write.NEW)).toList());
    }

    @Override
    public boolean replace(Kind kind, Document document, long expectedVersion) {
        return replaceAll(kind, List.of(new Replacement(document, expectedVersion))).get(0);
    }

    @Override
    public List<Boolean> replaceAll(Kind kind, List<Replacement> replacements) {
        SqliteTable table = table(kind);
        replacements.forEach(replacement -> table.requireDeclared(replacement.document()));
        return writer.write(replacements.stream()
                .map(replacement -> new Write(table, replacement.document(), replacement.expectedVersion())).toList());
    }

    @Override
    public Optional<Stored> find(Kind kind, String key) {
        SqliteTable table = table(kind);
        return readers.read(session -> {
            try (ResultSet row = session.bound(table.find(), List.of(key)).executeQuery()) {
                return row.next() ? Optional.of(SqliteCursor.stored(row)) : Optional.empty();
            }
        });
    }

    @Override
    public Cursor range(Kind kind, Range range) {
        return new SqliteCursor(readers, table(kind), Slice.of(kind, range));
    }

    @Override
    public Map<List<Object>, Long> count(Kind kind, Range range, int fields) {
        SqliteTable table = table(kind);
        Slice slice = Slice.of(kind, range);
        return readers.read(session -> {
            Map<List<Object>, Long> counts = new HashMap<>();
            String sql = table.count(slice, fields);
            try (ResultSet rows = session.bound(sql, SqliteTable.bounds(slice)).executeQuery()) {
                while (rows.next()) {
                    List<Object> values = new ArrayList<>();
                    for (int column = 2; column < 2 + fields; column++) {
                        values.add(SqliteCursor.value(rows, column));
                    }
                    if (rows.getLong(1) > 0) {
                        counts.put(List.copyOf(values), rows.getLong(1));
                    }
                }
            }
            return counts;
        });
    }

    /** One transaction reads all kinds: a change between two of them would be skipped. */
    @Override
    public List<Change> since(long sequence, int limit) {
        if (sequence >= lastSequence.get()) {
            return List.of();
        }
        return readers.read(session -> {
            session.connection().setAutoCommit(false);
            try (SqliteChanges changes = new SqliteChanges(session, ordered(), sequence, limit)) {
                return changes.take(limit);
            } finally {
                session.connection().setAutoCommit(true);
            }
        });
    }

    private List<SqliteTable> ordered() {
        return tables.values().stream().filter(table -> table.kind().ordered()).toList();
    }

    @Override
    public Duration lateness() {
        return Duration.ZERO;
    }

    @Override
    public long lastSequence() {
        return lastSequence.get();
    }

    private SqliteTable table(Kind kind) {
        SqliteTable table = tables.get(kind.name());
        if (table == null) {
            throw new IllegalArgumentException("kind " + kind.name() + " was not declared when the store was opened");
        }
        return table;
    }

    /** The last connection to close moves the log into the file. */
    @Override
    public void close() {
        readers.close();
        writer.close();
        file.close();
    }
}
