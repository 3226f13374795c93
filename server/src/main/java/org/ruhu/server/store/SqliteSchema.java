package org.ruhu.server.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.server.store.Kind.Index;

/** Brings a file, new or of an earlier version, to what the kinds of today declare. */
final class SqliteSchema {

    /** "Ruhu" in the header of the file: no other program's database is taken for a store. */
    private static final int APPLICATION = 0x52756875;
    private static final int VERSION = 1;

    private final Connection connection;
    private final String file;

    SqliteSchema(Connection connection, String file) {
        this.connection = connection;
        this.file = file;
    }

    /** @return the highest sequence that was ever given in this file */
    long prepare(List<SqliteTable> tables) throws SQLException {
        connection.setAutoCommit(false);
        requireKnownVersion();
        for (SqliteTable table : tables) {
            prepare(table);
        }
        execute("PRAGMA application_id = " + APPLICATION);
        execute("PRAGMA user_version = " + VERSION);
        long last = lastSequence();
        connection.commit();
        return last;
    }

    private void requireKnownVersion() throws SQLException {
        long application = number("PRAGMA application_id");
        long version = number("PRAGMA user_version");
        boolean empty = number("SELECT count(*) FROM sqlite_master") == 0;
        if (!empty && application != APPLICATION) {
            throw new StoreFailure(file + " is a database of another program; name a file of its own for the store");
        }
        if (version > VERSION) {
            throw new StoreFailure("%s was written by a newer Ruhu (store version %d, this one knows %d); start that one"
                    .formatted(file, version, VERSION));
        }
    }

    private void prepare(SqliteTable table) throws SQLException {
        Kind kind = table.kind();
        Map<String, String> present = definitions();
        if (!present.containsKey(kind.name())) {
            execute(table.create());
        } else {
            addColumns(table);
        }
        for (Index multiple : table.multiples()) {
            if (!present.containsKey(kind.name() + "." + multiple.name())) {
                execute(table.createSide(multiple));
                execute(table.createSideIndex(multiple));
            }
        }
        Map<String, String> wanted = indexes(table);
        dropOthers(kind, wanted);
        for (Map.Entry<String, String> index : wanted.entrySet()) {
            if (!definitions().containsKey(index.getKey())) {
                execute(index.getValue());
            }
        }
    }

    /** Documents of before have no value in a new column: they are in its indexes from their next replacement on. */
    private void addColumns(SqliteTable table) throws SQLException {
        List<String> columns = texts("SELECT name FROM pragma_table_info('" + table.kind().name() + "')");
        for (String field : table.fields()) {
            if (!columns.contains("f_" + field)) {
                execute("ALTER TABLE " + table.name() + " ADD COLUMN " + SqliteTable.column(field));
            }
        }
    }

    private static Map<String, String> indexes(SqliteTable table) {
        Kind kind = table.kind();
        Map<String, String> wanted = new LinkedHashMap<>();
        if (kind.ordered()) {
            wanted.put(SqliteTable.sequenceIndexName(kind.name()), table.createSequenceIndex());
        }
        kind.indexes().stream().filter(index -> !index.multi() && !index.fields().isEmpty())
                .forEach(index -> wanted.put(SqliteTable.indexName(kind, index), table.createIndex(index)));
        return wanted;
    }

    /** An index that is no longer declared, or declared otherwise, must not refuse a document. */
    private void dropOthers(Kind kind, Map<String, String> wanted) throws SQLException {
        for (Map.Entry<String, String> index : definitions().entrySet()) {
            boolean ours = index.getKey().startsWith(kind.name() + ".") && index.getValue().contains(" INDEX ");
            boolean side = index.getKey().endsWith("#id");
            if (ours && !side && !index.getValue().equals(wanted.get(index.getKey()))) {
                execute("DROP INDEX " + SqliteTable.quoted(index.getKey()));
            }
        }
    }

    private long lastSequence() throws SQLException {
        long last = 0;
        for (String table : texts("SELECT tbl_name FROM sqlite_master WHERE type = 'index' AND name LIKE '%.#sequence'")) {
            last = Math.max(last, number("SELECT max(sequence) FROM " + SqliteTable.quoted(table)));
        }
        return last;
    }

    private Map<String, String> definitions() throws SQLException {
        Map<String, String> definitions = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
             ResultSet rows = statement.executeQuery("SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL")) {
            while (rows.next()) {
                definitions.put(rows.getString(1), rows.getString(2));
            }
        }
        return definitions;
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private long number(String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            return rows.next() ? rows.getLong(1) : 0;
        }
    }

    private List<String> texts(String sql) throws SQLException {
        List<String> texts = new ArrayList<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
        }
        return texts;
    }
}
