package org.ruhu.tools.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Reads a line as strictly as the server does: UTF-8, one object, no key twice, not deeper than 64. Safe to share. */
public final class LineReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final ObjectReader reader = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build()
            .readerFor(JsonNode.class);

    public Line read(RawLine raw) {
        if (raw.tooLong()) {
            return new Line.Bad(raw.number(), "is longer than " + Lines.LONGEST + " bytes");
        }
        try {
            return read(raw.number(), text(raw));
        } catch (CharacterCodingException e) {
            return new Line.Bad(raw.number(), "is not UTF-8");
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return new Line.Bad(raw.number(), "is not JSON as the server takes it, near column " + column);
        }
    }

    private Line read(long number, String text) throws JsonProcessingException {
        JsonNode json = reader.readTree(text);
        if (!(json instanceof ObjectNode object)) {
            return new Line.Bad(number, "is not a JSON object");
        }
        if (text.contains("\\u0000") && holdsNul(json)) {
            return new Line.Bad(number, "holds the character U+0000");
        }
        return new Line.Good(number, object);
    }

    private static String text(RawLine raw) throws CharacterCodingException {
        CharBuffer chars = StandardCharsets.UTF_8.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(raw.bytes()));
        boolean marked = raw.number() == 1 && chars.length() > 0 && chars.charAt(0) == BYTE_ORDER_MARK;
        return (marked ? chars.subSequence(1, chars.length()) : chars).toString();
    }

    private static boolean holdsNul(JsonNode json) {
        if (json.isTextual()) {
            return json.textValue().indexOf('\0') >= 0;
        }
        for (JsonNode child : json) {
            if (holdsNul(child)) {
                return true;
            }
        }
        return json.properties().stream().anyMatch(entry -> entry.getKey().indexOf('\0') >= 0);
    }
}
