package org.ruhu.tools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.tools.dataset.Judge;

/** {@code ruhu indicators} on a sample of a simulated district, against R's package survey on the exported files. */
class SampledIndicatorsTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    @Test
    void figuresAndIntervalsEqualThoseOfR() throws Exception {
        Path lines = folder.resolve("s/submissions.ndjson");
        ruhu("simulate", "--households", "400", "--seed", "11", "--out", folder.resolve("s").toString());
        ruhu("export", lines.toString(), "--out", folder.resolve("e").toString());
        ruhu("indicators", lines.toString(), "--out", folder.resolve("i").toString(), "--design", design().toString(),
                "--by", "county");
        Path scripts = Path.of(SampledIndicatorsTest.class.getResource("/indicator/sample.R").toURI());
        String said = Judge.r(folder, scripts.toString(), "e/households.csv", "design.csv", "e/members.csv");
        Map<String, JsonNode> figures = figures();
        List<String> expected = said.lines().toList();
        assertThat(expected).hasSizeGreaterThan(60);
        for (String line : expected) {
            String[] cells = line.split(",");
            JsonNode figure = figures.get(cells[0] + " " + cells[1]);
            same(line, figure.path("value"), cells[2]);
            same(line, figure.path("lower"), cells[3]);
            same(line, figure.path("upper"), cells[4]);
        }
    }

    private static void same(String of, JsonNode found, String expected) {
        double number = Double.parseDouble(expected);
        assertThat(found.isNumber()).as(of).isTrue();
        assertThat(found.asDouble()).as(of).isCloseTo(number, within(precise(of) * Math.max(0.1, Math.abs(number))));
    }

    /** R takes the derivatives of two figures by moving weights. */
    private static double precise(String of) {
        return of.matches("inequality.register.(lorenz|quintile).*") ? 1e-5 : 1e-8;
    }

    /** Parts of villages, one village whole and so a stratum of one; not every household, and unlike weights. */
    private Path design() throws IOException {
        List<String> design = new ArrayList<>(List.of("unit,stratum,psu,weight,fpc"));
        for (String line : Files.readAllLines(folder.resolve("s/units.ndjson"))) {
            String unit = JSON.readTree(line).path("unit").asText();
            if (!unit.endsWith("7")) {
                int weight = 5 + unit.charAt(unit.length() - 1) % 7;
                design.add(unit + "," + unit.substring(0, 6) + "," + psu(unit) + "," + weight + ",60");
            }
        }
        return Files.write(folder.resolve("design.csv"), design);
    }

    private static String psu(String unit) {
        return unit.startsWith("540302") ? "whole" : unit.substring(0, 12) + unit.charAt(unit.length() - 2);
    }

    /** Of everybody, by indicator and area. */
    private Map<String, JsonNode> figures() throws IOException {
        Map<String, JsonNode> figures = new HashMap<>();
        for (String line : Files.readAllLines(folder.resolve("i/figures.ndjson"))) {
            JsonNode figure = JSON.readTree(line);
            if (figure.path("group_by").asText().isEmpty()) {
                figures.put(figure.path("indicator").asText() + " " + figure.path("area").asText(), figure);
            }
        }
        return figures;
    }

    private void ruhu(String... args) {
        int code = Ruhu.run(new World(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8), false), args);
        assertThat(code).as(err.toString(StandardCharsets.UTF_8)).isZero();
    }
}
