package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Row;

/** The answers outside rosters, or those of one row: as given, and as understood. */
final class Sheet {

    private final String pointer;
    private final JsonNode given;
    private final boolean[] relevant;
    private final Row row;

    /** @param line row number from 1; 0 outside rosters */
    Sheet(String pointer, JsonNode given, int width, int line) {
        this.pointer = pointer;
        this.given = given;
        this.relevant = new boolean[width];
        this.row = new Row(width, line);
    }

    String pointer() {
        return pointer;
    }

    String pointer(Step step) {
        return pointer + "/" + step.question().name();
    }

    Row row() {
        return row;
    }

    JsonNode given() {
        return given;
    }

    /** The answer as it came; a missing node when there is none, also for JSON null. */
    JsonNode given(Step step) {
        JsonNode answer = given.get(step.question().name());
        return answer == null || answer.isNull() ? MissingNode.getInstance() : answer;
    }

    boolean relevant(Step step) {
        return relevant[step.slot()];
    }

    void markRelevant(Step step) {
        relevant[step.slot()] = true;
    }
}
