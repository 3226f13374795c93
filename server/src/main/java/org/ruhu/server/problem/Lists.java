package org.ruhu.server.problem;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;

/** Which forms hold a problem list: a roster whose {@code x-question} opens problems. */
final class Lists {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String PROBLEM = "problem";

    /** @param line question of a row that numbers it, if the form has one; else its place counts */
    record ProblemList(String roster, Optional<String> line) {}

    private final Catalogue catalogue;
    private final Map<FormId, Optional<ProblemList>> known = new ConcurrentHashMap<>();

    Lists(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    Optional<ProblemList> in(FormId form) {
        return known.computeIfAbsent(form, this::look);
    }

    private Optional<ProblemList> look(FormId id) {
        return catalogue.form(id).flatMap(form -> {
            JsonNode properties = form.schema().path("properties");
            return properties.properties().stream()
                    .filter(entry -> entry.getValue().at("/x-question/opens").asText().equals(PROBLEM)).findFirst()
                    .map(entry -> new ProblemList(entry.getKey(), line(entry.getValue().at("/items/properties"))));
        });
    }

    private static Optional<String> line(JsonNode questions) {
        return questions.properties().stream()
                .filter(entry -> entry.getValue().at("/x-question/widget").asText().equals("line-number"))
                .map(Map.Entry::getKey).findFirst();
    }

    /** Rows by their numbers, from 1. A row without a number, or with one that another has, takes the next that is free. */
    static Map<Integer, Integer> lines(ProblemList list, JsonNode rows) {
        Map<Integer, Integer> lines = new TreeMap<>();
        List<Integer> unnumbered = new ArrayList<>();
        for (int row = 0; row < rows.size(); row++) {
            int own = list.line().map(rows.get(row)::path).filter(JsonNode::canConvertToInt).map(JsonNode::intValue)
                    .filter(line -> line >= 1 && line <= ProblemId.HIGHEST).orElse(0);
            if (rows.get(row).isObject() && (own == 0 || lines.putIfAbsent(own, row) != null)) {
                unnumbered.add(row);
            }
        }
        for (int row : unnumbered) {
            IntStream.concat(IntStream.rangeClosed(row + 1, ProblemId.HIGHEST), IntStream.rangeClosed(1, row))
                    .filter(line -> !lines.containsKey(line)).findFirst().ifPresent(line -> lines.put(line, row));
        }
        return lines;
    }

    /** The form of a stored revision, without reading its answers. */
    static FormId form(byte[] revision) {
        try (JsonParser parser = JSON.createParser(revision)) {
            String name = "";
            String version = "";
            while (version.isEmpty() && parser.nextToken() != null) {
                if (parser.currentToken() == JsonToken.VALUE_STRING && parser.getParsingContext().getParent() != null
                        && "form".equals(parser.getParsingContext().getParent().getCurrentName())) {
                    name = parser.currentName().equals("name") ? parser.getText() : name;
                    version = parser.currentName().equals("version") ? parser.getText() : version;
                }
            }
            return new FormId(name, version);
        } catch (IOException e) {
            throw new UncheckedIOException("a stored revision is not readable: " + e.getClass().getSimpleName(), e);
        }
    }
}
