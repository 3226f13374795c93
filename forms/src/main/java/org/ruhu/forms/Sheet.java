package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.ruhu.forms.Program.Level;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Row;

/** The answers outside rosters, or those of one row: as given, and as understood. Sheets of rows hang below. */
final class Sheet {

    private static final Sheet[][] NO_ROSTERS = {};

    private final Level level;
    private final String pointer;
    private final JsonNode given;
    private final Optional<Sheet> around;
    private final boolean[] relevant;
    private final Row row;
    private final Sheet[][] rosters;
    private boolean asked = true;

    private Sheet(Level level, String pointer, JsonNode given, Optional<Sheet> around, Row row) {
        this.level = level;
        this.pointer = pointer;
        this.given = given;
        this.around = around;
        this.relevant = new boolean[level.steps().size()];
        this.row = row;
        this.rosters = level.rosters().isEmpty() ? NO_ROSTERS : new Sheet[level.rosters().size()][];
        level.rosters().forEach(this::open);
    }

    /** All answers, with the rows of every roster. */
    static Sheet form(Level form, JsonNode given) {
        return new Sheet(form, "", given, Optional.empty(), Row.form(form.steps().size(), form.rosters().size()));
    }

    private void open(Level roster) {
        JsonNode listed = given.path(roster.name());
        int count = listed.isArray() ? Math.min(listed.size(), roster.mostRows()) : 0;
        Sheet[] sheets = new Sheet[count];
        Row[] rows = new Row[count];
        String place = pointer + "/" + roster.name() + "/";
        for (int i = 0; i < count; i++) {
            rows[i] = row.row(roster.steps().size(), roster.rosters().size(), i + 1);
            sheets[i] = new Sheet(roster, place + i, listed.get(i), Optional.of(this), rows[i]);
        }
        rosters[roster.slot()] = sheets;
        row.hang(roster.slot(), rows);
    }

    Level level() {
        return level;
    }

    String pointer() {
        return pointer;
    }

    String pointer(Step step) {
        return pointer + "/" + step.question().name();
    }

    /** The row around this one, or the form; empty for the form itself. */
    Optional<Sheet> around() {
        return around;
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

    /** Rows of a roster as given, asked or not. */
    Sheet[] rows(int roster) {
        return rosters[roster];
    }

    boolean relevant(Step step) {
        return relevant[step.slot()];
    }

    void markRelevant(Step step) {
        relevant[step.slot()] = true;
    }

    /** Whether anything in this row is asked at all. */
    boolean asked() {
        return asked;
    }

    /** The roster is not asked: nobody sees its rows. */
    void close(int roster) {
        row.close(roster);
        for (Sheet sheet : rosters[roster]) {
            sheet.asked = false;
        }
    }
}
