package org.ruhu.forms;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The JSON-Schema-Test-Suite (draft2020-12, its own licence beside it), and cases of ours written the same way. */
final class Suite {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);
    private static final Path SUITE = folder("/json-schema-test-suite/draft2020-12");
    private static final Path OURS = folder("/conformance");

    /** There formats only describe; here they decide, as {@code optional/format} expects. */
    private static final Set<String> OTHER_RULES = Set.of("format.json");

    private Suite() {}

    private static Path folder(String name) {
        try {
            return Path.of(Suite.class.getResource(name).toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One value and whether it fits. */
    record Case(Path file, String group, String says, JsonNode schema, JsonNode value, boolean valid) {

        /** Where a reader finds it. */
        String place() {
            return file + ": " + group + ": " + says;
        }

        /** Keywords its schema uses, at any depth. */
        Set<String> keywords() {
            Set<String> keywords = new TreeSet<>();
            collect(schema, keywords);
            return keywords;
        }

        private static void collect(JsonNode schema, Set<String> keywords) {
            schema.fieldNames().forEachRemaining(keywords::add);
            schema.path("properties").forEach(property -> collect(property, keywords));
            if (schema.has("items")) {
                collect(schema.get("items"), keywords);
            }
        }
    }

    /** Required and optional cases; ours after them. */
    static List<Case> cases() {
        List<Case> cases = new ArrayList<>(in(SUITE));
        cases.addAll(in(OURS));
        return cases;
    }

    /** The cases of one file of the suite, such as {@code maxLength.json}; none when there is no such file. */
    static List<Case> about(String file) {
        Path path = SUITE.resolve(file);
        return Files.exists(path) ? read(SUITE, path) : List.of();
    }

    /** What the suite has files about, in order. */
    static Set<String> names(String folder) {
        try (Stream<Path> files = Files.list(SUITE.resolve(folder))) {
            Set<String> names = new TreeSet<>();
            files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".json"))
                    .forEach(name -> names.add(name.substring(0, name.length() - ".json".length())));
            return names;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Case> in(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted()
                    .filter(file -> !OTHER_RULES.contains(folder.relativize(file).toString()))
                    .flatMap(file -> read(folder, file).stream()).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Case> read(Path folder, Path file) {
        List<Case> cases = new ArrayList<>();
        try {
            for (JsonNode group : JSON.readTree(file.toFile())) {
                group.path("tests").forEach(test -> cases.add(new Case(folder.relativize(file),
                        group.path("description").asText(), test.path("description").asText(), group.path("schema"),
                        test.path("data"), test.path("valid").booleanValue())));
            }
            return cases;
        } catch (IOException e) {
            throw new UncheckedIOException(file.toString(), e);
        }
    }
}
