package org.ruhu.server.store;

import java.util.Map;

/**
 * A document as it is written.
 *
 * @param key    at most 200 characters; begins with the area code where there is one, so that an area is one range
 * @param body   JSON, UTF-8; the store never looks into it
 * @param values what the indexes see, by field name: {@link String}, {@link Long}, or for a multi index a list of String
 */
public record Document(String key, byte[] body, Map<String, Object> values) {

    public Document {
        values = Map.copyOf(values);
    }
}
