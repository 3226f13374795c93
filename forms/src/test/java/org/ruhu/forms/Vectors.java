package org.ruhu.forms;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The cases that this runtime and the browser's must both pass, as they lie in {@code vectors}. */
final class Vectors {

    /** However a parser keeps a number, it is the same number. */
    static final List<ObjectMapper> PARSERS = List.of(new ObjectMapper(),
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS),
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_INTEGER_FOR_INTS));

    private Vectors() {}

    /** A case with the file it comes from, and the form it is about. */
    record Case(String name, FormVersion form, JsonNode file, JsonNode told) {

        Answers answers() {
            Map<String, String> missing = new HashMap<>();
            told.path("missing").properties().forEach(e -> missing.put(e.getKey(), e.getValue().textValue()));
            return new Answers(told.get("answers"), missing);
        }

        Context context() {
            Map<String, JsonNode> context = new HashMap<>();
            told.path("context").properties().forEach(e -> context.put(e.getKey(), e.getValue()));
            return Context.of(context);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** All cases of a folder, read by every parser. */
    static Stream<Case> in(String folder) {
        return PARSERS.stream().flatMap(parser -> files(folder).stream().flatMap(file -> cases(file, parser)));
    }

    /** The forms of the vectors and the bundled ones. */
    static List<FormVersion> forms() {
        Stream<FormVersion> ofVectors = files("/vectors/engine").stream()
                .map(file -> cases(file, PARSERS.get(0)).findFirst().orElseThrow().form());
        return Stream.concat(Catalogue.bundled().forms().stream(), ofVectors).toList();
    }

    static List<Path> files(String folder) {
        try (Stream<Path> files = Files.list(Path.of(Vectors.class.getResource(folder).toURI()))) {
            return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Stream<Case> cases(Path path, ObjectMapper parser) {
        try {
            JsonNode file = parser.readTree(path.toFile());
            FormVersion form = form(file.has("form") ? file.get("form") : file);
            return Stream.iterate(0, i -> i < file.get("cases").size(), i -> i + 1).map(i -> new Case(
                    path.getFileName() + ": " + file.at("/cases/" + i + "/says").asText(), form, file,
                    file.at("/cases/" + i)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param pieces with {@code schema}, and perhaps {@code labels} and {@code codelists} */
    static FormVersion form(JsonNode pieces) {
        ObjectNode schema = pieces.get("schema").deepCopy();
        return FormVersion.of(schema.put("$id", "urn:ruhu:form:vectors:1"),
                named(pieces.path("labels")), named(pieces.path("codelists")));
    }

    private static Map<String, JsonNode> named(JsonNode pieces) {
        Map<String, JsonNode> named = new HashMap<>();
        pieces.properties().forEach(piece -> named.put(piece.getKey(), piece.getValue()));
        return named;
    }
}
