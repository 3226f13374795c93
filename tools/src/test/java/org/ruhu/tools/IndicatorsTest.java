package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.indicator.figure.Catalogue;
import org.ruhu.tools.indicator.figure.Indicator;

/** Figures, samples and reports of {@code ruhu indicators}. */
class IndicatorsTest extends IndicatorsBase {

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
}
