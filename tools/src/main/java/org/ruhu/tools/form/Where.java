package org.ruhu.tools.form;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;

/**
 * From where an expression of a form's program looks at it: names in its tree become paths.
 *
 * @param row       path of the roster in whose rows the expression is judged; empty for the interview as a whole
 * @param variables paths of the rosters that quantifiers around it have bound, by variable
 */
record Where(String row, Map<String, String> variables) {

    static Where in(String row) {
        return new Where(row, Map.of());
    }

    /** Inside the body of a quantifier over rows of this roster. */
    Where binding(String variable, String roster) {
        Map<String, String> more = new HashMap<>(variables);
        more.put(variable, roster);
        return new Where(row, more);
    }

    /** Path of the question a {@code field} node names. */
    String path(JsonNode field) {
        return rows(field.path("of").asText()) + "/" + field.path("field").asText();
    }

    /** Path of the roster a {@code roster} node names. */
    String roster(JsonNode over) {
        return rows(over.path("of").asText()) + "/" + over.path("roster").asText();
    }

    /** Path of the roster whose rows a {@code line} node counts. */
    String lineOf(JsonNode line) {
        String of = line.path("line").asText();
        return of.equals("row") ? row : variables.getOrDefault(of, of);
    }

    private String rows(String of) {
        String roster = switch (of) {
            case "form" -> "";
            case "row" -> row;
            default -> variables.getOrDefault(of, of);
        };
        return roster.isEmpty() ? "" : roster + "/*";
    }
}
