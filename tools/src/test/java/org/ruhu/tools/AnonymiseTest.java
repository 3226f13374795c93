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
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Public microdata from the command line, counted by DuckDB, which knows nothing of how they were made. */
class AnonymiseTest {

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void simulate() {
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
        assertThat(Ruhu.run(new World(new ByteArrayInputStream(new byte[0]), nobody, nobody, false), "simulate",
                "--households", "2500", "--seed", "5", "--out", made.toString())).isZero();
    }

    private int anonymise(String settings, String out, String... more) throws IOException {
        Files.writeString(folder.resolve("s.json"), settings);
        List<String> args = new ArrayList<>(List.of("anonymise", made.resolve("submissions.ndjson").toString(),
                "--settings", folder.resolve("s.json").toString(), "--out", folder.resolve(out).toString()));
        args.addAll(List.of(more));
        return Ruhu.run(new World(InputStream.nullInputStream(), this.out, new PrintStream(err), false),
                args.toArray(String[]::new));
    }

    private static String example() throws IOException {
        try (InputStream in = AnonymiseTest.class.getResourceAsStream("disclosure/household-census.json")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\"fraction\": 0.5",
                    "\"fraction\": 0.9").replace("\"county\"}", "\"prefecture\"}")
                    .replace("\"blank\": 0.2", "\"blank\": 0.25");
        }
    }

    /** A server's lines say in which state a submission is. */
    @Test
    void interviewsThatAreNotAcceptedAreInNoPublicFile() throws Exception {
        Path lines = folder.resolve("states.ndjson");
        List<String> told = new ArrayList<>();
        for (String line : Files.readAllLines(made.resolve("submissions.ndjson"))) {
            String state = told.size() % 3 == 0 ? "void" : "accepted";
            told.add(line.replaceFirst("\\{", "{\"state\": \"" + state + "\", "));
        }
        Files.write(lines, told);
        Files.writeString(folder.resolve("s.json"), example());
        assertThat(run("anonymise", lines, "s.json", "a")).isBetween(0, 1);
        int left = (told.size() + 2) / 3;
        assertThat(err.toString()).contains(left + " interviews left out: they are not accepted");
        Files.writeString(folder.resolve("t.json"), """
                {"population": "p", "seed": 1, "tables": {"t": {"of": "households", "by": [{"from": "reg_std"}]}}}""");
        assertThat(run("tables", lines, "t.json", "t")).isZero();
        assertThat(Files.readString(folder.resolve("t/t.csv"))).contains("_T," + (told.size() - left) + ",F");
        assertThat(run("tables", lines, "t.json", "all", "--any-state")).isZero();
        assertThat(Files.readString(folder.resolve("all/t.csv"))).contains("_T," + told.size() + ",F");
    }

    private int run(String command, Path lines, String settings, String to, String... more) {
        List<String> args = new ArrayList<>(List.of(command, lines.toString(), "--settings",
                folder.resolve(settings).toString(), "--out", folder.resolve(to).toString()));
        args.addAll(List.of(more));
        return Ruhu.run(new World(InputStream.nullInputStream(), out, new PrintStream(err), false),
                args.toArray(String[]::new));
    }

    /** The same people with other bands and other questions, then the same file again. */
    @Test
    void aSecondFileOfTheSamePeopleIsJudgedWithTheFirst() throws Exception {
        String first = """
                {"seed": 7, "fraction": 0.9, "households": "one", "limits": {"blank": 1, "leftOut": 1, "matched": 0},
                 "variables": {
                 "sex": {"use": "key"}, "age": {"use": "key", "bands": [16, 60]},
                 "size": {"from": "household-size", "use": "key", "bands": [4, 6]},
                 "edu": {"use": "plain"}, "marital": {"use": "plain"}, "work_area": {"use": "plain"},
                 "pension_ins": {"use": "plain"}}}""";
        String second = first.replace("[16, 60]", "[10, 20, 30, 40, 50]")
                .replace("pension_ins", "hukou_here");
        String register = folder.resolve("r").toString();
        assertThat(anonymise(first, "a", "--register", register)).as(err.toString()).isZero();
        assertThat(anonymise(first, "a", "--register", register)).as("the same again").isZero();
        assertThat(anonymise(second, "b")).as(err.toString()).isZero();
        assertThat(anonymise(second, "b", "--register", register)).isOne();
        assertThat(err.toString()).contains("share of people whose row fits one of a file released before");
        assertThat(folder.resolve("b/persons.csv")).doesNotExist();
        assertThat(Files.readString(folder.resolve("b/risk.html"))).contains("与先前公开的文件");
        assertThat(folder.resolve("r").toFile().list()).hasSize(1);
    }

    private String ask(String question) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            duck.createStatement().execute("create view p as select * from read_csv('" + folder.resolve("o/persons.csv")
                    + "', header = true, all_varchar = true, nullstr = 'never')");
            ResultSet rows = duck.createStatement().executeQuery(question);
            rows.next();
            return rows.getString(1);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "apart", "together"})
    void everyCombinationHasEnoughPeopleAndEnoughValues(String households) throws Exception {
        String settings = example().replace("\"one\"", '"' + households + '"')
                .replace("\"household\": 0.2", "\"household\": 1, \"alone\": 1, \"linked\": 1")
                .replace("\"leftOut\": 0.01", "\"leftOut\": 0.1");
        assertThat(anonymise(settings, "o")).as(err.toString(StandardCharsets.UTF_8)).isZero();
        String classes = "from p group by county, age, sex, size, ethnic";
        assertThat(ask("select count(*) > " + (households.equals("one") ? 1000 : 3000) + " from p")).isEqualTo("true");
        assertThat(ask("select min(n) >= 10 from (select count(*) n " + classes + ")")).isEqualTo("true");
        assertThat(ask("select count(*) from (select count(distinct pc_net) filter (pc_net <> '') n " + classes
                + ") where n < 3")).isEqualTo("0");
        assertThat(ask("select count(*) from (select count(distinct labour) n, bool_and(labour in ('', '1', '2')) h "
                + classes + ") where n < 2 and not h")).isEqualTo("0");
        assertThat(ask("select count(*) from (select count(distinct disab_grade) n,"
                + " bool_and(disab_grade in ('', '3-4')) h " + classes + ") where n < 2 and not h")).isEqualTo("0");
        assertThat(ask("select min(n) >= 10 from (select count(*) n from p where edu <> '*' group by edu)"))
                .isEqualTo("true");
        if (households.equals("one")) {
            assertThat(ask("select max(n) from (select count(distinct weight) n from p group by county, size)"))
                    .isEqualTo("1");
        }
        if (households.equals("together")) {
            assertThat(ask("select max(n) from (select count(distinct size) n from p group by household)"))
                    .isEqualTo("1");
        }
    }

    /** Of most people house, water, income and size together are those of no other household of the file. */
    @Test
    void membersWhoFindEachOtherByWhatOnlyTheyShareAreNotReleased() throws IOException {
        assertThat(anonymise(example().replace("\"one\"", "\"apart\""), "o")).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("refused: share of people who can be put together with their household");
        assertThat(folder.resolve("o/persons.csv")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"one", "apart"})
    void weightsThatNobodyElseHasAreNotReleasedEither(String households) throws Exception {
        StringBuilder csv = new StringBuilder("hh,sex,w\r\n");
        for (int i = 0; i < 900; i++) {
            csv.append(i / 3).append(',').append(i % 2).append(',').append(10 + i / 3 * 0.01).append("\r\n");
        }
        Path file = Files.writeString(folder.resolve("flat.csv"), csv);
        Path said = Files.writeString(folder.resolve("s.json"), ("{'seed': 1, 'fraction': 0.8, 'household': 'hh',"
                + " 'weight': 'w', 'households': '" + households + "', 'variables': {'sex': {'use': 'key'}, 'size':"
                + " {'from': 'household-size', 'use': 'key'}}}").replace('\'', '"'));
        assertThat(Ruhu.run(new World(InputStream.nullInputStream(), out, new PrintStream(err), false), "anonymise",
                file.toString(), "--settings", said.toString(), "--out", folder.resolve("o").toString()))
                .as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(ask("select min(n) >= 10 and count(*) > 5 from (select count(*) n from p group by weight)"))
                .isEqualTo("true");
        assertThat(ask("select abs(sum(weight::double) - 10 * 900 - 3 * 0.01 * 299 * 300 / 2) < 60 from p"))
                .isEqualTo("true");
    }

    @Test
    void theSameDataAndSeedGiveTheSameBytesAndAnotherSeedOtherPeople() throws IOException {
        anonymise(example(), "o");
        anonymise(example(), "again");
        anonymise(example().replace("\"seed\": 1", "\"seed\": 2"), "other");
        for (String file : new String[] {"persons.csv", "variables.csv", "risk.json", "risk.html"}) {
            assertThat(folder.resolve("o").resolve(file)).hasSameBinaryContentAs(folder.resolve("again").resolve(file));
        }
        assertThat(Files.mismatch(folder.resolve("o/persons.csv"), folder.resolve("other/persons.csv")))
                .isNotEqualTo(-1);
    }

    @Test
    void whatIsBeyondALimitIsNotReleasedAndAnOlderReleaseIsTakenAway() throws IOException {
        anonymise(example(), "o");
        assertThat(folder.resolve("o/persons.csv")).exists();
        assertThat(anonymise(example().replace("\"blank\": 0.25", "\"blank\": 0.0001"), "o")).isOne();
        assertThat(folder.resolve("o/persons.csv")).doesNotExist();
        assertThat(Files.readString(folder.resolve("o/risk.html"))).contains("未生成文件");
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("refused: share of blanked cells among keys");
    }

    @Test
    void nothingOfASubmissionIsInTheFiles() throws IOException {
        anonymise(example(), "o");
        String all = Files.readString(folder.resolve("o/persons.csv"))
                + Files.readString(folder.resolve("o/risk.json"));
        assertThat(Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}|[0-9]{9}").matcher(all).find()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'name_zh': {'use': 'plain'}                                | it tells who somebody is
            'id_no': {'use': 'key'}                                    | it tells who somebody is
            'gps_lat': {'use': 'key', 'round': 1}                      | it is an exact place
            'birth_date': {'use': 'key'}                               | texts, pictures and dates are never released
            'school_name': {'use': 'sensitive'}                        | texts, pictures and dates are never released
            'photos': {'use': 'plain'}                                 | release
            'submission': {'use': 'plain'}                             | of the columns that say where
            'area': {'use': 'key'}                                     | of the columns that say where
            'place': {'from': 'area', 'use': 'plain', 'level': 'county'} | its use is "key"
            'marital2': {'from': 'sex', 'use': 'plain'}                | its use is "key"
            'disab_cat': {'use': 'plain'}                              | the form calls it sensitive
            'pc_disp': {'use': 'sensitive'}                            | numbers need "bands"
            'health': {'use': 'sensitive'}                             | release its columns health_CODE
            'nonsense': {'use': 'plain'}                               | there is no column nonsense
            'rel': {'use': 'plain', 'level': 'village'}                | one of township, county
            'rel': {'use': 'plain', 'suppress': 1}                     | there is no such setting
            'rel': {}                                                  | say what it is
            """)
    void whatMayNotBeReleasedIsRefusedWithTheReason(String variable, String why) throws IOException {
        String settings = "{'seed': 1, 'variables': {'town': {'from': 'area', 'use': 'key', 'level': 'township'}, "
                + variable + "}}";
        assertThat(anonymise(settings.replace('\'', '"'), "o")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains(why);
        assertThat(folder.resolve("o")).doesNotExist();
    }

    @Test
    void aFlatFileIsReadTooAndItsNumbersAreLookedThrough() throws IOException {
        StringBuilder csv = new StringBuilder("hh,age,sex,note\r\n");
        for (int i = 0; i < 200; i++) {
            csv.append(i / 3).append(',').append(i % 5 * 15).append(',').append(i % 2).append(",same\r\n");
        }
        Path file = Files.writeString(folder.resolve("flat.csv"), csv);
        String settings = "{'seed': 1, 'fraction': 0.9, 'household': 'hh', 'limits': {'blank': 1, 'leftOut': 1,"
                + " 'person': 1}, 'variables': {'age': {'use': 'key', 'bands': [16, 60]}, 'sex': {'use': 'key'},"
                + "'size': {'from': 'household-size', 'use': 'key'}, 'note': {'use': 'plain'}}}";
        Path said = Files.writeString(folder.resolve("s.json"), settings.replace('\'', '"'));
        String[] command = {"anonymise", file.toString(), "--settings", said.toString(), "--out",
            folder.resolve("o").toString()};
        World world = new World(InputStream.nullInputStream(), out, new PrintStream(err), false);
        assertThat(Ruhu.run(world, command)).as(err.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(Files.readString(folder.resolve("o/persons.csv"))).contains("\"[16,60)\"");
        Files.writeString(said, settings.replace('\'', '"').replace("\"household\": \"hh\", ", ""));
        assertThat(Ruhu.run(world, command)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("which column tells who lives together");
        Files.writeString(said, settings.replace('\'', '"'));
        Files.writeString(file, csv.toString().replace("same", "tel 138 0013 8000"));
        assertThat(Ruhu.run(world, command)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("it holds long numbers").doesNotContain("8000");
    }
}
