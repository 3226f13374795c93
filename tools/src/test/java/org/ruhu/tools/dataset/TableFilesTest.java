package org.ruhu.tools.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.lines.Revision;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;

class TableFilesTest {

    private static final FormVersion FORM = Catalogue.bundled().form(Plan.FORM).orElseThrow();
    private static final String[] NASTY = {"=1+1", "+86", "-5", "@SUM(A1)", "\tindented", "'quoted'", "a,b",
        "say \"扎西\"", "two\nlines", "two\r\nlines", "＝full", " leading", "trailing ", "𠮷 beyond the BMP", "བཀྲ་ཤིས"};

    @TempDir
    Path folder;

    @Test
    void duckDbReadsBackAsManyHouseholdsAndMembersAsWereWritten() throws Exception {
        List<Revision> revisions = interviews();
        write(revisions, CsvFormat.PLAIN);
        int members = revisions.stream().mapToInt(r -> r.answers().values().path("members").size()).sum();
        assertThat(ask("select count(*) from households")).isEqualTo("200");
        assertThat(ask("select count(*) from members")).isEqualTo(Integer.toString(members));
        assertThat(ask("select count(*) from members m join households h using (submission)"))
                .isEqualTo(Integer.toString(members));
    }

    @Test
    void duckDbFindsTheSameSums() throws Exception {
        List<Revision> revisions = interviews();
        write(revisions, CsvFormat.PLAIN);
        for (String question : List.of("pc_net", "med_total", "gps_lat", "inc_stock")) {
            BigDecimal sum = revisions.stream().map(r -> r.answers().values().path(question).decimalValue())
                    .reduce(BigDecimal.ZERO, BigDecimal::add);
            assertThat(new BigDecimal(ask("select sum(nullif(" + question + ", '')::decimal(18,5)) from households")))
                    .as(question).isEqualByComparingTo(sum);
        }
        long able = members(revisions).filter(row -> row.path("labour").asText().equals("1")).count();
        assertThat(ask("select count(*) from members where labour = '1'")).isEqualTo(Long.toString(able));
    }

    @Test
    void oneColumnPerCodeCountsWhatTheJoinedColumnSays() throws Exception {
        List<Revision> revisions = interviews();
        write(revisions, CsvFormat.PLAIN);
        long chronic = members(revisions).filter(row -> StreamSupport.stream(row.path("health").spliterator(), false)
                .anyMatch(code -> code.asText().equals("2"))).count();
        assertThat(ask("select sum(health_2::int) from members")).isEqualTo(Long.toString(chronic));
        assertThat(ask("select count(*) from members where list_contains(string_split(health, ' '), '2')"))
                .isEqualTo(Long.toString(chronic));
        assertThat(ask("select count(*) from households where fuel_1 = '' and result_code = '01'")).isEqualTo("0");
        assertThat(ask("select count(*) from households where fuel_1 <> '' and result_code = '04'")).isEqualTo("0");
    }

