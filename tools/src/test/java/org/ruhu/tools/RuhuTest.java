package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands as somebody at a keyboard meets them. */
class RuhuTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private Path clean;
    private Path dirty;

    @BeforeEach
    void simulate() {
        clean = folder.resolve("clean/submissions.ndjson");
        dirty = folder.resolve("dirty/submissions.ndjson");
        assertThat(ruhu("simulate", "--households", "60", "--seed", "3", "--out", folder.resolve("clean").toString()))
                .isZero();
        assertThat(ruhu("simulate", "--households", "200", "--seed", "3", "--errors", "0.2", "--duplicates", "0.2",
                "--out",
                folder.resolve("dirty").toString())).isZero();
        out.reset();
        err.reset();
    }

    @Test
    void cleanInterviewsEndWithZeroAndSayNothing() {
        assertThat(ruhu("validate", clean.toString())).isZero();
        assertThat(out.size()).isZero();
        assertThat(said()).contains("60 clean");
    }

    @Test
    void findingsEndWithOneAndEachIsALineThatSaysWhereAndWhatToDo() throws IOException {
        assertThat(ruhu("validate", "--lang", "zh", dirty.toString())).isOne();
        List<JsonNode> findings = results();
        assertThat(findings).isNotEmpty().allSatisfy(finding -> {
            assertThat(finding.path("line").asLong()).isPositive();
            assertThat(finding.path("submission").asText()).hasSize(36);
            assertThat(finding.path("severity").asText()).isIn("hard", "soft");
            assertThat(finding.path("message").asText()).matches("(?s).*\\p{IsHan}.*");
        });
    }

    @Test
    void everyIdPlantedWrongIsFound() throws IOException {
        ruhu("validate", dirty.toString());
        Set<String> found = new HashSet<>();
        results().forEach(finding -> found.add(finding.path("submission").asText() + finding.path("check").asText()));
        List<JsonNode> planted = new ArrayList<>();
        for (JsonNode truth : lines(dirty.resolveSibling("truth.ndjson"))) {
            if (truth.path("mistake").asText().startsWith("id-")) {
                planted.add(truth);
            }
        }
        assertThat(planted).isNotEmpty().allMatch(truth -> found.contains(truth.path("submission").asText() + "M01"));
    }

    @Test
    void aBadLineIsReportedByNumberAndTheRestIsJudged() throws IOException {
        String good = Files.readAllLines(clean).get(0);
        in(good + "\n{\"submission\":\n\n" + good + "\n[]\n");
        assertThat(ruhu("validate", "-")).isOne();
        assertThat(results()).extracting(line -> line.path("line").asInt()).containsExactly(2, 5);
        assertThat(said()).contains("2 clean").contains("2 unreadable");
    }

    @Test
    void bareAnswersAreJudgedWhenTheFormIsNamed() throws IOException {
        ObjectNode answers = (ObjectNode) JSON.readTree(Files.readAllLines(clean).get(0)).path("answers");
        in(answers + "\n" + answers.put("hh_serial", "one") + "\n");
        assertThat(ruhu("validate", "--form", "household-census", "-")).isOne();
        assertThat(results()).extracting(line -> line.path("pointer").asText()).contains("/hh_serial");
        in(answers + "\n");
        assertThat(ruhu("validate", "-")).isOne();
        assertThat(said()).contains("1 unreadable");
    }

    @Test
    void whatAServerMaskedIsNotHeldAgainstTheInterview() throws IOException {
        StringBuilder masked = new StringBuilder();
        for (String line : Files.readAllLines(clean)) {
            ObjectNode json = (ObjectNode) JSON.readTree(line);
            ObjectNode answers = (ObjectNode) json.path("answers");
            List.of("head_name", "head_name_bo", "phone").forEach(name -> mask(answers, name));
            answers.path("members").forEach(row -> List.of("name_zh", "name_bo", "name_alias", "id_no")
                    .forEach(name -> mask((ObjectNode) row, name)));
            masked.append(json).append('\n');
        }
        in(masked.toString());
        assertThat(ruhu("validate", "-")).as("%s", out).isZero();
    }

    private static void mask(ObjectNode answers, String question) {
        if (answers.has(question)) {
            answers.put(question, "***");
        }
    }

    @Test
    void gzipOnStandardInputIsTheSame() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            Files.copy(clean, gzip);
        }
        input = packed.toByteArray();
        assertThat(ruhu("validate", "-")).isZero();
        assertThat(said()).contains("60 clean");
    }

    @Test
    void whatCannotRunEndsWithTwoAndSaysWhatWouldHelp() {
        assertThat(ruhu("validate", folder.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(said()).contains("there is no file");
        assertThat(ruhu("validate", folder.toString())).isEqualTo(2);
        assertThat(said()).contains("is a folder");
        assertThat(ruhu("validate")).isEqualTo(2);
        assertThat(said()).contains("say either a FILE");
        assertThat(ruhu("validate", "--form", "nothing", clean.toString())).isEqualTo(2);
        assertThat(said()).contains("known are household-census/1.0");
        assertThat(ruhu("validate", "--server", "http://localhost:1")).isEqualTo(2);
        assertThat(said()).contains("--token-file");
        assertThat(ruhu("nonsense")).isEqualTo(2);
        assertThat(ruhu()).isEqualTo(2);
        assertThat(ruhu("simulate", "--households", "0", "--out", folder.toString())).isEqualTo(2);
        assertThat(ruhu("simulate", "--households", "5", "--area", "11", "--out", folder.toString())).isEqualTo(2);
        assertThat(said()).contains("area: 5403").doesNotContain("Exception").doesNotContain("\tat ");
    }

    @Test
    void aTokenFileThatHoldsSomethingElseIsNotReadOut() {
        assertThat(ruhu("validate", "--server", "http://127.0.0.1:1", "--token-file", clean.toString())).isEqualTo(2);
        assertThat(said()).contains("holds no token").doesNotContain("submission");
    }

    @Test
    void helpAndVersionAreThereForEveryCommand() {
        for (String command : List.of("simulate", "validate", "export", "dedupe", "load", "sign-in")) {
            assertThat(ruhu(command, "--help")).as(command).isZero();
        }
        assertThat(ruhu("--version")).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("ruhu ");
    }

    @Test
    void anExportHasTheLatestRevisionOnly() throws IOException {
        String first = Files.readAllLines(clean).get(0);
        ObjectNode second = (ObjectNode) JSON.readTree(first);
        second.put("number", 2);
        ((ObjectNode) second.path("answers")).put("natural_village", "corrected");
        in(second + "\n" + first + "\n" + second + "\n");
        assertThat(ruhu("export", "-", "--out", folder.resolve("csv").toString())).as(said()).isZero();
        assertThat(Files.readString(folder.resolve("csv/households.csv")).lines()).hasSize(2)
                .last().asString().contains(",2,").contains("corrected");
        assertThat(folder.resolve("csv")).isDirectoryNotContaining("glob:**.part");
    }

    @Test
    void anExportLeavesBadLinesOutAndEndsWithOne() throws IOException {
        in(Files.readString(clean) + "oops\n");
        assertThat(ruhu("export", "-", "--out", folder.resolve("csv").toString())).isOne();
        assertThat(said()).contains("60 submissions").contains("1 lines left out");
    }

    @Test
    void aMaskedExportHasNoNameAndNoNumber() throws IOException {
        assertThat(ruhu("export", clean.toString(), "--mask", "--bom", "--out", folder.resolve("csv").toString()))
                .isZero();
        assertThat(Files.readString(folder.resolve("csv/members.csv"))).startsWith("\uFEFF").doesNotContain("5499");
    }

    @Test
    void aZipIsNamedAfterTheFormAndTheVersionAskedFor() {
        String zip = folder.resolve("zip").toString();
        assertThat(ruhu("export", clean.toString(), "--zip", "--out", zip)).isZero();
        assertThat(ruhu("export", clean.toString(), "--form", "household-census/1.0", "--zip", "--out", zip)).isZero();
        assertThat(folder.resolve("zip")).isDirectoryContaining("glob:**/household-census.zip")
                .isDirectoryContaining("glob:**/household-census-1.0.zip");
    }

    @Test
    void dedupeFindsEveryPersonPlantedTwiceWhoseNumberIsWhole() throws IOException {
        assertThat(ruhu("dedupe", dirty.toString())).isOne();
        Set<String> found = new HashSet<>();
        for (JsonNode group : results()) {
            assertThat(group.path("idNumber").asText()).contains("****");
            group.path("people").forEach(person ->
                    found.add(person.path("submission").asText() + person.path("pointer").asText()));
        }
        Set<String> slipped = new HashSet<>();
        Set<String> planted = new HashSet<>();
        for (JsonNode truth : lines(dirty.resolveSibling("truth.ndjson"))) {
            if (truth.path("kind").asText().equals("mistake")) {
                slipped.add(truth.path("submission").asText());
            } else if (Set.of("id-of-15-digits", "disability-card").contains(truth.path("case").asText())) {
                planted.add(truth.path("submission").asText() + truth.path("pointer").asText());
            }
        }
        planted.removeIf(place -> slipped.contains(place.substring(0, 36)));
        assertThat(planted).isNotEmpty();
        assertThat(found).containsAll(planted);
    }

    @Test
    void dedupeIsCleanWhenNobodyIsDoubleAndRevisionsOfOneInterviewAreNot() throws IOException {
        assertThat(ruhu("dedupe", clean.toString())).isZero();
        String first = Files.readAllLines(clean).get(0);
        in(first + "\n" + first.replaceFirst("\"number\":1", "\"number\":2") + "\n");
        assertThat(ruhu("dedupe", "-")).isZero();
    }

    @Test
    void dedupeSeesThroughOldNumbersAndDisabilityCards() throws IOException {
        in(interview("a", "549901850101001") + interview("b", "54990119850101001942"));
        assertThat(ruhu("dedupe", "--show", "-")).isOne();
        assertThat(results()).singleElement().satisfies(group -> {
            assertThat(group.path("idNumber").asText()).isEqualTo("549901198501010019");
            assertThat(group.path("people")).hasSize(2);
            assertThat(group.path("people").get(0).path("name").asText()).isEqualTo("扎西");
        });
    }

    private static String interview(String submission, String number) {
        return "{\"submission\":\"" + submission
                + "\",\"number\":1,\"form\":{\"name\":\"household-census\",\"version\":\"1.0\"},"
                + "\"unit\":\"u\",\"answers\":{\"members\":[{\"name_zh\":\"扎西\",\"id_no\":\"" + number + "\"}]}}\n";
    }

    private byte[] input = {};

    private void in(String text) {
        input = text.getBytes(StandardCharsets.UTF_8);
        out.reset();
        err.reset();
    }

    private int ruhu(String... args) {
        PrintStream said = new PrintStream(err, true, StandardCharsets.UTF_8);
        return Ruhu.run(new World(new ByteArrayInputStream(input), out, said, false), args);
    }

    private String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private List<JsonNode> results() throws IOException {
        return parsed(out.toString(StandardCharsets.UTF_8).lines().toList());
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        return parsed(Files.readAllLines(file));
    }

    private static List<JsonNode> parsed(List<String> lines) throws IOException {
        List<JsonNode> parsed = new ArrayList<>();
        for (String line : lines) {
            parsed.add(JSON.readTree(line));
        }
        return parsed;
    }
}
