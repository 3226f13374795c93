package org.ruhu.tools.lines;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads a line as strictly as the server does: UTF-8, one object, no key twice, no NUL, no half of a surrogate pair, not
 * deeper than 64. Safe to share.
 */
public final class LineReader {

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final char REPLACEMENT = '\uFFFD';
    /** Bytes in UTF-8 hold none: it has to be written out. */
    private static final Pattern HALF = Pattern.compile("\\\\u[dD][89a-fA-F]");

    private final ObjectReader reader = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).build())
                    .disable(JsonFactory.Feature.CHARSET_DETECTION)
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
            return read(raw, text(raw));
        } catch (CharacterCodingException e) {
            return new Line.Bad(raw.number(), "is not UTF-8");
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            return new Line.Bad(raw.number(), "is not JSON as the server takes it, near column " + column);
        }
    }

    private Line read(RawLine raw, String text) throws JsonProcessingException {
        JsonNode json = json(raw, text);
        if (!(json instanceof ObjectNode object)) {
            return new Line.Bad(raw.number(), "is not a JSON object");
        }
        if (text.contains("\\u0000") && holds(json, LineReader::nul)) {
            return new Line.Bad(raw.number(), "holds the character U+0000");
        }
        if (text.contains("\\u") && HALF.matcher(text).find() && holds(json, LineReader::half)) {
            return new Line.Bad(raw.number(), "holds half of a surrogate pair");
        }
        return new Line.Good(raw.number(), object);
    }

    /** Bytes are read a third faster than text, but their parser counts columns in bytes. */
    private JsonNode json(RawLine raw, String text) throws JsonProcessingException {
        try {
            return reader.readTree(raw.bytes());
        } catch (IOException e) {
            return reader.readTree(text);
        }
    }

    /** What stands for bytes that are none may stand in the line itself, so only then they are looked at closely. */
    private static String text(RawLine raw) throws CharacterCodingException {
        String text = new String(raw.bytes(), StandardCharsets.UTF_8);
        if (text.indexOf(REPLACEMENT) >= 0) {
            StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(raw.bytes()));
        }
        boolean marked = raw.number() == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return marked ? text.substring(1) : text;
    }

    private static boolean holds(JsonNode json, Predicate<String> letter) {
        if (json.isTextual()) {
            return letter.test(json.textValue());
        }
        for (JsonNode child : json) {
            if (holds(child, letter)) {
                return true;
            }
        }
        return json.properties().stream().anyMatch(entry -> letter.test(entry.getKey()));
    }

    private static boolean nul(String text) {
        return text.indexOf('\0') >= 0;
    }

    private static boolean half(String text) {
        return text.codePoints().anyMatch(letter ->
                letter >= Character.MIN_SURROGATE && letter <= Character.MAX_SURROGATE);
    }
}
