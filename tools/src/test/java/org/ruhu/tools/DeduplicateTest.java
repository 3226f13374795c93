package org.ruhu.tools;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.clean.Syllables;

/** Records linked from the command line, as somebody meets it who has a file and settings. */
class DeduplicateTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path made;

    @TempDir
    Path folder;

    private static Path people;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private byte[] input = {};
    private Path settings;

    @BeforeAll
    static void simulate() throws IOException {
        Files.writeString(made.resolve("other.csv"), "a,b\n1,2\n3,4\n");
        people = made.resolve("people.csv");
        PrintStream nobody = new PrintStream(new ByteArrayOutputStream());
        assertThat(Ruhu.run(new World(new ByteArrayInputStream(new byte[0]), nobody, nobody, false), "simulate",
                "--households", "400", "--seed", "5", "--duplicates", "0.1", "--persons", people.toString())).isZero();
    }

    @BeforeEach
    void settings() throws IOException {
        settings = folder.resolve("settings.json");
        Files.writeString(settings, """
                {"settings": "ruhu-linkage/1", "id": "id",
                 "blocking": ["id_no", "birth_date", "name_zh", "phone"],
                 "comparisons": [{"column": "name_zh", "kind": "text"}, {"column": "birth_date", "kind": "date"},
                    {"column": "id_no", "kind": "id"}, {"column": "sex", "kind": "category"},
                    {"column": "phone", "kind": "phone"}],
                 "training": {"randomPairs": 20000}, "veto": [{"column": "id_no"}]}
                """);
    }

    @Test
    void pairsClustersModelAndReportAreWritten() throws IOException {
        assertThat(link(people)).as(said()).isOne();
        assertThat(folder.resolve("out")).isDirectoryContaining("glob:**/{pairs,clusters}.csv")
                .isDirectoryContaining("glob:**/model.json").isDirectoryContaining("glob:**/report.html")
                .isDirectoryNotContaining("glob:**.part");
        List<String> pairs = Files.readAllLines(folder.resolve("out/pairs.csv"));
        assertThat(pairs.get(0))
                .isEqualTo("left,right,weight,probability,zone,rule,name_zh,birth_date,id_no,sex,phone");
        assertThat(pairs).hasSizeGreaterThan(50).anyMatch(line -> line.contains(",automatic,id_no,"));
        List<String> clusters = Files.readAllLines(folder.resolve("out/clusters.csv"));
        assertThat(clusters.get(0)).isEqualTo("id,cluster,certain");
        assertThat(clusters).hasSameSizeAs(Files.readAllLines(people));
        assertThat(said()).contains("linked by themselves").contains("report.html");
    }

    @Test
    void householdsWithSomebodyInCommonAreWrittenWhenTheSettingsNameThem() throws IOException {
        Files.writeString(settings, Files.readString(settings).replace("\"veto\"", """
                "household": {"column": "household", "comparisons": [{"column": "register_no", "levels": ["exact"]}]},
                "veto\""""));

        assertThat(link(people, "--threads", "2", "--automatic", "0.9")).as(said()).isOne();
        List<String> households = Files.readAllLines(folder.resolve("out/households.csv"));

        assertThat(households.get(0)).isEqualTo(
                "left,right,kind,weight,probability,linked,left_members,right_members,heads,register_no");
        assertThat(households).hasSizeGreaterThan(20).anyMatch(line -> line.matches("[^,]+,[^,]+,same,.*,exact"))
                .anyMatch(line -> line.matches("[^,]+,[^,]+,shares,-.*,1,.*,otherwise"));
        assertThat(said()).contains("are likely one household");
        assertThat(Files.readString(folder.resolve("out/model.json"))).contains("\"household\"");
    }

    @Test
    void pairsThatTheSettingsWantLookedAtAreNeverLinkedByThemselves() throws IOException {
        Files.writeString(settings, Files.readString(settings).replace("\"veto\"",
                "\"review\": [{\"sex\": \"same\", \"id_no\": [\"same\", \"one slip\"]}], \"veto\""));
        assertThat(link(people)).as(said()).isOne();
        List<String[]> pairs = Files.readAllLines(folder.resolve("out/pairs.csv")).stream().skip(1)
                .map(line -> line.split(",")).toList();
        assertThat(pairs).filteredOn(pair -> pair[4].equals("automatic")).isNotEmpty()
                .noneMatch(pair -> pair[9].equals("same") && pair[8].matches("same|one slip"));
        assertThat(pairs).filteredOn(pair -> pair[8].equals("same")).anyMatch(pair -> pair[4].equals("clerical")
                && Double.parseDouble(pair[2]) > 20);
        List<String[]> clusters = Files.readAllLines(folder.resolve("out/clusters.csv")).stream().skip(1)
                .map(line -> line.split(",")).toList();
        assertThat(clusters.stream().map(row -> row[2]).distinct().count())
                .isGreaterThan(clusters.stream().map(row -> row[1]).distinct().count() + 50);
    }

    @Test
    void theSameBytesWhateverTheThreads() throws IOException {
        Map<String, String> first = new HashMap<>();
        for (String threads : List.of("1", "2", "3")) {
            assertThat(link(people, "--threads", threads)).isOne();
            for (String name : List.of("pairs.csv", "clusters.csv", "model.json", "report.html")) {
                String text = Files.readString(folder.resolve("out").resolve(name));
                assertThat(text).as(name + " by " + threads).isEqualTo(first.computeIfAbsent(name, n -> text));
            }
        }
    }

    @Test
    void aModelThatWasLearnedLinksTheSameAgain() throws IOException {
        link(people);
        String pairs = Files.readString(folder.resolve("out/pairs.csv"));
        Path model = Files.move(folder.resolve("out/model.json"), folder.resolve("m.json"));
        assertThat(ruhu("dedupe", people.toString(), "--model", model.toString(), "--out", at("again"))).isOne();
        assertThat(Files.readString(folder.resolve("again/pairs.csv"))).isEqualTo(pairs);
        assertThat(Files.readAllBytes(folder.resolve("again/model.json"))).isEqualTo(Files.readAllBytes(model));
    }

    @Test
    void parquetObjectsOnLinesGb18030AndStandardInputGiveTheSamePairs() throws IOException, SQLException {
        link(people);
        String pairs = Files.readString(folder.resolve("out/pairs.csv"));
        Path parquet = folder.resolve("people.parquet");
        Path lines = folder.resolve("people.ndjson");
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            String from = "copy (select * from read_csv('" + people + "', all_varchar = true)) to '";
            duck.createStatement().execute(from + parquet + "' (format parquet)");
            duck.createStatement().execute(from + lines + "' (format json)");
        }
        Path chinese = folder.resolve("people.txt");
        Files.writeString(chinese, Files.readString(people), Charset.forName("GB18030"));
        for (Path file : List.of(parquet, lines, chinese)) {
            assertThat(link(file)).as(said()).isOne();
            assertThat(Files.readString(folder.resolve("out/pairs.csv"))).as(file.toString()).isEqualTo(pairs);
        }
        input = Files.readAllBytes(people);
        assertThat(ruhu("dedupe", "-", "--settings", settings.toString(), "--out", at("out"))).isOne();
        assertThat(Files.readString(folder.resolve("out/pairs.csv"))).isEqualTo(pairs);
    }

    @Test
    void twoFilesAreLinkedAcrossAndNotWithin() throws IOException {
        List<String> lines = Files.readAllLines(people);
        Path first = folder.resolve("first.csv");
        Path second = folder.resolve("second.csv");
        int half = lines.size() / 2;
        Files.write(first, lines.subList(0, half));
        Files.write(second, Stream.concat(lines.stream().limit(1), lines.stream().skip(half)).toList());
        assertThat(ruhu("dedupe", first.toString(), "--against", second.toString(), "--settings", settings.toString(),
                "--out", at("out"))).as(said()).isOne();
        String firsts = Files.readString(first);
        assertThat(Files.readAllLines(folder.resolve("out/pairs.csv")).stream().skip(1).map(line -> line.split(",")))
                .isNotEmpty().allMatch(pair -> firsts.contains(pair[0] + ",") && !firsts.contains(pair[1] + ","));
        assertThat(Files.readAllLines(folder.resolve("out/clusters.csv")).get(0)).isEqualTo("id,cluster,certain,input");
    }

    @Test
    void withoutAFolderPairsAreLinesWithoutNamesOrNumbers() throws IOException {
        assertThat(ruhu("dedupe", people.toString(), "--settings", settings.toString())).isOne();
        List<String> lines = out.toString(UTF_8).lines().toList();
        JsonNode first = JSON.readTree(lines.get(0));
        assertThat(first.path("zone").asText()).isIn("automatic", "clerical");
        assertThat(first.path("levels").size()).isEqualTo(5);
        assertThat(out.toString(UTF_8)).doesNotContainPattern("5499\\d{10}").doesNotContainPattern("\\p{IsHan}");
        assertThat(said()).doesNotContainPattern("5499\\d{10}").doesNotContainPattern("\\p{IsHan}");
    }

    @Test
    void whatElseIsInTheFolderStays() throws IOException {
        Path mine = Files.writeString(Files.createDirectories(folder.resolve("out")).resolve("mine.txt"), "mine");
        link(people);
        assertThat(mine).hasContent("mine");
        Files.writeString(folder.resolve("file"), "");
        assertThat(ruhu("dedupe", people.toString(), "--settings", settings.toString(), "--out", at("file")))
                .isEqualTo(2);
        assertThat(said()).contains("is a file");
    }

    @Test
    void nothingFoundEndsWithZero() throws IOException {
        Path few = Files.writeString(folder.resolve("few.csv"),
                "id,name_zh,birth_date,id_no,sex,phone\na,扎西,1990-01-02,,1,\nb,卓玛,1971-03-04,,2,\n");
        assertThat(link(few)).as(said()).isZero();
        assertThat(Files.readAllLines(folder.resolve("out/pairs.csv"))).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "`` | f.csv is empty",
        "`id,name_zh,birth_date,id_no,sex,phone\n` | has no record; there is nothing to compare",
        "`id,name_zh,birth_date,id_no,sex,phone\na,扎西,1990,,,\n` | has one record",
        "`id,name_zh,birth_date,id_no,sex,phone\na,扎西,1990,,,\na,卓玛,1990,,,\n` | line 3 has the same id as",
        "`id,name_zh,birth_date,id_no,sex,phone\n,扎西,1990,,,\nb,卓玛,1990,,,\n` | line 2 has nothing in the column id",
        "`id,name,birth_date,id_no,sex,phone\na,扎西,1990,,,\n` | name_zh",
        "`a,扎西,1990,,,\nb,卓玛,1990,,,\n` | name_zh",
        "`id,name_zh,birth_date,id_no,sex,phone\na,扎西,1990,,,,9\nb,卓玛,1990,,,\n` | line 2 has 7 fields"})
    void aBadInputEndsWithTwoAndSaysWhereWithoutNames(String csv, String says) throws IOException {
        Path file = Files.writeString(folder.resolve("f.csv"), csv);
        assertThat(link(file)).isEqualTo(2);
        assertThat(said()).contains(says).doesNotContain("Exception", "\tat ", "扎西", "卓玛");
        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "OTHER --out OUT | say with --settings S.json how",
        "PEOPLE --settings nowhere.json --out OUT | there is no file nowhere.json",
        "PEOPLE --settings PEOPLE --out OUT | not JSON",
        "PEOPLE --model SETTINGS --out OUT | is no model",
        "PEOPLE --settings SETTINGS --out OUT --truth who | who",
        "PEOPLE --settings SETTINGS --out OUT --group sex | needs --truth",
        "PEOPLE --settings SETTINGS --out OUT --automatic 1.5 | a probability between 0 and 1",
        "PEOPLE --settings SETTINGS --out OUT --automatic 0.5 --clerical 0.9 | more certain",
        "PEOPLE --settings SETTINGS --out OUT --threads 0 | from 1 to 1024",
        "PEOPLE --settings SETTINGS --out OUT --encoding klingon | not known here",
        "PEOPLE --settings SETTINGS --out OUT --delimiter ab | one character",
        "PEOPLE --settings SETTINGS --out OUT --server http://127.0.0.1:1 | either an INPUT",
        "--server http://127.0.0.1:1 --settings SETTINGS | --token-file",
        "- --against - --settings SETTINGS --out OUT | only one of the inputs",
        "PEOPLE | there is no interview in it. To link the records of another table",
        "nowhere.csv --settings SETTINGS | there is no file nowhere.csv"})
    void aWrongCommandLineEndsWithTwoAndSaysWhatWouldHelp(String line, String says) {
        String[] args = Arrays.stream(("dedupe " + line).split(" ")).map(arg -> switch (arg) {
            case "PEOPLE" -> people.toString();
            case "OTHER" -> made.resolve("other.csv").toString();
            case "SETTINGS" -> settings.toString();
            case "OUT" -> at("out");
            default -> arg;
        }).toArray(String[]::new);
        assertThat(ruhu(args)).as(said()).isEqualTo(2);
        assertThat(said()).contains(says).doesNotContain("Exception", "\tat ");
    }

    @Test
    void withTheTruthItSaysHowWellItFoundIt() throws IOException {
        assertThat(link(people, "--truth", "truth", "--group", "ethnicity")).as(said()).isOne();
        JsonNode truth = JSON.readTree(folder.resolve("out/truth.json").toFile());
        assertThat(truth.path("default").path("precision").asDouble()).isGreaterThan(0.8);
        assertThat(truth.path("default").path("recall").asDouble()).isGreaterThan(0.8);
        assertThat(truth.path("best").path("f1").asDouble())
                .isGreaterThanOrEqualTo(truth.path("default").path("f1").asDouble());
        long correct = truth.path("default").path("correct").asLong();
        assertThat(correct + truth.path("default").path("missed").asLong())
                .isEqualTo(truth.path("truePairs").asLong()).isEqualTo(truePairs());
        assertThat(truth.path("curve")).isNotEmpty();
        assertThat(said()).contains("precision 0.").contains("best F1");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("Compared with the truth")
                .contains("Errors by group");
    }

    @Test
    void whatPeopleJudgedIsLearned() throws IOException {
        link(people);
        double prior = JSON.readTree(folder.resolve("out/model.json").toFile()).path("prior").asDouble();
        StringBuilder labels = new StringBuilder("left,right,same\nnobody,noone,1\n");
        Files.readAllLines(folder.resolve("out/pairs.csv")).stream().filter(pair -> pair.contains(",clerical,"))
                .limit(40).map(pair -> pair.split(","))
                .forEach(pair -> labels.append(pair[0] + "," + pair[1] + ",0\n"));
        Path file = Files.writeString(folder.resolve("labels.csv"), labels);
        link(people, "--labels", file.toString());
        assertThat(said()).contains("40 pairs were judged by people, 0 of them the same")
                .contains("1 judged pairs are of records that are not in the input: nobody").contains("thresholds were");
        assertThat(Files.readString(folder.resolve("out/report.html"))).contains("40 pairs were judged by people");
        assertThat(JSON.readTree(folder.resolve("out/model.json").toFile()).path("prior").asDouble()).isLessThan(prior);
        Files.writeString(file, "left,right,same\na,b,maybe\n");
        assertThat(link(people, "--labels", file.toString())).isEqualTo(2);
        assertThat(said()).contains("line 2 says neither 1 nor 0");
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, -3", "1, many", "2, 1"})
    void aJudgedPairWhoseLotIsNotUnderstoodIsNamed(String sampled, String weight) throws IOException {
        link(people);
        Path file = Files.writeString(folder.resolve("labels.csv"), "left,right,same,zone,sampled,weight\na,b,1,automatic,"
                + sampled + "," + weight + "\n");
        int exit = link(people, "--labels", file.toString());
        assertThat(exit).isEqualTo(weight.equals("1") && sampled.equals("0") ? 1 : 2);
        assertThat(said()).contains(exit == 1 ? "fewer than 10 teach nothing" : "line 2");
    }

    @Test
    void judgedPairsSetAGivenModelRightAndContradictionsTeachNothing() throws IOException {
        link(people);
        Path model = Files.copy(folder.resolve("out/model.json"), folder.resolve("given.json"));
        StringBuilder labels = new StringBuilder("left,right,same,zone,sampled,weight\n");
        List<String[]> pairs = Files.readAllLines(folder.resolve("out/pairs.csv")).stream().skip(1)
                .map(pair -> pair.split(",")).filter(pair -> !pair[4].equals("reject")).toList();
        pairs.forEach(pair -> labels.append(String.join(",", pair[0], pair[1], pair[4].equals("automatic") ? "1" : "0", pair[4],
                pair[4].equals("automatic") ? "1" : "0", "1.5\n")));
        labels.append(pairs.get(0)[1] + "," + pairs.get(0)[0] + (pairs.get(0)[4].equals("automatic") ? ",0" : ",1")
                + ",automatic,1,1.5\n");
        Path file = Files.writeString(folder.resolve("labels.csv"), labels);
        assertThat(ruhu("dedupe", people.toString(), "--model", model.toString(), "--labels", file.toString(), "--automatic",
                "0.75", "--out", at("out"))).as(said()).isOne();
        assertThat(said()).contains("1 pairs were judged the same and different as well").contains("links drawn by lot");
        JsonNode taught = JSON.readTree(folder.resolve("out/model.json").toFile());
        assertThat(taught.at("/cuts/automatic").asDouble()).isCloseTo(Math.log(3) / Math.log(2), within(1e-9));
        assertThat(taught.at("/prior").asDouble()).isNotEqualTo(JSON.readTree(model.toFile()).at("/prior").asDouble());
    }

    @Test
    void interviewsAndListsOfPersonsNeedNoSettings() throws IOException {
        assertThat(ruhu("dedupe", people.toString(), "--out", at("persons"), "--truth", "truth")).as(said()).isOne();
        assertThat(ruhu("simulate", "--households", "400", "--seed", "5", "--duplicates", "0.1", "--out", at("made")))
                .isZero();
        assertThat(ruhu("dedupe", at("made/submissions.ndjson"), "--out", at("doubles"))).as(said()).isOne();
        assertThat(Files.readAllLines(folder.resolve("doubles/pairs.csv"))).hasSizeGreaterThan(20)
                .element(1).asString().contains("/members/");
    }

    private static long truePairs() throws IOException {
        Map<String, Long> records = new HashMap<>();
        Files.readAllLines(people).stream().skip(1).map(line -> line.split(",", -1)[14])
                .forEach(who -> records.merge(who, 1L, Long::sum));
        return records.values().stream().mapToLong(n -> n * (n - 1) / 2).sum();
    }

    @Test
    void recordsAreNamedByAnotherColumnOrByTheirLines() throws IOException {
        assertThat(link(people, "--id", "-")).as(said()).isOne();
        assertThat(Files.readAllLines(folder.resolve("out/clusters.csv"))).element(1).asString().startsWith("2,");
        assertThat(link(people, "--id", "nobody")).isEqualTo(2);
        assertThat(said()).contains("nobody");
    }

    @Test
    void whatSplinkLearnedIsAModel() throws IOException {
        String febrl = "src/test/resources/linkage/febrl3.csv";
        String model = "src/test/resources/splink/febrl3-trained.json";
        assertThat(ruhu("dedupe", febrl, "--model", model, "--out", at("out"))).as(said()).isOne();
        assertThat(said()).contains("the model is given");
        ObjectNode untrained = (ObjectNode) JSON.readTree(Path.of(model).toFile());
        ((ObjectNode) untrained.at("/comparisons/0/comparison_levels/1")).remove("m_probability");
        Path file = Files.writeString(folder.resolve("untrained.json"), untrained.toString());
        assertThat(ruhu("dedupe", febrl, "--model", file.toString())).isEqualTo(2);
        assertThat(said()).contains("give it with --settings to learn them here");
    }

    @Test
    void aCountyBringsItsOwnSpellings() throws IOException {
        Path words = Files.writeString(folder.resolve("words.tsv"), "bkra-shis\t-\t-\t吒施\n");
        Path two = Files.writeString(folder.resolve("two.csv"), "name,village\n扎西多吉,1\n吒施多吉,1\n卓玛,1\n");
        Path by = Files.writeString(folder.resolve("by.json"), """
                {"settings": "ruhu-linkage/1", "blocking": ["name:name-key"], "thresholds": {"clerical": 0.000001},
                 "comparisons": [{"column": "name", "kind": "person-name"}, {"column": "village", "kind": "category"}]}""");
        try {
            assertThat(ruhu("dedupe", two.toString(), "--settings", by.toString())).isZero();
            assertThat(ruhu("dedupe", two.toString(), "--settings", by.toString(), "--syllables", words.toString()))
                    .as(said()).isOne();
            Files.writeString(words, "bkra-shis\n");
            assertThat(ruhu("dedupe", two.toString(), "--settings", by.toString(), "--syllables", words.toString()))
                    .isEqualTo(2);
            assertThat(said()).contains("words.tsv");
        } finally {
            Syllables.use(Syllables.bundled());
        }
    }

    @Test
    void columnsNamesAreEnoughForAFirstTry() {
        assertThat(ruhu("dedupe", people.toString(), "--guess", "--out", at("out"))).as(said()).isOne();
        assertThat(ruhu("dedupe", people.toString(), "--settings", at("out/settings.json"), "--out", at("again")))
                .as(said()).isOne();
        assertThat(folder.resolve("again/pairs.csv")).hasSameTextualContentAs(folder.resolve("out/pairs.csv"));
    }

    private int link(Path file, String... more) {
        List<String> args = new ArrayList<>(List.of("dedupe", file.toString(), "--settings", settings.toString(),
                "--out", at("out")));
        args.addAll(List.of(more));
        return ruhu(args.toArray(String[]::new));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private int ruhu(String... args) {
        PrintStream told = new PrintStream(err, true, UTF_8);
        return Ruhu.run(new World(new ByteArrayInputStream(input), out, told, false), args);
    }

    private String said() {
        return err.toString(UTF_8);
    }
}
