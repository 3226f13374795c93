package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;

/**
 * What someone answered: the JSON as given, untouched, and the reasons for what was not answered.
 *
 * @param values  any JSON; an object if it fits its form
 * @param missing JSON pointer -> {@code dont-know} or {@code refused}
 */
public record Answers(JsonNode values, Map<String, String> missing) {

    public Answers {
        missing = Map.copyOf(missing);
    }
}
