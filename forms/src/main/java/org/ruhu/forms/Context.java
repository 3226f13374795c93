package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/** What an interview is judged against besides its answers: a reference date, the poverty line, last year's income. */
public record Context(Map<String, JsonNode> values) {

    private static final Context NONE = new Context(Map.of());

    public Context {
        values = Map.copyOf(values);
    }

    public static Context of(Map<String, JsonNode> values) {
        return new Context(values);
    }

    /** Only the defaults of the form. */
    public static Context none() {
        return NONE;
    }
}
