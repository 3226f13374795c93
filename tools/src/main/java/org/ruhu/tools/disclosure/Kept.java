package org.ruhu.tools.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.ruhu.tools.CannotRun;

/**
 * A released file of people as the register keeps it: who is in it, under numbers that only the source explains, with
 * which words. A file in a folder, called after its content; it must not get out, as it tells who was drawn.
 *
 * @param rows words of the variables by person
 */
record Kept(String name, List<Told> variables, Map<Long, List<String>> rows) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String ENDING = ".ndjson.gz";

    /**
     * A variable of the file.
     *
     * @param from     column of the source
     * @param recoding what made it coarser; with {@code from} what it tells
     */
    record Told(String from, String recoding, String use, Set<String> harmless) {

        boolean is(Planned.Use other) {
            return use.equals(other.name());
        }

        boolean same(Told other) {
            return from.equals(other.from) && recoding.equals(other.recoding);
        }
    }

    /** Of a file about to be released. */
    static Kept of(Microdata data) {
        List<Told> variables = data.columns().stream().map(column -> column.planned()).map(planned -> new Told(
                planned.from(), planned.recoding().said(), planned.use().name(), planned.harmless())).toList();
        Map<Long, List<String>> rows = new LinkedHashMap<>();
        for (int row = 0; row < data.rows(); row++) {
            int at = row;
            rows.put(data.person()[row], data.columns().stream().map(column -> column.word(at)).toList());
        }
        return new Kept("", variables, rows);
    }

    /** All of a folder, by name; none if it is not there. */
    static List<Kept> in(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        if (!Files.isDirectory(folder)) {
            throw new CannotRun(folder + " is no folder; the register of released microdata is one");
        }
        List<Kept> all = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(one -> one.toString().endsWith(ENDING)).sorted().toList()) {
                all.add(read(file));
            }
        }
        return all;
    }

    private static Kept read(Path file) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            List<Told> variables = new ArrayList<>();
            for (JsonNode one : JSON.readTree(lines.readLine()).path("variables")) {
                Set<String> harmless = new HashSet<>();
                one.path("harmless").forEach(word -> harmless.add(word.asText()));
                variables.add(new Told(one.path("from").asText(), one.path("recoding").asText(),
                        one.path("use").asText(), harmless));
            }
            Map<Long, List<String>> rows = new HashMap<>();
            Map<String, String> shared = new HashMap<>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode row = JSON.readTree(line);
                List<String> words = new ArrayList<>();
                for (int i = 1; i <= variables.size(); i++) {
                    words.add(shared.computeIfAbsent(row.path(i).asText(), word -> word));
                }
                rows.put(row.path(0).longValue(), List.copyOf(words));
            }
            return new Kept(file.getFileName().toString().replace(ENDING, ""), variables, rows);
        } catch (IOException | IllegalArgumentException e) {
            throw new CannotRun(file + " is no entry of a register of released microdata");
        }
    }

    /** Puts it there; the same again changes nothing. */
    void into(Path folder) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            ObjectNode head = JSON.createObjectNode();
            for (Told one : variables) {
                ObjectNode json = head.withArray("/variables").addObject().put("from", one.from())
                        .put("recoding", one.recoding()).put("use", one.use());
                one.harmless().stream().sorted().forEach(json.putArray("harmless")::add);
            }
            out.write((head + "\n").getBytes(StandardCharsets.UTF_8));
            for (Map.Entry<Long, List<String>> row : rows.entrySet()) {
                ArrayNode line = JSON.createArrayNode().add(row.getKey());
                row.getValue().forEach(line::add);
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            }
        }
        Files.createDirectories(folder);
        Path file = folder.resolve(digest(packed.toByteArray()) + ENDING);
        Path part = folder.resolve(file.getFileName() + ".part");
        Files.write(part, packed.toByteArray());
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
