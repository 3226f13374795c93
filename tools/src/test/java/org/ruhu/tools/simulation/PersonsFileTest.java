package org.ruhu.tools.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PersonsFileTest {

    private static final Simulation DISTRICT = new Simulation(new Plan(1500, 8, "5403", 0.1, 0.1, "test"));

    @TempDir
    Path folder;

    @Test
    void everyoneInAnInterviewIsALineAndNobodyElse() throws IOException {
        List<String> expected = new ArrayList<>();
        DISTRICT.forEach(2, household -> {
            JsonNode submission = household.submission();
            int line = 0;
            for (JsonNode row : submission.path("answers").path("members")) {
                expected.add(String.join(",", submission.path("submission").asText() + "/members/" + ++line,
                        row.path("name_zh").asText(), row.path("name_bo").asText(), row.path("sex").asText(),
                        row.path("birth_date").asText(), row.path("id_no").asText(),
                        submission.path("answers").path("phone").asText(), row.path("ethnic").asText(),
                        row.path("rel").asText(), household.unit().path("area").asText(),
                        submission.path("unit").asText(), household.unit().path("address").asText(),
                        submission.path("answers").path("register_no").asText()));
            }
        });
        List<String> lines = write("persons.csv", 2);
        assertThat(lines.get(0)).isEqualTo("id,name_zh,name_bo,sex,birth_date,id_no,phone,ethnicity,relation,village,"
                + "household,address,register_no,parents,truth,case,case_with");
        assertThat(lines.subList(1, lines.size()).stream()
                .map(line -> line.replaceFirst("(,[^,]*){4}$", ""))).isEqualTo(expected);
    }

    @Test
    void aboutAsManyLinesAsAskedForAreSomebodyAgain() throws IOException {
        Set<String> people = new HashSet<>();
        List<String> lines = write("persons.csv", 1);
        long again = lines.stream().skip(1).filter(line -> !people.add(line.split(",")[14])).count();
        assertThat(again / (lines.size() - 1.0)).isBetween(0.08, 0.12);
    }

    @Test
    void aPackedFileHoldsTheSameInAnyNumberOfThreads() throws IOException {
        write("persons.csv", 1);
        new PersonsFile(DISTRICT).write(folder.resolve("persons.csv.gz"), 3, done -> { });
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(folder.resolve("persons.csv.gz")))) {
            assertThat(new String(packed.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo(Files.readString(folder.resolve("persons.csv")));
        }
    }

    private List<String> write(String name, int threads) throws IOException {
        long persons = new PersonsFile(DISTRICT).write(folder.resolve(name), threads, done -> { });
        List<String> lines = Files.readAllLines(folder.resolve(name));
        assertThat(lines).hasSize((int) persons + 1);
        return lines;
    }
}
