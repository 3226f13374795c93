package org.ruhu.tools.disclosure;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.ruhu.forms.Question;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.dataset.Cell;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.lines.Revision;

/**
 * Interviews as flat rows: a row for each person of a roster with what was said of the household beside it, or a row
 * for each interview. Columns are called as in the dataset; where a name is taken twice it is the person's.
 */
public final class Flattened {

    private static final String AREA = "area";

    private final Optional<Table> people;
    private final Map<String, Variable> described = new TreeMap<>();
    private final Map<String, Boolean> persons = new TreeMap<>();

    /** @param roster whose rows are wanted; empty for a row an interview */
    public Flattened(Dataset dataset, Optional<String> roster) {
        this.people = roster.map(name -> dataset.tables().stream()
                .filter(table -> table.roster().equals(Optional.of("/" + name))).findFirst()
                .orElseThrow(() -> new CannotRun("the form has no roster " + name + "; say another as \"roster\"")));
        note(dataset.tables().get(0), false);
        people.ifPresent(table -> note(table, true));
    }

    private void note(Table table, boolean person) {
        for (Variable variable : table.variables()) {
            described.put(variable.name(), variable);
            persons.put(variable.name(), person);
        }
    }

    /** What the form says of a column. */
    public Optional<Variable> described(String column) {
        return Optional.ofNullable(described.get(column));
    }

    /** The rows of an interview: cells of the columns, blank where there is no answer. */
    public List<List<String>> rows(Revision revision, List<String> columns) {
        JsonNode answers = revision.answers().values();
        List<List<String>> rows = new ArrayList<>();
        if (people.isEmpty()) {
            rows.add(row(revision, columns, answers));
            return rows;
        }
        for (JsonNode person : answers.path(people.get().roster().orElseThrow().substring(1))) {
            rows.add(row(revision, columns, person));
        }
        return rows;
    }

    private List<String> row(Revision revision, List<String> columns, JsonNode person) {
        List<String> cells = new ArrayList<>(columns.size());
        for (String column : columns) {
            Variable variable = described.get(column);
            if (variable == null) {
                throw new CannotRun("there is no column " + column);
            }
            cells.add(cell(revision, variable, persons.get(column) ? person : revision.answers().values()));
        }
        return cells;
    }

    private static String cell(Revision revision, Variable variable, JsonNode answers) {
        if (variable.name().equals(AREA)) {
            return revision.area();
        }
        JsonNode answer = variable.versions().contains(revision.form().version())
                ? answers.path(variable.question().map(Question::name).orElse("")) : answers.path("");
        return switch (variable.role()) {
            case VALUE -> Cell.plain(answer);
            case MENTIONED -> answer.isArray() ? mentioned(answer, variable.code().orElseThrow()) : "";
            case KEY, REASON, ADDED -> throw new CannotRun("column " + variable.name() + " is not to be had here");
        };
    }

    private static String mentioned(JsonNode codes, String code) {
        for (JsonNode chosen : codes) {
            if (code.equals(chosen.textValue())) {
                return "1";
            }
        }
        return "0";
    }
}
