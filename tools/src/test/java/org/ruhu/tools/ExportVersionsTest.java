package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.simulation.Plan;
import org.ruhu.tools.simulation.Simulation;

/** A file with interviews on several versions of a form. */
class ExportVersionsTest {

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void versionsAreExportedSideBySide() throws IOException {
        assertThat(export(line(0, "1.0"), line(1, "1.1"), line(2, "1.0"))).as(err.toString()).isZero();

        assertThat(table("households.csv")).hasSize(4);
        assertThat(table("households.csv").get(0)).contains(",form_version,").doesNotContain("_v1");
        assertThat(table("jobs.csv")).hasSize(2);
        assertThat(table("jobs.csv").get(1)).contains(",1.1,1,1,");
    }

    @Test
    void oneVersionCanBeChosen() throws IOException {
        assertThat(export(List.of("--form", "household-census/1.1"), line(0, "1.0"), line(1, "1.1"))).isZero();
        assertThat(table("households.csv")).hasSize(2).last().asString().contains(",1.1,");

        assertThat(export(List.of("--form", "household-census"), line(0, "1.0"), line(1, "1.1"))).isZero();
        assertThat(table("households.csv")).hasSize(3);
    }

    @Test
    void aVersionThatIsNotKnownIsLeftOutAndSaidSo() throws IOException {
        assertThat(export(line(0, "1.0"), line(1, "77.0"))).isOne();

        assertThat(err.toString(StandardCharsets.UTF_8)).contains("1 lines left out: they are for versions");
        assertThat(table("households.csv")).hasSize(2);
    }

    @Test
    void anotherFormIsNotMixedIn() {
        ObjectNode other = line(1, "1.0");
        other.putObject("form").put("name", "village-census").put("version", "1.0");

        assertThat(export(line(0, "1.0"), other)).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("choose with --form");
    }

    @Test
    void objectsOnLinesAreWrittenWhenAsked() throws IOException {
        assertThat(export(List.of("--format", "ndjson"), line(0, "1.0"), line(1, "1.1"))).isZero();

        assertThat(table("households.ndjson")).hasSize(2)
                .allSatisfy(line -> assertThat(line).startsWith("{\"submission\":"));
        assertThat(table("jobs.ndjson")).singleElement().asString().contains("\"members_row\":1,\"row\":1,");
        assertThat(export(List.of("--format", "pdf"), line(0, "1.0"))).isEqualTo(2);
    }

    private int export(ObjectNode... lines) {
        return export(List.of(), lines);
    }

    private int export(List<String> options, ObjectNode... lines) {
        StringBuilder text = new StringBuilder();
        for (ObjectNode line : lines) {
            text.append(line).append('\n');
        }
        List<String> words = new ArrayList<>(List.of("export", "-", "--out", folder.toString()));
        words.addAll(options);
        World world = new World(new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)),
                new ByteArrayOutputStream(), new PrintStream(err, true, StandardCharsets.UTF_8), false);
        return Ruhu.run(world, words.toArray(String[]::new));
    }

    private List<String> table(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }

    /** On 1.1 the first member has a job. */
    private static ObjectNode line(int household, String version) {
        ObjectNode line = new Simulation(Plan.of(9, 9, "test")).household(household).submission();
        ((ObjectNode) line.get("form")).put("version", version);
        if (version.equals("1.1")) {
            ((ObjectNode) line.at("/answers/members/0")).putArray("jobs").addObject().put("job_place", "1");
        }
        return line;
    }
}
