package org.ruhu.tools.simulation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.IntStream;
import org.ruhu.tools.lines.InOrder;

/**
 * Writes a simulation to a folder: {@code regions.ndjson} (villages), {@code units.ndjson}, {@code submissions.ndjson},
 * {@code truth.ndjson}, and {@code attachments/} with files named by their hash.
 */
public final class SimulationFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Simulation simulation;

    public SimulationFiles(Simulation simulation) {
        this.simulation = simulation;
    }

    /** @param progress is told the number of households written */
    public void write(Path folder, int threads, LongConsumer progress) throws IOException {
        Files.createDirectories(folder.resolve("attachments"));
        for (Scribble attachment : simulation.attachments()) {
            Files.write(folder.resolve("attachments").resolve(attachment.sha256()), attachment.png());
        }
        try (OutputStream regions = open(folder, "regions.ndjson")) {
            for (Village village : simulation.villages()) {
                regions.write(line(region(village)));
            }
        }
        try (OutputStream units = open(folder, "units.ndjson");
                OutputStream submissions = open(folder, "submissions.ndjson");
                OutputStream truth = open(folder, "truth.ndjson")) {
            long[] written = {0};
            InOrder.forEach(IntStream.range(0, simulation.plan().households()).iterator(), threads,
                    index -> Encoded.of(simulation.household(index)), household -> {
                        household.writeTo(units, submissions, truth);
                        progress.accept(++written[0]);
                    });
        }
    }

    /** A line for {@code POST /api/regions}. */
    public static ObjectNode region(Village village) {
        return JSON.createObjectNode().put("code", village.code()).put("name", village.name())
                .put("nameEn", village.nameEn()).put("level", "village").put("parent", village.township())
                .put("leaf", true);
    }

    private static OutputStream open(Path folder, String name) throws IOException {
        return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name)), 1 << 18);
    }

    private static byte[] line(JsonNode json) {
        try {
            ByteArrayOutputStream line = new ByteArrayOutputStream(1 << 13);
            JSON.writeValue(line, json);
            line.write('\n');
            return line.toByteArray();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A household as bytes, so that the writing thread only writes. */
    private record Encoded(byte[] unit, byte[] submission, List<byte[]> truth) {

        static Encoded of(Household household) {
            return new Encoded(line(household.unit()), line(household.submission()),
                    household.truth().stream().map(SimulationFiles::line).toList());
        }

        void writeTo(OutputStream units, OutputStream submissions, OutputStream truths) {
            try {
                units.write(unit);
                submissions.write(submission);
                for (byte[] one : truth) {
                    truths.write(one);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
