package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ruhu.forms.FormVersion;

/** A small form without a flaw, to be spoiled by tests. JSON may be written with single quotes. */
final class Garden {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, ObjectNode> files = new LinkedHashMap<>();

    Garden() {
        for (String name : new String[] {"form", "labels.zh", "labels.en", "labels.bo"}) {
            try (InputStream in = Garden.class.getResourceAsStream("/form/garden/" + name + ".json")) {
                files.put(name, (ObjectNode) JSON.readTree(in));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Puts a value where a pointer says, {@code null} removes; a last step {@code -} adds to an array. */
    Garden with(String file, String pointer, String value) {
        int last = pointer.lastIndexOf('/');
        String name = pointer.substring(last + 1).replace("~1", "/");
        JsonNode owner = files.computeIfAbsent(file, f -> JSON.createObjectNode()).at(pointer.substring(0, last));
        if (owner instanceof ObjectNode object && value.equals("null")) {
            object.remove(name);
        } else if (owner instanceof ObjectNode object) {
            object.set(name, json(value));
        } else {
            ((ArrayNode) owner).add(json(value));
        }
        return this;
    }

    /** A further question on the first page, with a text. */
    Garden asking(String name, String question) {
        return with("form", "/properties/" + name, question).with("form", "/x-sections/0/questions/-", "'/" + name + "'")
                .with("labels.zh", "/questions/~1" + name, "{'label': '" + name + "'}")
                .with("labels.en", "/questions/~1" + name, "{'label': '" + name + "'}");
    }

    /** A further check, with a message that says what to do. */
    Garden checking(String code, String rule) {
        with("form", "/x-checks/-", "{'code': '" + code + "', 'severity': 'hard', 'refers': []}");
        JsonNode checks = files.get("form").path("x-checks");
        ((ObjectNode) checks.path(checks.size() - 1)).put("rule", rule);
        return with("labels.zh", "/checks/" + code, "'不对：改正'").with("labels.en", "/checks/" + code, "'Wrong: correct it'");
    }

    Path writtenTo(Path folder) {
        try {
            for (Map.Entry<String, ObjectNode> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey() + ".json");
                Files.createDirectories(path.getParent());
                Files.writeString(path, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(file.getValue()));
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    FormVersion version() {
        return FormVersion.of(files.get("form"), Map.of("zh", files.get("labels.zh"), "en", files.get("labels.en"),
                "bo", files.get("labels.bo")), Map.of());
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
