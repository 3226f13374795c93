package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;

/** The files of a form as they lie on the class path. */
final class FormSource {

    private static final ObjectMapper JSON = new ObjectMapper();

    private FormSource() {}

    static Optional<JsonNode> read(String path) {
        try (InputStream stream = FormSource.class.getResourceAsStream(path)) {
            return stream == null ? Optional.empty() : Optional.of(JSON.readTree(stream));
        } catch (IOException e) {
            throw new UncheckedIOException(path, e);
        }
    }

    static String folder(FormId id) {
        return "/forms/" + id.name() + "/" + id.version() + "/";
    }

    /** JSON written with single quotes. */
    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A form of one page without texts: what a test wants to say about forms in as few words as possible.
     *
     * @param more members of the schema, added to the usual ones or in their place
     */
    static ObjectNode schema(String properties, String... more) {
        ObjectNode schema = (ObjectNode) json("""
                {'$schema': 'https://json-schema.org/draft/2020-12/schema', '$id': 'urn:ruhu:form:small:1',
                 'type': 'object', 'additionalProperties': false, 'x-checks': [],
                 'x-sections': [{'name': 'A', 'questions': ['/a']}]}""");
        schema.set("properties", json(properties));
        for (String keyword : more) {
            schema.setAll((ObjectNode) json("{" + keyword + "}"));
        }
        return schema;
    }

    static FormVersion form(String properties, String... more) {
        return FormVersion.of(schema(properties, more), Map.of(), Map.of());
    }
}
