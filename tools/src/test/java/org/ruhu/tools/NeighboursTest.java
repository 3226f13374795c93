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
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.outside.ContextSource;
import org.ruhu.forms.parameter.Parameters;
import org.ruhu.tools.lines.RawLine;

/** A village's form is compared with the households of the same file, and both with the tables. */
class NeighboursTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;
    private List<String> households;
    private String village;

    @BeforeEach
    void simulateHouseholds() throws IOException {
        Path out = folder.resolve("sim");
        assertThat(fed("", "simulate", "--households", "40", "--seed", "3", "--out", out.toString()).code()).isZero();
        households = Files.readAllLines(out.resolve("submissions.ndjson"));
        village = JSON.readTree(households.get(0)).path("unit").asText().substring(0, 12);
    }

    private record Said(int code, List<JsonNode> results, String talk) {

        List<String> codes() {
            return results.stream().map(result -> result.path("check").asText()).distinct().sorted().toList();
        }
    }

    private static Said fed(String in, String... arguments) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Ruhu.run(new World(new ByteArrayInputStream(in.getBytes(StandardCharsets.UTF_8)), out,
                new PrintStream(err, true, StandardCharsets.UTF_8), false), arguments);
        List<JsonNode> results = new ArrayList<>();
        for (String line : out.toString(StandardCharsets.UTF_8).split("\n")) {
            results.add(line.startsWith("{") ? JSON.readTree(line) : JSON.nullNode());
        }
        return new Said(code, results, err.toString(StandardCharsets.UTF_8));
    }

    /** The example of the village form, in the village of the first household. */
    private ObjectNode villageLine() throws IOException {
        JsonNode base = JSON.readTree(Catalogue.class.getResource("/forms/village-census/1.0/examples/base.json"));
        ObjectNode line = JSON.createObjectNode().put("submission", UUID.randomUUID().toString()).put("number", 1);
        line.putObject("form").put("name", "village-census").put("version", "1.0");
        line.put("campaign", "census-2026").put("unit", village + "-0000").set("answers", base.get("answers"));
        ((ObjectNode) line.get("answers")).put("v_kids", 900);
        return line;
    }

    @Test
    void aVillageIsComparedWithTheHouseholdsOfItsFile() throws IOException {
        String alone = villageLine() + "\n";
        String together = alone + String.join("\n", households) + "\n";

        assertThat(fed(alone, "validate", "-").codes()).doesNotContain("V04");
        assertThat(fed(together, "validate", "-").codes()).contains("V04");
    }

    @Test
    void onlyTheLastOfAHouseholdCounts() throws IOException {
        List<String> twice = new ArrayList<>(households);
        twice.addAll(households);
        Neighbours once = heard(households);
        Neighbours again = heard(twice);

        Catalogue.bundled().latest("village-census").ifPresent(form ->
                ContextSource.of(form).values().stream()
                        .filter(ContextSource.Gathered.class::isInstance)
                        .map(source -> ((ContextSource.Gathered) source).gather())
                        .forEach(gather -> assertThat(again.of(gather, village)).isPresent()
                                .isEqualTo(once.of(gather, village))));
    }

    private Neighbours heard(List<String> lines) {
        Neighbours neighbours = new Neighbours(Catalogue.bundled());
        Judge judge = new Judge(Catalogue.bundled(), Optional.empty(), new Outside(Map.of(),
                Parameters.bundled(), neighbours), "en");
        for (int i = 0; i < lines.size(); i++) {
            judge.hear(new RawLine(i + 1, lines.get(i).getBytes(StandardCharsets.UTF_8), false),
                    neighbours);
        }
        return neighbours;
    }

    @Test
    void tablesOfTheCommandLineComeBeforeOurs() throws IOException {
        Path table = Files.writeString(folder.resolve("mine.json"), """
                {"name":"village_incidence_max","type":"number","unit":"%","title":{"zh":"率","en":"Rate"},
                 "values":[{"area":"","from":"2000-01-01","value":0,"source":"made up","version":99}]}""");
        Path wrong = Files.writeString(folder.resolve("wrong.json"), "{\"name\":");

        assertThat(fed(villageLine() + "\n", "validate", "--parameters", table.toString(), "-").code()).isLessThan(2);
        Said said = fed(villageLine() + "\n", "validate", "--parameters", wrong.toString(), "-");
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.talk()).contains("wrong.json line 1");
    }
}
