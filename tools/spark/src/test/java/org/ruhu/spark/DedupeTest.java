package org.ruhu.spark;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.Ruhu;
import org.ruhu.tools.World;

/** Many machines find what one finds: both commands write the same bytes. Hadoop does not start on newer Javas yet. */
@EnabledForJreRange(max = JRE.JAVA_23)
class DedupeTest {

    private static final String SETTINGS = """
            {"settings": "ruhu-linkage/1", "id": "id",
             "columns": {"born": {"from": "birth_date", "clean": ["date:yyyy-MM-dd"]},
                         "numbers": {"from": ["phone", "register_no"]}},
             "blocking": [%s],
             "comparisons": [{"column": "name_zh", "kind": "person-name"}, {"column": "id_no", "kind": "id"},
                             {"column": "born", "kind": "text"}, {"column": "village", "kind": "category"}],
             "training": {"randomPairs": 50000},
             "veto": [{"column": "id_no", "clean": ["id-valid"]}]}
            """;

    @TempDir
    static Path made;

    private static SparkSession spark;
    private static Path crowd;

    @TempDir
    Path folder;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeAll
    static void start() {
        Dedupe.quieten();
        spark = SparkSession.builder().master("local[2]").config("spark.ui.enabled", false)
                .config("spark.driver.host", "127.0.0.1").config("spark.driver.bindAddress", "127.0.0.1").getOrCreate();
        crowd = made.resolve("crowd.csv");
        assertThat(ruhu("simulate", "--households", "620", "--seed", "3", "--duplicates", "0.2", "--persons",
                crowd.toString())).isZero();
    }

    @AfterAll
    static void stop() {
        spark.stop();
    }

    private static int ruhu(String... args) {
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
        return Ruhu.run(new World(new ByteArrayInputStream(new byte[0]), nobody, nobody, false), args);
    }

    private int onSpark(List<String> args) {
        return Dedupe.run(new PrintStream(err, true, UTF_8), Optional.of(spark), args.toArray(String[]::new));
    }

    private static List<String> with(List<String> args, Object... more) {
        return Stream.concat(args.stream(), Arrays.stream(more).map(Object::toString)).toList();
    }

    /** Pairs, clusters and the model, and what else is named; what is read is cut into many pieces. */
    private void same(List<String> args, String... more) {
        Path one = folder.resolve("one");
        List<String> dedupe = with(with(List.of("dedupe"), args.toArray()), "--out", one);
        assertThat(ruhu(dedupe.toArray(String[]::new))).isEqualTo(1);
        same(one, args, more);
    }

    private void same(Path one, List<String> args, String... more) {
        Path many = folder.resolve("many");
        assertThat(onSpark(with(args, "--out", many, "--slice-kb", 40, "--partitions", 5)))
                .as(err.toString(UTF_8)).isEqualTo(1);
        Stream.concat(Stream.of("pairs.csv", "clusters.csv", "model.json"), Arrays.stream(more)).forEach(file ->
                assertThat(many.resolve(file)).hasSameTextualContentAs(one.resolve(file)));
        assertThat(many.resolve("pairs.csv")).isNotEmptyFile();
    }

    private String settings(String rules) throws IOException {
        return Files.writeString(folder.resolve("settings.json"), SETTINGS.formatted(rules)).toString();
    }

    @Test
    void personsOfACensusAreLinkedWithTheirHouseholds() {
        same(List.of(crowd.toString(), "--truth", "truth"), "households.csv", "truth.json");
        assertThat(folder.resolve("many/pairs.csv")).content().contains("kin:each + birth", "numbers of two");
    }

    @Test
    void aSecondLookIsTaken() throws IOException {
        String bundled = Files.readString(Path.of("../src/main/resources/link/census-persons.json"));
        Path settings = Files.writeString(folder.resolve("again.json"), bundled.replace("\"again\": true,", "")
                .replaceFirst("\"household\": \\{", "\"id\": \"id\", \"household\": {\"again\": true,"));
        same(List.of(crowd.toString(), "--settings", settings.toString(), "--truth", "truth"), "households.csv",
                "truth.json");
        assertThat(folder.resolve("many/pairs.csv")).content().contains("linked household", "linked record");
    }

    @Test
    void householdsOfTwoFilesAreTwoThoughTheyAreCalledAlike() throws IOException {
        List<String> lines = Files.readAllLines(crowd);
        Path odd = Files.write(folder.resolve("odd.csv"), every(lines, 1));
        Path even = Files.write(folder.resolve("even.csv"), every(lines, 0));
        same(List.of(odd.toString(), "--against", even.toString()), "households.csv");
    }

