package org.ruhu.server.store;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** The changes of several tables, merged by sequence; each table is read only as far as it is needed. */
final class SqliteChanges implements AutoCloseable {

    private record Head(String kind, ResultSet rows, Stored next) {}

    private final PriorityQueue<Head> heads = new PriorityQueue<>(Comparator.comparingLong(head -> head.next().sequence()));
    private final List<ResultSet> opened = new ArrayList<>();

    SqliteChanges(SqliteSession session, List<SqliteTable> tables, long sequence, int limit) throws SQLException {
        for (SqliteTable table : tables) {
            PreparedStatement statement = session.bound(table.changes(), List.of(sequence, (long) limit));
            ResultSet rows = statement.executeQuery();
            opened.add(rows);
            advance(table.kind().name(), rows);
        }
    }

    List<Change> take(int limit) throws SQLException {
        List<Change> changes = new ArrayList<>();
        while (changes.size() < limit && !heads.isEmpty()) {
            Head head = heads.remove();
            changes.add(new Change(head.kind(), head.next()));
            advance(head.kind(), head.rows());
        }
        return changes;
    }

    private void advance(String kind, ResultSet rows) throws SQLException {
        if (rows.next()) {
            heads.add(new Head(kind, rows, SqliteCursor.stored(rows)));
        }
    }

    @Override
    public void close() throws SQLException {
        for (ResultSet rows : opened) {
            rows.close();
        }
    }
}
