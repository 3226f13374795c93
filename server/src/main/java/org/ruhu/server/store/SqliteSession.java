package org.ruhu.server.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connection with the statements it has prepared; used by one thread at a time. */
final class SqliteSession implements AutoCloseable {

    interface Opening {
        SqliteSession open() throws SQLException;
    }

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new HashMap<>();

    SqliteSession(Connection connection) {
        this.connection = connection;
    }

    Connection connection() {
        return connection;
    }

    /** The statement, bound to {@code values}: texts, whole numbers, bytes, or null for nothing. */
    PreparedStatement bound(String sql, List<?> values) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        int place = 0;
        for (Object value : values) {
            place++;
            if (value instanceof String text) {
                statement.setString(place, text);
            } else if (value instanceof Long number) {
                statement.setLong(place, number);
            } else if (value instanceof byte[] bytes) {
                statement.setBytes(place, bytes);
            } else {
                statement.setNull(place, java.sql.Types.NULL);
            }
        }
        return statement;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
