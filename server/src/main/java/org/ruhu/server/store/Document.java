package org.ruhu.server.store;

import java.util.List;
import java.util.Map;

/**
 * A document as it is written.
 *
 * @param key    1 to 200 characters; begins with the area code where there is one, so that an area is one range
 * @param body   JSON, UTF-8; the store never looks into it
 * @param values what the indexes see, by field name: {@link String}, {@link Long}, or for a multi index a list of String.
 *               A document is in an index if it has a value for each of its fields.
 */
public record Document(String key, byte[] body, Map<String, Object> values) {

    static final int LONGEST_KEY = 200;

    public Document {
        if (key.isEmpty() || key.length() > LONGEST_KEY) {
            throw new IllegalArgumentException("a key has 1 to " + LONGEST_KEY + " characters, not " + key.length());
        }
        requireText(key);
        values = Map.copyOf(values);
        values.values().forEach(Document::requireValue);
    }

    private static void requireValue(Object value) {
        if (value instanceof String text) {
            requireText(text);
        } else if (value instanceof List<?> list) {
            list.forEach(Document::requireListed);
        } else if (!(value instanceof Long)) {
            throw new IllegalArgumentException("an index value is a String, a Long or a list of String, not a "
                    + value.getClass().getName());
        }
    }

    private static void requireListed(Object value) {
        if (!(value instanceof String text)) {
            throw new IllegalArgumentException("a list of index values holds String only");
        }
        requireText(text);
    }

    /** Half a surrogate pair has no UTF-8, and NUL ends a text for some databases. */
    private static void requireText(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean pair = Character.isHighSurrogate(c) && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1));
            if (c == 0 || Character.isSurrogate(c) && !pair) {
                throw new IllegalArgumentException("a key or index value is not text at character " + i);
            }
            i += pair ? 1 : 0;
        }
    }
}
