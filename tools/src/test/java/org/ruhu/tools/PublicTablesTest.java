package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Public tables from the command line, counted again by DuckDB from the exported files. */
class PublicTablesTest {

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void simulate() {
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
        World world = new World(new ByteArrayInputStream(new byte[0]), nobody, nobody, false);
        assertThat(Ruhu.run(world, "simulate", "--households", "1500", "--seed", "5", "--out", made.toString()))
                .isZero();
        assertThat(Ruhu.run(world, "export", made.resolve("submissions.ndjson").toString(), "--out",
                made.toString())).isZero();
    }

    private int tables(String settings, String out) throws IOException {
        Files.writeString(folder.resolve("t.json"), settings);
        return Ruhu.run(new World(InputStream.nullInputStream(), OUT, new PrintStream(err), false), "tables",
                made.resolve("submissions.ndjson").toString(), "--settings", folder.resolve("t.json").toString(),
                "--out", folder.resolve(out).toString(), "--register", folder.resolve("register.json").toString());
    }

    private static final PrintStream OUT = new PrintStream(new ByteArrayOutputStream());

    private static String example() throws IOException {
        try (InputStream in = PublicTablesTest.class.getResourceAsStream("disclosure/tables.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String ask(String question) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            ResultSet rows = duck.createStatement().executeQuery(question
                    .replace("MEMBERS", "read_csv('" + made.resolve("members.csv") + "', all_varchar = true)")
                    .replace("HOUSEHOLDS", "read_csv('" + made.resolve("households.csv") + "', all_varchar = true)")
                    .replace("TABLE", "read_csv('" + folder.resolve("o") + "/"));
            rows.next();
            return rows.getString(1);
        }
    }

    @Test
    void whatIsPublishedIsWhatTheExportCounts() throws Exception {
        assertThat(tables(example(), "o")).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(ask("select count(*) from TABLEpeople-by-county-age-sex.csv', all_varchar = true) t"
                + " where conf_status = 'F' and county <> '_T' and age = '[16,30)' and sex <> '_T' and value::int <>"
                + " (select count(*) from MEMBERS m where m.area[1:6] = t.county and m.sex = t.sex"
                + " and m.age::int >= 16 and m.age::int < 30)")).isEqualTo("0");
        assertThat(ask("select count(*) from TABLEhouseholds-by-township-status.csv', all_varchar = true) t"
                + " where conf_status = 'F' and township <> '_T' and t.status <> '_T' and value::int <>"
                + " (select count(*) from HOUSEHOLDS h where h.area[1:9] = t.township and"
                + " coalesce(h.status, '') = coalesce(t.status, ''))")).isEqualTo("0");
        assertThat(ask("select min(value::int) from TABLEhouseholds-by-township-status.csv', all_varchar = true)"
                + " where value <> '0' and value <> ''")).satisfies(least ->
                        assertThat(Integer.parseInt(least)).isGreaterThanOrEqualTo(10));
        assertThat(ask("select abs(sum(case when county = '_T' and water_source = '_T' then value::double end)"
                + " - (select sum(inc_trans::double) from HOUSEHOLDS)) < 0.01 from"
                + " TABLEtransfers-by-county-water.csv', all_varchar = true)")).isEqualTo("true");
    }

    @Test
    void theSameAgainIsNoNewReleaseAndTheSameBytes() throws IOException {
        tables(example(), "o");
        byte[] register = Files.readAllBytes(folder.resolve("register.json"));
        assertThat(tables(example(), "p")).isZero();
        assertThat(Files.readAllBytes(folder.resolve("register.json"))).isEqualTo(register);
        assertThat(folder.resolve("o/tables.json")).hasSameBinaryContentAs(folder.resolve("p/tables.json"));
    }

    @Test
    void aTableThatTellsTooMuchWithAnOlderOneIsNotWritten() throws IOException {
        assertThat(tables(example(), "o")).isZero();
        byte[] register = Files.readAllBytes(folder.resolve("register.json"));
        assertThat(tables(example().replace("[6, 16, 30, 45, 60, 75]", "[6, 16, 30, 46, 60, 75]"), "o")).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("refused:").contains(" less ");
        assertThat(folder.resolve("o/people-by-county-age-sex.csv")).doesNotExist();
        assertThat(Files.readAllBytes(folder.resolve("register.json"))).isEqualTo(register);
    }

    @Test
    void whatIdentifiesIsNoBreakdown() throws IOException {
        assertThat(tables(example().replace("\"edu\"", "\"name_zh\""), "o")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("it tells who somebody is");
    }
}
