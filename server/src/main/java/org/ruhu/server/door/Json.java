package org.ruhu.server.door;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * JSON as it comes in from outside, read strictly: well-formed UTF-8, one value and nothing behind it, no member twice,
 * no NUL, no half of a surrogate pair, at most {@value #MAX_DEPTH} levels, numbers that a double can hold. What passes
 * means the same to every reader and can be stored and sent again; everything else is a {@link Refusal}.
 */
public final class Json {

    static final int MAX_DEPTH = 64;
    private static final int MAX_NUMBER_CHARS = 400;
    private static final int MAX_NAME_CHARS = 500;
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final JsonFactory OUTSIDE = factory(MAX_DEPTH);
    /** Documents of ours hold what was taken from outside some levels deeper. */
    private static final JsonFactory OWN = factory(2 * MAX_DEPTH);

    private Json() {}

    /** Reads one value sent from outside. */
    public static JsonNode read(byte[] utf8) {
        return read(utf8, 0, utf8.length);
    }

    public static JsonNode read(byte[] utf8, int from, int length) {
        return read(OUTSIDE, decode(utf8, from, length));
    }

    private static JsonNode read(JsonFactory factory, char[] text) {
        try (JsonParser parser = factory.createParser(text)) {
            if (parser.nextToken() == null) {
                throw unreadable("The body is empty; send one JSON value");
            }
            JsonNode value = value(parser);
            if (parser.nextToken() != null) {
                throw unreadable("Send one JSON value and nothing behind it" + at(parser.currentTokenLocation()));
            }
            return value;
        } catch (JsonEOFException e) {
            throw unreadable("The JSON is cut off" + at(e.getLocation()) + "; send it again whole");
        } catch (StreamConstraintsException e) {
            throw unreadable("At most %d levels, %d characters in a number and %d in a name are taken"
                    .formatted(MAX_DEPTH, MAX_NUMBER_CHARS, MAX_NAME_CHARS));
        } catch (JsonProcessingException e) {
            throw unreadable("This is not JSON" + at(e.getLocation()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Bytes of a value made here. */
    public static byte[] bytes(Object value) {
        try {
            return MAPPER.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot write " + value.getClass().getSimpleName(), e);
        }
    }

    static JsonNode tree(Object value) {
        return MAPPER.valueToTree(value);
    }

    /** Text of a value made here. */
    public static String text(JsonNode value) {
        return new String(bytes(value), StandardCharsets.UTF_8);
    }

    public static ObjectNode own(String stored) {
        return own(stored.getBytes(StandardCharsets.UTF_8));
    }

    /** Reads what the server itself wrote. */
    public static ObjectNode own(byte[] stored) {
        try {
            if (read(OWN, decode(stored, 0, stored.length)) instanceof ObjectNode object) {
                return object;
            }
        } catch (Refusal e) {
            throw new IllegalStateException("a stored document is damaged", e);
        }
        throw new IllegalStateException("a stored document is not an object");
    }

    public static ObjectNode object() {
        return NODES.objectNode();
    }

    private static JsonFactory factory(int depth) {
        return JsonFactory.builder().streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(depth)
                .maxNumberLength(MAX_NUMBER_CHARS).maxNameLength(MAX_NAME_CHARS).build()).build();
    }

    private static char[] decode(byte[] utf8, int from, int length) {
        try {
            CharBuffer chars = StandardCharsets.UTF_8.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(utf8, from, length));
            char[] text = new char[chars.remaining()];
            chars.get(text);
            return text;
        } catch (CharacterCodingException e) {
            throw unreadable("The body is not UTF-8; send JSON as UTF-8");
        }
    }

    private static JsonNode value(JsonParser parser) throws IOException {
        return switch (parser.currentToken()) {
            case START_OBJECT -> members(parser);
            case START_ARRAY -> elements(parser);
            case VALUE_STRING -> NODES.textNode(text(parser, parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_TRUE -> NODES.booleanNode(true);
            case VALUE_FALSE -> NODES.booleanNode(false);
            case VALUE_NULL -> NODES.nullNode();
            default -> throw unreadable("This is not JSON" + at(parser.currentLocation()));
        };
    }

    private static ObjectNode members(JsonParser parser) throws IOException {
        ObjectNode object = NODES.objectNode();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = text(parser, parser.currentName());
            JsonLocation where = parser.currentTokenLocation();
            parser.nextToken();
            if (object.replace(name, value(parser)) != null) {
                throw unreadable("A member is given twice" + at(where) + "; send each once");
            }
        }
        return object;
    }

    private static ArrayNode elements(JsonParser parser) throws IOException {
        ArrayNode array = NODES.arrayNode();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            array.add(value(parser));
        }
        return array;
    }

    private static String text(JsonParser parser, String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                throw unreadable("A text holds the character NUL" + at(parser.currentTokenLocation()));
            }
            if (Character.isSurrogate(c)) {
                if (Character.isHighSurrogate(c) && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1))) {
                    i++;
                } else {
                    throw unreadable("A text holds half a character" + at(parser.currentTokenLocation()));
                }
            }
        }
        return text;
    }

    private static JsonNode number(JsonParser parser) throws IOException {
        if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
            return switch (parser.getNumberType()) {
                case INT -> NODES.numberNode(parser.getIntValue());
                case LONG -> NODES.numberNode(parser.getLongValue());
                default -> {
                    BigInteger whole = parser.getBigIntegerValue();
                    inRange(parser, whole.doubleValue(), whole.signum());
                    yield NODES.numberNode(whole);
                }
            };
        }
        try {
            BigDecimal decimal = parser.getDecimalValue();
            inRange(parser, decimal.doubleValue(), decimal.signum());
            return DecimalNode.valueOf(decimal);
        } catch (NumberFormatException e) {
            throw outOfRange(parser);
        }
    }

    private static void inRange(JsonParser parser, double nearest, int sign) {
        if (Double.isInfinite(nearest) || (nearest == 0 && sign != 0)) {
            throw outOfRange(parser);
        }
    }

    private static Refusal outOfRange(JsonParser parser) {
        return unreadable("A number is too large or too small" + at(parser.currentTokenLocation()));
    }

    private static String at(JsonLocation where) {
        return " at line %d, column %d".formatted(where.getLineNr(), where.getColumnNr());
    }

    private static Refusal unreadable(String detail) {
        return new Refusal(Refusal.Kind.UNREADABLE_JSON, detail);
    }
}
