package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.indicator.figure.Catalogue;
import org.ruhu.tools.indicator.figure.Indicator;

/** {@code ruhu indicators} on a simulated district, many of whose answers were taken away or made worse. */
class IndicatorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORSE = List.of("food_enough", "clothes_season", "bedding_warm", "water_inhouse");

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path lines;

    @BeforeEach
    void simulate() throws IOException {
        assertThat(ruhu("simulate", "--households", "400", "--seed", "11", "--out", folder.resolve("s").toString()))
                .isZero();
        lines = folder.resolve("lines.ndjson");
        Random random = new Random(4);
        List<String> worse = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("s/submissions.ndjson"))) {
            ObjectNode interview = (ObjectNode) JSON.readTree(line);
            worsen((ObjectNode) interview.get("answers"), random);
            if (random.nextInt(3) == 0) {
                ((ObjectNode) interview.get("form")).put("version", "1.1");
            }
            worse.add(JSON.writeValueAsString(interview));
        }
        Files.write(lines, worse);
    }

    private static void worsen(ObjectNode answers, Random random) {
        List<String> names = new ArrayList<>();
        answers.fieldNames().forEachRemaining(names::add);
        for (String name : names) {
            if (random.nextInt(150) == 0 && !name.equals("village_code")) {
                answers.remove(name);
            } else if (WORSE.contains(name) && random.nextInt(12) == 0) {
                answers.put(name, false);
            } else if (name.startsWith("exp_crop") && random.nextInt(5) == 0) {
                answers.put(name, answers.get(name).doubleValue() + random.nextInt(60_000));
            }
        }
        if (random.nextInt(8) == 0 && answers.has("water_lpd")) {
            answers.put("water_lpd", 20);
        }
        answers.path("members").forEach(member -> {
            if (random.nextInt(20) == 0) {
                ((ObjectNode) member).remove(List.of("age", "birth_date"));
            } else if (random.nextInt(20) == 0) {
                ((ObjectNode) member).put("med_ins", "5");
            } else if (member.has("school") && random.nextInt(10) == 0) {
                ((ObjectNode) member).put("school", "00").put("no_school_reason", "4");
            }
        });
    }

    @Test
    void figuresEqualThoseOfADatabaseThatReadTheExportedFiles() throws Exception {
        assertThat(ruhu("export", lines.toString(), "--out", folder.resolve("e").toString())).isZero();
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by",
                "county,hh_attr,head_sex")).as(said()).isZero();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            duck.createStatement().execute(oracle());
            ResultSet rows = duck.createStatement().executeQuery("select * from expected order by all");
            int compared = 0;
            while (rows.next()) {
                JsonNode figure = figure(rows.getString("indicator"), rows.getString("area"), rows.getString("dim"),
                        rows.getString("grp"));
                String of = figure.path("indicator").asText() + " " + rows.getString("area") + rows.getString("grp");
                double value = rows.getDouble("value");
                if (rows.wasNull()) {
                    assertThat(figure.has("value")).as(of).isFalse();
                } else {
                    assertThat(figure.path("value").asDouble()).as(of)
                            .isCloseTo(value, within(1e-8 * Math.max(1, Math.abs(value))));
                }
                assertThat(figure.path("households").asLong()).as(of).isEqualTo(rows.getLong("households"));
                compared++;
            }
            assertThat(compared).isGreaterThan(500);
        }
    }

    private JsonNode figure(String indicator, String area, String by, String group) throws IOException {
        return figures("i").stream().filter(figure -> figure.path("indicator").asText().equals(indicator)
                        && figure.path("area").asText().equals(area) && figure.path("group_by").asText().equals(by)
                        && figure.path("group").asText().equals(group))
                .findFirst().orElseThrow(() -> new AssertionError(indicator + " of " + area + " " + group));
    }

    private String oracle() throws IOException {
        try (InputStream in = IndicatorsTest.class.getResourceAsStream("/indicator/oracle.sql")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("FOLDER", folder.resolve("e").toString());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"census", "sample"})
    void theSameLinesInAnyOrderAndTwiceGiveTheSameBytes(String kind) throws IOException {
        List<String> all = new ArrayList<>(Files.readAllLines(lines));
        all.add(line("door-check", 1, "'check_date': '2021-02-01', 'problems': [" + problem("06", "6", "2021-02-11",
                "2021-02-10") + "]", ""));
        all.add(line("revisit", 2, "'q_date': '2021-03-01', 'q_listed': '1', 'q_food': true",
                "'orig_food': {'value': false}"));
        Files.write(folder.resolve("once.ndjson"), all);
        for (int times = 0; times < 30; times++) {
            all.add(all.get(13 * times));
        }
        Collections.shuffle(all, new Random(9));
        Files.write(folder.resolve("mixed.ndjson"), all);
        for (String name : List.of("once", "mixed")) {
            List<String> words = new ArrayList<>(List.of("indicators", folder.resolve(name + ".ndjson").toString(),
                    "--out", folder.resolve(name).toString(), "--by", "county,township,status", "--frame",
                    folder.resolve("s/units.ndjson").toString()));
            if (kind.equals("sample")) {
                words.addAll(List.of("--design", design().toString()));
            }
            assertThat(ruhu(words.toArray(String[]::new))).as(said()).isZero();
        }
        for (String name : List.of("figures.csv", "figures.ndjson", "report.html")) {
            assertThat(folder.resolve("mixed").resolve(name)).hasSameBinaryContentAs(folder.resolve("once")
                    .resolve(name));
        }
    }

    private Path design() throws IOException {
        List<String> design = new ArrayList<>(List.of("unit,stratum,psu,weight"));
        for (String line : Files.readAllLines(folder.resolve("s/units.ndjson"))) {
            String unit = JSON.readTree(line).path("unit").asText();
            int weight = unit.charAt(unit.length() - 1) % 7;
            design.add(unit + ",s" + unit.charAt(5) + "," + unit.substring(0, 12) + "," + weight + "." + weight);
        }
        return Files.write(folder.resolve("design.csv"), design);
    }

    @Test
    void withoutALineNobodyIsKnownToBePoorAndAGivenLineComesBeforeTheBuiltIn() throws IOException {
        Path table = Files.writeString(folder.resolve("lines.csv"),
                "area,year,value,source\n5403,2020,1000000,a decision\n540302,2020,1,another\n");
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--line",
                table.toString())).as(said()).isZero();
        assertThat(figure("poverty.register.rate", "540321", "", "").path("value").asDouble()).isOne();
        assertThat(figure("poverty.register.rate", "540302", "", "").path("value").asDouble()).isLessThan(0.5);
    }

    @Test
    void whatIsWrongInATableIsSaidWithItsLine() throws IOException {
        Path table = Files.writeString(folder.resolve("lines.csv"),
                "area,year,value,source\n,2020,4000,x\n5,2020,4000,x\n");
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--line",
                table.toString())).isEqualTo(2);
        assertThat(said()).contains("lines.csv line 3: area is empty or the first 2, 4, 6, 9 or 12 digits");
    }

    @Test
    void publishedFiguresOfFewHouseholdsHaveNeitherValueNorBase() throws IOException {
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by",
                "village,status",
                "--public", "--threshold", "12")).isZero();
        assertThat(figures("i")).anySatisfy(figure -> assertThat(figure.path("note").asText()).isEqualTo("suppressed"))
                .allSatisfy(figure -> assertThat(figure.path("households").asLong()).matches(n -> n == 0 || n >= 12));
    }

    /** Takes away from each area what is shown inside it, and from each breakdown its groups, as an outsider would. */
    @Test
    void noSmallFigureIsLeftWhenPublishedOnesAreTakenFromEachOther() throws IOException {
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by",
                "county,village,status", "--public")).as(said()).isZero();
        Map<String, long[]> rests = new TreeMap<>();
        int withheld = 0;
        for (JsonNode figure : figures("i")) {
            String area = figure.path("area").asText();
            String of = figure.path("indicator").asText() + " " + figure.path("year").asText() + " ";
            String group = figure.path("group_by").asText() + figure.path("group").asText();
            if (figure.path("note").asText().equals("suppressed")) {
                withheld += figure.path("area").asText().length() == 6 ? 0 : 1;
                continue;
            }
            long households = figure.path("households").asLong();
            rests.computeIfAbsent(of + "areas in " + area + " " + group, any -> new long[2])[0] += households;
            if (!area.isEmpty()) {
                String around = area.length() == 6 ? "" : area.substring(0, 6);
                rests.computeIfAbsent(of + "areas in " + around + " " + group, any -> new long[2])[1] += households;
            }
            if (group.isEmpty() || figure.path("group_by").asText().equals("status")) {
                rests.computeIfAbsent(of + "groups of " + area, any -> new long[2])[group.isEmpty() ? 0 : 1]
                        += households;
            }
        }
        assertThat(withheld).isGreaterThan(100);
        assertThat(rests.values().stream().filter(rest -> rest[0] > rest[1] && rest[1] > 0)).isNotEmpty();
        rests.forEach((of, rest) -> assertThat(rest[0] - rest[1]).as(of)
                .matches(left -> rest[0] == 0 || left == 0 || left >= 10));
    }

    @Test
    void resultsByEthnicityAreNotMadeOnlyWhatIsMissing() throws IOException {
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "ethnicity"))
                .isEqualTo(2);
        assertThat(said()).contains("checks of bias only");
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString())).isZero();
        assertThat(figures("i").stream().filter(figure -> figure.path("group_by").asText().equals("ethnicity"))
                .map(figure -> figure.path("indicator").asText())).containsOnly("quality.unanswered",
                        "quality.income-missing", "compliance.exit.unknown");
    }

    @Test
    void linesThatSayTheyAreNotAcceptedAreLeftOutAndSaidSo() throws IOException {
        List<String> some = new ArrayList<>(Files.readAllLines(lines).subList(0, 10));
        some.set(3, some.get(3).replaceFirst("\\{", "{\"state\":\"returned\","));
        some.set(4, some.get(4).replaceFirst("\\{", "{\"state\":\"accepted\","));
        some.add("{\"no\": \"line\"}");
        Files.write(lines, some);
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString())).isOne();
        assertThat(said()).contains("9 households,", "1 lines left out: they are not accepted",
                "1 lines left out: they are no revisions");
    }

    @Test
    void aSampleCountsByItsWeightsAndHasIntervalsAndRates() throws IOException {
        List<String> design = new ArrayList<>(List.of("unit,stratum,psu,weight,fpc"));
        for (String line : Files.readAllLines(folder.resolve("s/units.ndjson"))) {
            String unit = JSON.readTree(line).path("unit").asText();
            if (!unit.endsWith("7")) {
                design.add(unit + ",s," + unit.substring(0, 12) + ",10,200");
            }
        }
        Path table = Files.write(folder.resolve("design.csv"), design);
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--design",
                table.toString(), "--by", "county")).as(said()).isZero();
        assertThat(said()).contains("households left out: the design does not name their unit");

        JsonNode poor = figure("poverty.register.rate", "", "", "");
        assertThat(poor.path("weighted_base").asDouble()).isEqualTo(10 * poor.path("persons").asDouble());
        assertThat(poor.path("value").asDouble())
                .isBetween(poor.path("lower").asDouble(), poor.path("upper").asDouble());
        assertThat(poor.path("interval_method").asText()).isEqualTo("wilson on effective size");
        JsonNode missed = figure("rates.missed.suspected", "", "", "");
        assertThat(missed.path("upper").asDouble()).isGreaterThan(missed.path("value").asDouble());
        assertThat(missed.path("note").asText()).startsWith("limit 0.02; official ");
        assertThat(figures("i").stream().filter(figure -> figure.path("indicator").asText().endsWith(".verified")))
                .isEmpty();
        assertThat(figure("rates.incidence.suspected", "", "", "").path("value").asDouble()).isCloseTo(
                incidence(missed.path("value").asDouble(),
                        figure("rates.wrongly-exited.suspected", "", "", "").path("value").asDouble()), within(1e-9));
    }

    /** By all who were drawn and interviewed, whatever is known of them: each weighs the same. */
    private double incidence(double missed, double wronglyExited) throws IOException {
        double cases = 0;
        double persons = 0;
        for (String line : Files.readAllLines(lines)) {
            JsonNode home = JSON.readTree(line).path("answers");
            if (!JSON.readTree(line).path("unit").asText().endsWith("7")
                    && List.of("", "01", "02", "05").contains(home.path("result_code").asText())) {
                double rate = home.path("hh_attr").asText().equals("0") ? missed
                        : List.of("2", "4").contains(home.path("status").asText()) ? wronglyExited : 1;
                cases += rate * home.path("n_share").asInt();
                persons += home.path("n_share").asInt();
            }
        }
        return cases / persons;
    }

    @Test
    void problemsAndRevisitsAreFollowedAndTheFrameTellsWhoHasNoRecord() throws IOException {
        List<String> some = new ArrayList<>(Files.readAllLines(lines).subList(0, 20));
        some.add(line("door-check", 1, "'check_date': '2021-02-01', 'k_dividend': '2', 'problems': [" + String.join(",",
                problem("06", "6", "2021-02-11", "2021-02-10"), problem("06", "6", "2021-02-03", "2021-02-10"),
                problem("05", "8", "", "2021-02-10"), problem("05", "4", "", "2021-02-10")) + "]", ""));
        some.add(line("door-check", 5, "'check_date': '2021-02-01', 'k_dividend': '1'", ""));
        some.add(line("door-check", 6, "'check_date': '2021-02-01', 'k_dividend': '3'", ""));
        some.add(line("door-check", 7, "'check_date': '2021-02-01', 'k_dividend': '9'", ""));
        some.add(line("revisit", 2, "'q_date': '2021-03-01', 'q_listed': '1', 'q_type': '2', 'q_food': true, 'q_prob_fixed': '2'",
                "'orig_food': {'value': false}"));
        some.add(line("revisit", 3, "'q_date': '2021-03-01', 'q_listed': '2', 'q_type': '2', 'q_food': true", ""));
        some.add(line("revisit", 4, "'q_date': '2021-03-01', 'q_listed': '1', 'q_type': '2', 'q_food': false, 'q_prob_fixed': '1'",
                "'orig_food': {'value': false}"));
        Files.write(lines, some);
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "county",
                "--frame", folder.resolve("s/units.ndjson").toString())).as(said()).isZero();

        assertThat(valueOf("process.dividends")).isEqualTo(0.5);
        assertThat(figure("process.dividends", "", "", "").path("missing_households").asInt()).isOne();
        assertThat(valueOf("aftercheck.total")).isEqualTo(20 * 3 / 2.0);
        assertThat(valueOf("process.problems.closed")).isEqualTo(0.5);
        assertThat(valueOf("process.problems.on-time")).isEqualTo(0.5);
        assertThat(valueOf("process.problems.reopened")).isEqualTo(0.25);
        assertThat(valueOf("process.problems.days")).isEqualTo(6);
        assertThat(valueOf("process.problems.unrepaired")).isEqualTo(0.5);
        assertThat(valueOf("aftercheck.missed")).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(valueOf("aftercheck.food.gross")).isEqualTo(0.5);
        assertThat(valueOf("coverage.listed")).isEqualTo(20 / 400.0);
        assertThat(figure("process.problems.days", "", "domain", "06").path("value").asDouble()).isEqualTo(6);
    }

    @Test
    void noticesAndFundsComeFromTablesOfTheirOwn() throws IOException {
        Path notices = Files.writeString(folder.resolve("notices.csv"), """
                area,posted,removed,photo,days
                540302,2020-08-01,2020-08-08,yes,
                540302,2020-08-01,2020-08-07,yes,
                540302,2020-08-01,2020-08-09,no,
                540302,2020-08-01,2020-08-06,yes,5
                540302,2020-08-01,,yes,
                """);
        Path funds = Files.writeString(folder.resolve("funds.csv"),
                "area,year,planned,paid\n540302,2020,300,100\n540321,2020,100,100\n");
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "county",
                "--notices", notices.toString(), "--funds", funds.toString())).as(said()).isZero();
        assertThat(valueOf("process.notices")).isEqualTo(0.5);
        assertThat(figure("process.notices", "", "", "").path("missing_households").asInt()).isOne();
        assertThat(valueOf("process.funds")).isEqualTo(0.5);
        assertThat(figure("process.funds", "540302", "", "").path("weighted_base").asInt()).isEqualTo(300);

        Files.writeString(notices, "area,posted,removed,photo\n540302,2020-08-09,2020-08-01,yes\n");
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--notices",
                notices.toString())).isEqualTo(2);
        assertThat(said()).contains("notices.csv line 2: removed is not before posted");
    }

    @ParameterizedTest
    @CsvSource({"all, 3", "one, 3", "one, 0", "none, 3"})
    void fewOrNoHouseholdsOrWeightsGiveFiguresOrReasons(String which, double weight) throws IOException {
        List<String> all = Files.readAllLines(lines);
        Files.write(lines, which.equals("all") ? all : all.subList(0, which.equals("one") ? 1 : 0));
        List<String> design = new ArrayList<>(List.of("unit,stratum,psu,weight"));
        for (String line : all) {
            String unit = JSON.readTree(line).path("unit").asText();
            design.add(unit + "," + unit + ",p," + weight);
        }
        Path table = Files.write(folder.resolve("design.csv"), design);
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "village",
                "--design", table.toString())).as(said()).isZero();
        assertThat(figures("i")).allMatch(figure -> figure.has("value") || figure.has("note"));
        assertThat(figures("i").stream().filter(figure -> figure.has("value")).findAny()).matches(any ->
                any.isPresent() == !which.equals("none"));
    }

    @Test
    void teamsAreToldApartByTheirWorkAndNothingElse() throws IOException {
        List<String> some = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve("s/submissions.ndjson")).subList(0, 12)) {
            some.add(line.replace("\"number\":1", "\"number\":" + (some.size() == 3 ? 2 : 1))
                    .replaceFirst("\\{", some.size() == 4 ? "{\"findings\":[{\"severity\":\"soft\"}],"
                            : some.size() == 5 ? "{\"findings\":[]," : "{"));
        }
        ObjectNode copied = (ObjectNode) JSON.readTree(some.get(0));
        ObjectNode answers = (ObjectNode) copied.get("answers");
        answers.put("head_name", "卓玛").put("enum1_id", "one").put("enum2_id", "other").put("gps_lat", 31);
        some.add(JSON.writeValueAsString(copied.put("submission", "00000000-0000-0000-0000-000000000001")));
        Files.write(lines, some);
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "team"))
                .as(said()).isZero();
        assertThat(valueOf("quality.same-answers") * figure("quality.same-answers", "", "", "").path("households")
                .asInt()).isCloseTo(2, within(1e-8));
        assertThat(valueOf("quality.same-place")).isZero();
        assertThat(valueOf("quality.soft")).isEqualTo(0.5);
        assertThat(valueOf("quality.changed") * figure("quality.changed", "", "", "").path("households").asInt())
                .isCloseTo(1, within(1e-8));
        assertThat(figure("quality.forms-per-day", "", "team", "one + other").path("value").asInt()).isOne();
        assertThat(figures("i").stream().filter(figure -> figure.path("group_by").asText().equals("team"))
                .map(figure -> figure.path("indicator").asText())).allMatch(code -> code.startsWith("quality."));
        assertThat(Files.readString(folder.resolve("i/report.html"))).contains("one + other");
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "team",
                "--public")).isEqualTo(2);
        assertThat(said()).contains("--by team is about the staff");
    }

    private double valueOf(String indicator) throws IOException {
        return figure(indicator, "", "", "").path("value").asDouble();
    }

    private static String problem(String domain, String state, String closed, String due) {
        return "{'prob_domain': '%s', 'prob_state': '%s', 'prob_verify': '1', 'close_date': '%s', 'measures':"
                .formatted(domain, state, closed) + " [{'due_date': '2021-02-02'}, {'due_date': '%s'}]}".formatted(due);
    }

    private static String line(String form, int number, String answers, String context) {
        return """
                {'submission': '00000000-0000-0000-0000-00000000000%d', 'number': 1, 'form': {'name': '%s', 'version':
                '1.0'}, 'unit': '540302204201-0001', 'answers': {%s}, 'context': {%s}}"""
                .formatted(number, form, answers,
                context).replace('\'', '"').replace('\n', ' ');
    }

    @Test
    void theReportLoadsAndRunsNothingAndLeadsFromEveryNumberToItsDefinition() throws IOException {
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--regions",
                folder.resolve("s/regions.ndjson").toString(), "--language", "en")).as(said()).isZero();
        String report = Files.readString(folder.resolve("i/report.html"));
        assertThat(report).doesNotContain("<script", "http:", "https:", "@import")
                .doesNotContainPattern(" on[a-z]+=").contains("id=\"en\" checked")
                .contains("Poverty line of 2020: 4000 yuan (whole country)").contains("household-census 1.1 ");
        List<String> ways = Pattern.compile("href=\"#([^\"]+)\"").matcher(report).results().map(its -> its.group(1))
                .toList();
        assertThat(ways).hasSizeGreaterThan(100)
                .allSatisfy(way -> assertThat(report).contains("<dt id=\"" + way + "\">"));
        assertThat(report.split("<span lang=\"zh\">", -1)).hasSameSizeAs(report.split("<span lang=\"en\">", -1));
    }

    @Test
    void withoutAnyInterviewTheReportSaysSo() throws IOException {
        Files.write(lines, List.of());
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString())).isZero();
        assertThat(Files.readString(folder.resolve("i/report.html"))).contains("There is no interview yet");
    }

    @Test
    void everyIndicatorOfTheCatalogueIsThereForEverybody() throws IOException {
        assertThat(ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--by", "county"))
                .isZero();
        assertThat(figures("i").stream().filter(figure -> figure.path("area").asText().isEmpty())
                .map(figure -> figure.path("indicator").asText()))
                .containsAll(Catalogue.indicators().stream().map(Indicator::code)
                        .filter(code -> !code.matches("(rates|aftercheck|process\\.[^h]|coverage\\.listed).*"))
                        .toList());
    }

    private List<JsonNode> figures(String name) throws IOException {
        List<JsonNode> figures = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name).resolve("figures.ndjson"))) {
            figures.add(JSON.readTree(line));
        }
        return figures;
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private int ruhu(String... args) {
        return Ruhu.run(new World(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8), false), args);
    }
}
