package org.ruhu.tools.dataset.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ruhu.tools.dataset.Cell;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Unfit;
import org.ruhu.tools.dataset.UnfitCounts;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;

/** A table of the dataset as a table of the database. */
final class SqlTable implements AutoCloseable {

    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** Puts the cells in front of the columns of a row. */
    interface Front {
        void into(PreparedStatement insert, List<JsonNode> cells) throws SQLException;
    }

    private final Table table;
    private final Front front;
    private final int first;
    private final ValueType[] types;
    private final UnfitCounts unfit;
    private final PreparedStatement insert;

    /**
     * @param before columns in front of those of the table, as SQL defines them
     * @param named  how many of them, the last ones, {@code front} fills
     * @param type   what a column is called that holds such values
     * @param behind constraints
     */
    SqlTable(SqliteFile file, Table table, List<String> before, int named, Front front,
             Function<ValueType, String> type, List<String> behind) throws IOException {
        this.table = table;
        this.front = front;
        this.first = named + 1;
        this.types = table.variables().stream().map(Variable::type).toArray(ValueType[]::new);
        this.unfit = new UnfitCounts(table.variables().stream().map(Variable::name).toList());
        List<String> columns = new ArrayList<>(before);
        table.variables().forEach(variable ->
                columns.add(SqliteFile.name(variable.name()) + " " + type.apply(variable.type())));
        columns.addAll(behind);
        file.run("create table " + SqliteFile.name(table.name()) + " (\n  " + String.join(",\n  ", columns) + "\n)");
        int given = named + types.length;
        String names = before.isEmpty() ? "" : " (" + String.join(", ", Stream.concat(
                before.subList(before.size() - named, before.size()).stream()
                        .map(column -> column.substring(0, column.lastIndexOf(' '))),
                table.variables().stream().map(variable -> SqliteFile.name(variable.name()))).toList()) + ")";
        this.insert = file.prepared("insert into " + SqliteFile.name(table.name()) + names + " values ("
                + String.join(", ", Collections.nCopies(given, "?")) + ")");
    }

    void row(List<JsonNode> cells) throws IOException {
        try {
            front.into(insert, cells);
            for (int i = 0; i < types.length; i++) {
                JsonNode value = cells.get(i);
                if (value.isMissingNode() || value.isNull()) {
                    insert.setObject(first + i, null);
                } else {
                    value(i, value);
                }
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /** SQLite keeps a text where it is told of a number, so nothing is lost but digits. */
    private void value(int column, JsonNode value) throws SQLException {
        int place = first + column;
        if (value.isBoolean()) {
            insert.setInt(place, value.booleanValue() ? 1 : 0);
        } else if (value.isIntegralNumber() && value.canConvertToLong()) {
            insert.setLong(place, value.longValue());
        } else if (value.isNumber() && Double.isFinite(value.doubleValue())) {
            insert.setDouble(place, value.doubleValue());
            if (Cell.rounded(value)) {
                unfit.count(column, Unfit.Why.ROUNDED);
            }
        } else {
            String text = Cell.plain(value);
            if (value.isNumber()) {
                unfit.count(column, Unfit.Why.TEXT_INSTEAD);
            }
            insert.setString(place, types[column] == ValueType.DATETIME ? moment(text) : text);
        }
    }

    /** In UTC, so that texts are in the order of the times; what is no time stays as it is. */
    private static String moment(String text) {
        try {
            return MOMENT.format(OffsetDateTime.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    List<Unfit> unfit() {
        return unfit.in(table.name());
    }

    @Override
    public void close() throws IOException {
        try {
            insert.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
