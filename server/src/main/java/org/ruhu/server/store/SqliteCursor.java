package org.ruhu.server.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.ruhu.server.store.Kind.Index;

/** Steps through a running statement; its connection goes back when the end is reached or the cursor is closed. */
final class SqliteCursor implements Cursor {

    private final SqliteReaders readers;
    private final SqliteSession session;
    private final Index index;
    private final ResultSet rows;
    private boolean ahead;
    private boolean open = true;
    private List<Object> position = List.of();

    SqliteCursor(SqliteReaders readers, SqliteTable table, Slice slice) {
        this.readers = readers;
        this.index = slice.index();
        this.session = readers.take();
        List<Object> bounds = SqliteTable.bounds(slice);
        bounds.add(slice.limit());
        try {
            this.rows = session.bound(table.range(slice), bounds).executeQuery();
            step();
        } catch (SQLException e) {
            readers.discard(session);
            throw failure(e);
        }
    }

    @Override
    public boolean hasNext() {
        return ahead;
    }

    @Override
    public Stored next() {
        if (!ahead) {
            throw new NoSuchElementException("no document is left in this range");
        }
        try {
            Stored stored = stored(rows);
            List<Object> place = new ArrayList<>();
            for (int column = 0; column < index.fields().size(); column++) {
                place.add(value(rows, 5 + column));
            }
            place.add(stored.key());
            position = List.copyOf(place);
            step();
            return stored;
        } catch (SQLException e) {
            open = false;
            ahead = false;
            readers.discard(session);
            throw failure(e);
        }
    }

    static Stored stored(ResultSet row) throws SQLException {
        return new Stored(row.getString(1), row.getBytes(2), row.getLong(3), row.getLong(4));
    }

    static Object value(ResultSet row, int column) throws SQLException {
        Object value = row.getObject(column);
        return value instanceof Integer number ? (Object) number.longValue() : value;
    }

    private void step() throws SQLException {
        ahead = rows.next();
        if (!ahead) {
            close();
        }
    }

    @Override
    public List<Object> position() {
        return position;
    }

    @Override
    public void close() {
        if (!open) {
            return;
        }
        open = false;
        ahead = false;
        try {
            rows.close();
            readers.giveBack(session);
        } catch (SQLException e) {
            readers.discard(session);
            throw failure(e);
        }
    }

    private static StoreFailure failure(SQLException e) {
        return new StoreFailure("the store could not read: " + e.getMessage(), e);
    }
}
