package org.ruhu.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.server.store.Kind.Index;

/** How SQLite means to read what it is asked for. */
class SqliteTableTest {

    private static final Kind KIND = new Kind("rows", true, List.of(Index.on("by_key"), Index.on("by_state", "area", "state"),
            Index.on("by_team", "team", Index.SEQUENCE), Index.unique("by_number", "number", "part"),
            new Index("by_person", List.of("persons", Index.SEQUENCE), false, true)));

    @TempDir
    Path folder;

    private final SqliteTable table = new SqliteTable(KIND);
    private SqliteFile file;
    private SqliteSession session;

    @BeforeEach
    void open() throws SQLException {
        file = SqliteFile.hold(folder.resolve("ruhu.db"));
        session = file.writer();
        new SqliteSchema(session.connection(), "test").prepare(List.of(table));
    }

    @AfterEach
    void close() throws SQLException {
        session.close();
        file.close();
    }

    private List<String> plan(String sql, List<Object> values) throws SQLException {
        List<String> plan = new ArrayList<>();
        try (ResultSet rows = session.bound("EXPLAIN QUERY PLAN " + sql, values).executeQuery()) {
            while (rows.next()) {
                plan.add(rows.getString("detail"));
            }
        }
        return plan;
    }

    private List<String> plan(Range range) throws SQLException {
        Slice slice = Slice.of(KIND, range);
        List<Object> bounds = SqliteTable.bounds(slice);
        bounds.add(slice.limit());
        return plan(table.range(slice), bounds);
    }

    @Test
    void noRangeIsSortedOrReadBesideItsIndex() throws SQLException {
        for (Range range : List.of(Range.of("by_key"), Range.of("by_key").startingWith("54").backwards(),
                Range.of("by_state"), Range.of("by_state", "5403"), Range.of("by_state", "5403").startingWith("l"),
                Range.of("by_state", "5403").after(List.of("5403", "listed", "k")), Range.of("by_state", "5403").backwards(),
                Range.of("by_team", "t").after(List.of("t", 7L)), Range.of("by_number"), Range.of("by_number", "7").backwards(),
                Range.of("by_person", "zhaxi"), Range.of("by_person", "zhaxi").after(List.of("zhaxi", 7L)).backwards())) {
            assertThat(plan(range)).as(range.toString()).noneMatch(step -> step.contains("TEMP B-TREE"))
                    .allMatch(step -> step.contains("USING"));
        }
    }

    @Test
    void aRangeBehindAPositionBeginsThere() throws SQLException {
        assertThat(plan(Range.of("by_state", "5403").after(List.of("5403", "listed", "k"))).get(0))
                .contains("f_area=?").contains(">(?,?)");
        assertThat(plan(Range.of("by_person", "zhaxi").after(List.of("zhaxi", 7L))).get(0)).contains("sequence>?");
    }

    @Test
    void changesAndKeysAreFoundByIndex() throws SQLException {
        assertThat(plan(table.changes(), List.of(7L, 10L))).containsExactly("SEARCH rows USING INDEX rows.#sequence (sequence>?)");
        assertThat(plan(table.find(), List.of("k")).get(0)).startsWith("SEARCH rows USING INDEX");
        assertThat(plan(table.count(Slice.of(KIND, Range.of("by_state", "5403")), 2), List.of("5403")).get(0))
                .contains("COVERING INDEX rows.by_state");
    }
}
