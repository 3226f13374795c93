package org.ruhu.tools.link.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.score.Engine;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.work.Workers;

/** A database that knows nothing of us finds the same pairs, by the same rules, on the same levels, with the same weights. */
class DuckDbOracleTest {

    private static final int PEOPLE = 100_000;
    private static final double EVERYTHING = -1000;

    @Test
    void aDatabaseFindsTheSamePairsWithTheSameWeightsWhateverTheThreads(@TempDir Path folder) throws Exception {
        Path csv = folder.resolve("crowd.csv");
        Crowd.write(csv, PEOPLE, 3);
        Settings settings = Race.settings();
        Records records = Race.records(settings, csv);
        Model model = Race.model(settings, records);
        Scored scored = Engine.of(settings, records, Workers.of(2)).scored(model, EVERYTHING, 10_000_000);

        try (Connection duckDb = Race.open(2)) {
            Race.load(duckDb, csv, model);
            Race.score(duckDb, model, EVERYTHING);
            compare(scored, duckDb);
        }
        for (int threads : new int[] {1, 3}) {
            Scored same = Engine.of(settings, records, Workers.of(threads)).scored(model, EVERYTHING, 10_000_000);
            assertThat(same.left()).isEqualTo(scored.left());
            assertThat(same.right()).isEqualTo(scored.right());
            assertThat(same.weight()).isEqualTo(scored.weight());
            assertThat(same.pattern()).isEqualTo(scored.pattern());
            assertThat(same.rule()).isEqualTo(scored.rule());
        }
    }

    private static void compare(Scored scored, Connection duckDb) throws Exception {
        try (Statement statement = duckDb.createStatement();
                ResultSet rows = statement.executeQuery("SELECT a, b, rule, pattern, weight FROM scored ORDER BY a, b")) {
            int i = 0;
            for (; rows.next(); i++) {
                if (i == scored.size() || scored.left()[i] != rows.getInt(1) || scored.right()[i] != rows.getInt(2)
                        || scored.rule()[i] != rows.getInt(3) || scored.pattern()[i] != rows.getInt(4)
                        || Math.abs(scored.weight()[i] - rows.getDouble(5)) > 1e-5) {
                    fail("pair %d: %d-%d rule %d pattern %d weight %f in the database", i, rows.getInt(1), rows.getInt(2),
                            rows.getInt(3), rows.getInt(4), rows.getDouble(5));
                }
            }
            assertThat(scored.size()).isEqualTo(i).isGreaterThan(500_000);
        }
    }
}
