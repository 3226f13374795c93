package org.ruhu.tools.imputation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** Rows of answers, by pointer. */
final class Rows {

    private Rows() {}

    /** Pointers of all rows of a roster; the empty pointer alone outside rosters. */
    static List<String> of(JsonNode answers, String roster) {
        List<String> rows = new ArrayList<>();
        add(rows, answers, roster.isEmpty() ? List.of() : List.of(roster.substring(1).split("/\\*/")), 0, "");
        return rows;
    }

    private static void add(List<String> rows, JsonNode at, List<String> steps, int depth, String pointer) {
        if (depth == steps.size()) {
            if (at.isObject()) {
                rows.add(pointer);
            }
            return;
        }
        JsonNode roster = at.path(steps.get(depth));
        for (int i = 0; roster.isArray() && i < roster.size(); i++) {
            add(rows, roster.get(i), steps, depth + 1, pointer + "/" + steps.get(depth) + "/" + i);
        }
    }

    static ObjectNode at(JsonNode answers, String row) {
        return (ObjectNode) answers.at(row);
    }

    static boolean lacks(JsonNode row, String question) {
        return row.path(question).isMissingNode() || row.path(question).isNull();
    }
}
