package org.ruhu.tools.form;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** On which line of a JSON text the value at a pointer begins. */
final class JsonLines {

    private final Map<String, Integer> lines = new HashMap<>();

    /** @param text well-formed JSON */
    static JsonLines of(String text) {
        JsonLines found = new JsonLines();
        try (JsonParser parser = new JsonFactory().createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token != JsonToken.END_OBJECT && token != JsonToken.END_ARRAY) {
                    found.lines.putIfAbsent(pointer(parser, token), parser.currentTokenLocation().getLineNr());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    private static String pointer(JsonParser parser, JsonToken token) {
        boolean opens = token == JsonToken.START_OBJECT || token == JsonToken.START_ARRAY;
        return (opens ? parser.getParsingContext().getParent() : parser.getParsingContext()).pathAsPointer().toString();
    }

    /** Of the value, else of the nearest that contains it. */
    Optional<Integer> line(String pointer) {
        String at = pointer;
        while (!lines.containsKey(at) && at.contains("/")) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return Optional.ofNullable(lines.get(at));
    }
}