    /** Somebody judged every seventh pair of a first run by the truth. */
    @Test
    void whatPeopleJudgedIsLearnedFromWithAndWithoutAModel() throws IOException {
        String settings = settings("\"born\", {\"on\": [\"village\"], \"most\": 40}, \"numbers:each\"");
        List<String> first = List.of(crowd.toString(), "--settings", settings);
        Path judged = folder.resolve("first");
        List<String> dedupe = with(with(List.of("dedupe"), first.toArray()), "--out", judged);
        assertThat(ruhu(dedupe.toArray(String[]::new))).isEqualTo(1);
        int column = List.of(Files.readAllLines(crowd).get(0).split(",")).indexOf("truth");
        Map<String, String> truth = Files.readAllLines(crowd).stream().map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[column]));
        List<String> labels = new ArrayList<>(List.of("left,right,same", "nobody,somebody,1"));
        List<String> pairs = Files.readAllLines(judged.resolve("pairs.csv"));
        IntStream.range(1, pairs.size()).filter(i -> i % 7 == 0).mapToObj(i -> pairs.get(i).split(",", -1))
                .forEach(pair -> labels.add("%s,%s,%b".formatted(pair[1], pair[0],
                        truth.get(pair[0]).equals(truth.get(pair[1])))));
        Path file = Files.write(folder.resolve("labels.csv"), labels);
        same(with(first, "--labels", file));
        assertThat(err.toString(UTF_8)).contains("pairs were judged by people", "nobody");
        assertThat(folder.resolve("many/model.json")).content().contains("judged by people");
        same(List.of(crowd.toString(), "--model", judged.resolve("model.json").toString(), "--labels", file.toString(),
                "--automatic", "0.97"));
    }

    private static List<String> every(List<String> lines, int which) {
        return IntStream.range(0, lines.size()).filter(i -> i == 0 || i % 2 == which).mapToObj(lines::get).toList();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            blocks too large to compare | {"on": ["village"], "most": 40}, "born", {"on": ["born:year"], "most": 50}
            records in several blocks | "numbers:each", "name_zh:first 2 + born:year", "born"
            more pairs than are learned from | "born", {"on": ["ethnicity"], "most": 9000}
            """)
    void rulesOfEveryKindFindTheSame(String kind, String rules) throws IOException {
        same(List.of(crowd.toString(), "--settings", settings(rules)));
    }

    @Test
    void aFileIsFoundInAnotherByAModelThatIsGiven() throws IOException {
        List<String> lines = Files.readAllLines(crowd);
        Path early = Files.write(folder.resolve("early.csv"), lines.subList(0, 1500));
        Path late = Files.write(folder.resolve("late.csv"),
                Stream.concat(lines.stream().limit(1), lines.stream().skip(1500)).toList());
        List<String> both = List.of(early.toString(), "--against", late.toString());
        same(with(both, "--settings", settings("\"born\", \"id_no\", \"name_zh + born:year\"")));
        Path model = Files.copy(folder.resolve("one/model.json"), folder.resolve("m.json"));
        same(with(both, "--model", model, "--clerical", "0.2"));
    }

    @Test
    void otherFormatsAreReadTheSame() throws IOException {
        Path bySettings = Path.of(settings("\"born\", \"id_no\", \"name_zh + born:year\""));
        same(List.of(crowd.toString(), "--settings", bySettings.toString()));
        Path parquet = folder.resolve("crowd.parquet");
        spark.read().option("header", true).csv(crowd.toString()).coalesce(1).write().mode(SaveMode.Overwrite)
                .parquet(parquet.toString());
        same(folder.resolve("one"), List.of(parquet.toString(), "--settings", bySettings.toString()));
        Path objects = folder.resolve("crowd.json");
        spark.read().option("header", true).csv(crowd.toString()).coalesce(1).write().json(objects.toString());
        try (Stream<Path> files = Files.list(objects)) {
            Path file = files.filter(name -> name.toString().endsWith(".json")).findFirst().orElseThrow();
            same(folder.resolve("one"), List.of(file.toString(), "--settings", bySettings.toString()));
        }
    }

    @Test
    void linesThatGoOnWithinQuotationMarksNameTheirRecordsByTheirNumber() throws IOException {
        List<String> lines = new ArrayList<>(List.of("name,\"born\non\",note"));
        IntStream.range(0, 4000).forEach(i -> lines.add("%s %d,19%02d,\"a%s\"\"b\"".formatted(
                List.of("扎西", "卓玛", "多吉").get(i % 3), i / 8, i / 2 % 90, "\n,".repeat(i % 5))));
        Path file = Files.writeString(folder.resolve("notes.csv"), String.join("\r\n", lines));
        Path settings = Files.writeString(folder.resolve("notes.json"), """
                {"settings": "ruhu-linkage/1", "columns": {"born": {"from": "born\\non"}}, "blocking": ["name", "born"],
                 "training": {"randomPairs": 50000},
                 "comparisons": [{"column": "name", "kind": "text"}, {"column": "born", "kind": "category"}]}
                """);
        same(List.of(file.toString(), "--settings", settings.toString()));
    }

    @ParameterizedTest(name = "{1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            `id,name\n1,扎西\n1,卓玛`    | record 2 has the same id
            `id,name\n1,扎西\n,卓玛`     | line 3 has nothing in the column id
            `id,name\n1,扎西\n2,卓玛,x`  | line 3 has 3 fields, the first line 2
            `id,name\n1,扎西`            | has one record; there is nothing to compare
            `id,names\n1,扎西\n2,卓玛`   | name
            """)
    void whatIsWrongIsSaidWithItsPlaceAndNothingOfTheRecords(String text, String said) throws IOException {
        Path file = Files.writeString(folder.resolve("wrong.csv"), text);
        Path settings = Files.writeString(folder.resolve("wrong.json"), """
                {"settings": "ruhu-linkage/1", "id": "id", "blocking": ["name"],
                 "comparisons": [{"column": "name", "kind": "text"}]}
                """);
        assertThat(onSpark(List.of(file.toString(), "--settings", settings.toString(), "--out", folder + "/out")))
                .isEqualTo(2);
        assertThat(err.toString(UTF_8)).contains(said).doesNotContain("扎西", "卓玛", "org.apache");
    }
}
