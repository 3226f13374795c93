package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.dataset.Judge;

/** {@code ruhu scan} on the formats of statistics, which say what the CSV of the same export says. */
class ScanTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    private int ruhu(String... args) {
        out.reset();
        return Ruhu.run(new World(new ByteArrayInputStream(new byte[0]), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false), args);
    }

    private void export(String format, String... more) throws IOException {
        Path lines = folder.resolve("s/submissions.ndjson");
        if (!Files.exists(lines)) {
            assertThat(ruhu("simulate", "--households", "40", "--seed", "3", "--out", folder.resolve("s").toString()))
                    .isZero();
            String longer = Files.readString(lines).replaceFirst("\"natural_village\": ?\"[^\"]*\"",
                    "\"natural_village\": \"" + "村".repeat(700) + "13912345678\"");
            Files.writeString(lines, longer);
        }
        List<String> args = new ArrayList<>(List.of("export", lines.toString(), "--format", format, "--out",
                folder.resolve(format).toString()));
        args.addAll(List.of(more));
        assertThat(ruhu(args.toArray(String[]::new))).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }

    /** Row and kind of what stands in rows, a header being none. */
    private List<String> found(Path file, int headers) throws IOException {
        assertThat(ruhu("scan", file.toString())).as(err.toString(StandardCharsets.UTF_8)).isOne();
        List<String> found = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).lines().toList()) {
            JsonNode one = JSON.readTree(line);
            if (one.path("row").asLong() > headers) {
                found.add(one.path("row").asLong() - headers + " " + one.path("kind").asText());
            }
        }
        return found;
    }

    @ParameterizedTest
    @ValueSource(strings = {"sav", "dta", "parquet"})
    void aFileOfStatisticsHoldsWhatItsCsvHolds(String format) throws IOException {
        export("csv");
        export(format);
        for (String table : List.of("members", "households")) {
            List<String> expected = found(folder.resolve("csv/" + table + ".csv"), 1);
            assertThat(expected).isNotEmpty();
            assertThat(found(folder.resolve(format + "/" + table + "." + format), 0))
                    .containsExactlyInAnyOrderElementsOf(expected);
        }
    }

    /** A telephone as a number, and one in a label, as another program writes them. */
    @ParameterizedTest
    @CsvSource({"sav, write_sav", "dta, write_dta"})
    void filesOfOtherProgramsAreReadToo(String format, String write) throws Exception {
        Path script = Files.writeString(folder.resolve("w.R"), """
                if (!requireNamespace("haven", quietly = TRUE)) { cat("absent\\n"); quit() }
                d <- data.frame(n = c(1, 13912345678, NA), t = c("", "x", "549901196309100218"))
                attr(d$t, "label") <- "ask 13987654321"
                haven::%s(d, "other.%s")
                """.formatted(write, format));
        Judge.r(folder, script.toString());
        assertThat(found(folder.resolve("other." + format), 0)).containsExactly("2 phone", "3 id-18");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("\"row\":0,\"column\":2,\"kind\":\"phone\"");
    }

    @Test
    void whatIsCutOffIsNotTakenForClean() throws IOException {
        for (String format : List.of("sav", "dta", "parquet")) {
            export(format, "--mask");
            Path file = folder.resolve(format + "/members." + format);
            byte[] bytes = Files.readAllBytes(file);
            Files.write(file, Arrays.copyOf(bytes, bytes.length * 2 / 3));
            assertThat(ruhu("scan", file.toString())).as(format).isEqualTo(2);
        }
        assertThat(err.toString(StandardCharsets.UTF_8)).doesNotContain("Exception");
    }

    @Test
    void picturesAreNamedAndNotLookedInto() throws IOException {
        Path document = folder.resolve("a.docx");
        try (OutputStream file = Files.newOutputStream(document); ZipOutputStream zip = new ZipOutputStream(file)) {
            zip.putNextEntry(new ZipEntry("word/media/image1.png"));
            zip.write(new byte[] {1, 2, 3});
            zip.putNextEntry(new ZipEntry("word/media/13912345678.jpg"));
            zip.write(new byte[] {1, 2, 3});
        }
        assertThat(ruhu("scan", document.toString())).isOne();
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("not looked into: ", "a.docx!word/media/image1.png",
                "###########.jpg").doesNotContain("13912345678");
        Files.write(folder.resolve("p.jpg"), new byte[] {-1, -40, 3});
        assertThat(ruhu("scan", folder.resolve("p.jpg").toString())).isEqualTo(2);
        Files.writeString(folder.resolve("p.txt"), "%PDF-1.4 packed");
        assertThat(ruhu("scan", folder.resolve("p.txt").toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("is a picture", "is a PDF");
    }
}
