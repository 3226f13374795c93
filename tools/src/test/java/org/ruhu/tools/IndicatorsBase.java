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
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** {@code ruhu indicators} on a simulated district, many of whose answers were taken away or made worse. */
abstract class IndicatorsBase {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> WORSE = List.of("food_enough", "clothes_season", "bedding_warm", "water_inhouse");

    final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    Path folder;

    Path lines;

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

    JsonNode figure(String indicator, String area, String by, String group) throws IOException {
        return figures("i").stream().filter(figure -> figure.path("indicator").asText().equals(indicator)
                        && figure.path("area").asText().equals(area) && figure.path("group_by").asText().equals(by)
                        && figure.path("group").asText().equals(group))
                .findFirst().orElseThrow(() -> new AssertionError(indicator + " of " + area + " " + group));
    }

    double valueOf(String indicator) throws IOException {
        return figure(indicator, "", "", "").path("value").asDouble();
    }

    static String problem(String domain, String state, String closed, String due) {
        return "{'prob_domain': '%s', 'prob_state': '%s', 'prob_verify': '1', 'close_date': '%s', 'measures':"
                .formatted(domain, state, closed) + " [{'due_date': '2021-02-02'}, {'due_date': '%s'}]}".formatted(due);
    }

    static String line(String form, int number, String answers, String context) {
        return """
                {'submission': '00000000-0000-0000-0000-00000000000%d', 'number': 1, 'form': {'name': '%s', 'version':
                '1.0'}, 'unit': '540302204201-0001', 'answers': {%s}, 'context': {%s}}"""
                .formatted(number, form, answers,
                context).replace('\'', '"').replace('\n', ' ');
    }

    List<JsonNode> figures(String name) throws IOException {
        List<JsonNode> figures = new ArrayList<>();
        for (String line : Files.readAllLines(folder.resolve(name).resolve("figures.ndjson"))) {
            figures.add(JSON.readTree(line));
        }
        return figures;
    }

    String said() {
        return err.toString(StandardCharsets.UTF_8);
    }

    int ruhu(String... args) {
        return Ruhu.run(new World(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream(),
                new PrintStream(err, true, StandardCharsets.UTF_8), false), args);
    }
}