    @Test
    void textsComeBackAsTheyWereOnceTheGuardIsTakenAway() throws Exception {
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < NASTY.length; i++) {
            revisions.add(interview(i, answers -> { }, "natural_village", NASTY[i]));
        }
        write(revisions, CsvFormat.PLAIN);
        List<String> read = askAll("select natural_village from households");
        assertThat(read.stream().map(text -> text.startsWith("'") ? text.substring(1) : text)).containsExactly(NASTY);
        assertThat(read).noneMatch(text -> "=+-@\t＝".indexOf(text.charAt(0)) >= 0);
    }

    @Test
    void numbersAreNeverGuarded() throws Exception {
        write(List.of(interview(1, answers -> answers.put("pc_net", -1250.5).put("net_income", -5002), "phone", "1")),
                CsvFormat.PLAIN);
        assertThat(ask("select pc_net || ' ' || net_income from households")).isEqualTo("-1250.5 -5002");
    }

    @Test
    void equalNumbersLookAlike() throws Exception {
        write(List.of(interview(1, answers -> answers.put("med_total", new BigDecimal("1000.0"))
                .put("med_reimb", new BigDecimal("1E+2")).put("land_arable", new BigDecimal("0.00"))
                .put("road_km", 2.50),
                "phone", "1")), CsvFormat.PLAIN);
        assertThat(ask("select med_total || ' ' || med_reimb || ' ' || land_arable || ' ' || road_km from households"))
                .isEqualTo("1000 100 0 2.5");
    }

    @Test
    void aNumberOfAHundredMillionZerosTakesNoRoom() throws Exception {
        write(List.of(interview(1, answers -> answers.put("med_total", new BigDecimal("1E+99999999"))
                .put("gps_lat", new BigDecimal("1E-99999999")), "phone", "1")), CsvFormat.PLAIN);
        assertThat(ask("select med_total || ' ' || gps_lat from households")).isEqualTo("1E+99999999 1E-99999999");
    }

    @Test
    void whyAnAnswerIsMissingStandsBesideItsEmptyColumn() throws Exception {
        ObjectNode line = line(1);
        ((ObjectNode) line.path("answers")).remove("debt_total");
        ((ObjectNode) line.path("missing")).put("/debt_total", "refused").put("/members/1/edu", "dont-know");
        write(List.of(Revision.of(line).orElseThrow()), CsvFormat.PLAIN);
        assertThat(ask("select debt_total || '|' || debt_total_missing from households")).isEqualTo("|refused");
        assertThat(ask("select edu_missing from members where \"row\" = '2'")).isEqualTo("dont-know");
        assertThat(ask("select edu_missing from members where \"row\" = '1'")).isEmpty();
    }

    @Test
    void answersThatDoNotFitAreWrittenAllTheSame() throws Exception {
        Revision odd = interview(1, answers -> answers.putObject("phone").put("no", "=1"), "status", "9");
        write(List.of(odd), CsvFormat.PLAIN);
        assertThat(ask("select phone || status from households")).isEqualTo("{\"no\":\"=1\"}9");
    }

    @Test
    void everyColumnIsInTheCodebookWithBothLabels() throws Exception {
        write(interviews(), CsvFormat.PLAIN);
        for (String table : List.of("households", "members")) {
            List<String> columns = Arrays.asList(lines(table + ".csv").get(0).split(","));
            assertThat(askAll("select \"column\" from codebook where file = '" + table
                    + ".csv' order by position::int"))
                    .isEqualTo(columns);
        }
        assertThat(ask("select count(*) from codebook where label_zh = '' or label_en = ''")).isEqualTo("0");
        assertThat(ask("select universe from codebook where \"column\" = 'reg_std'")).contains("hh_attr");
        assertThat(ask("select codes_en from codebook where \"column\" = 'result_code'")).contains("01 = Complete");
        assertThat(ask("select missing from codebook where \"column\" = 'debt_total'")).isEqualTo("dont-know refused");
        assertThat(ask("select unit from codebook where \"column\" = 'pc_net'")).isEqualTo("yuan");
    }

    @Test
    void excelIsToldThatItIsUtf8WhenAsked() throws Exception {
        write(interviews(), new CsvFormat(true));
        for (String file : List.of("households.csv", "members.csv", "codebook.csv")) {
            assertThat(Files.readAllBytes(folder.resolve(file))).startsWith(0xEF, 0xBB, 0xBF);
        }
    }

    @Test
    void aMaskHidesIdentifiersButNotThatTheyAreThere() throws Exception {
        Written.files(folder, Dataset.of(FORM), CsvFormat.PLAIN, Mask.IDENTIFIERS, interviews());
        assertThat(askAll("select distinct name_zh || id_no from members where id_no <> ''")).containsExactly("******");
        assertThat(Files.readString(folder.resolve("members.csv"))).doesNotContain("5499");
    }

    @Test
    void aMaskRoundsPlacesToAboutAKilometre() throws Exception {
        Written.files(folder, Dataset.of(FORM), CsvFormat.PLAIN, Mask.IDENTIFIERS, interviews());
        assertThat(askAll("select distinct length(split_part(gps_lat, '.', 2)) <= 2 and length(split_part(gps_lon, '.',"
                + " 2)) <= 2 from households where gps_lat <> ''")).containsExactly("true");
    }

    @Test
    void aZipHoldsTheSameFilesAndEqualBytesEveryTime() throws Exception {
        write(interviews(), CsvFormat.PLAIN);
        byte[] zip = zip();
        assertThat(zip()).isEqualTo(zip);
        assertThat(Zips.unpacked(zip)).containsOnlyKeys("households.csv", "members.csv", "codebook.csv")
                .allSatisfy((name, bytes) -> assertThat(folder.resolve(name)).hasBinaryContent(bytes));
    }

    @Test
    void aZipThatWasNotFinishedIsNoZip() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZippedTables tables = new ZippedTables(Dataset.of(FORM), CsvFormat.PLAIN, Mask.NONE, out)) {
            tables.add(interviews().get(0));
        }
        Path half = Files.write(folder.resolve("half.zip"), out.toByteArray());
        assertThat(Zips.opens(half)).isFalse();
    }

    private byte[] zip() throws IOException {
        return Written.zip(Dataset.of(FORM), CsvFormat.PLAIN, interviews());
    }

    private void write(List<Revision> revisions, CsvFormat format) throws IOException {
        Written.files(folder, Dataset.of(FORM), format, Mask.NONE, revisions);
    }

    private static List<Revision> interviews() {
        return IntStream.range(0, 200).mapToObj(i -> Revision.of(line(i)).orElseThrow()).toList();
    }

    private static Stream<JsonNode> members(List<Revision> revisions) {
        return revisions.stream()
                .flatMap(r -> StreamSupport.stream(r.answers().values().path("members").spliterator(), false));
    }

    private static ObjectNode line(int household) {
        return new Simulation(Plan.of(200, 9, "test")).household(household).submission();
    }

    private static Revision interview(int household, Consumer<ObjectNode> change, String question,
                                      String text) {
        ObjectNode line = line(household);
        ObjectNode answers = (ObjectNode) line.path("answers");
        change.accept(answers);
        if (!answers.path(question).isObject()) {
            answers.put(question, text);
        }
        return Revision.of(line).orElseThrow();
    }

    private List<String> lines(String file) throws IOException {
        return Files.readString(folder.resolve(file), StandardCharsets.UTF_8).lines().collect(Collectors.toList());
    }

    private String ask(String question) throws SQLException {
        return duck().ask(question);
    }

    private List<String> askAll(String question) throws SQLException {
        return duck().askAll(question);
    }

    private Duck duck() {
        return new Duck(folder, "households.csv", "members.csv", "codebook.csv");
    }
}
