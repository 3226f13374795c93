package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ruhu.forms.Kind;
import org.ruhu.forms.Question;
import org.ruhu.tools.dataset.Variable.Role;
import org.ruhu.tools.lines.Revision;

/**
 * One file of a dataset: a row per interview, or per row of one roster.
 *
 * @param name   file name without its ending
 * @param roster path of the roster; empty for the interview itself
 */
public record Table(String name, Optional<String> roster, List<Variable> variables) {

    private static final List<String> KEYS =
            List.of("submission", "number", "campaign", "unit", "area", "received_at");

    static Table of(String name, Optional<String> roster, List<Question> questions) {
        Columns columns = new Columns();
        KEYS.forEach(key -> columns.add(key, Role.KEY, Optional.empty(), Optional.empty()));
        roster.ifPresent(path -> columns.add("row", Role.KEY, Optional.empty(), Optional.empty()));
        questions.forEach(columns::add);
        return new Table(name, roster, List.copyOf(columns.variables));
    }

    List<String> header() {
        return variables.stream().map(Variable::name).toList();
    }

    /** The rows of one revision; one list is filled again and again, so copy what is to be kept. */
    void rows(Revision revision, Mask mask, Consumer<List<String>> row) {
        List<String> cells = new ArrayList<>(variables.size());
        if (roster.isEmpty()) {
            fill(cells, revision, 0, revision.answers().values(), "", mask);
            row.accept(cells);
            return;
        }
        JsonNode rows = revision.answers().values().path(roster.get().substring(1));
        for (int i = 0; rows.isArray() && i < rows.size(); i++) {
            fill(cells, revision, i + 1, rows.get(i), roster.get() + "/" + i, mask);
            row.accept(cells);
        }
    }

    private void fill(List<String> cells, Revision revision, int line, JsonNode answers, String place, Mask mask) {
        cells.clear();
        addKeys(cells, revision, line);
        JsonNode raw = MissingNode.getInstance();
        JsonNode shown = raw;
        for (int i = cells.size(); i < variables.size(); i++) {
            Variable variable = variables.get(i);
            Question question = variable.question().orElseThrow();
            if (variable.role() == Role.VALUE) {
                raw = answers.path(question.name());
                shown = raw.isMissingNode() || raw.isNull() ? raw : mask.shown(question, raw);
                cells.add(Cell.of(shown));
            } else if (variable.role() == Role.MENTIONED) {
                cells.add(mentioned(shown, variable.code().orElseThrow()));
            } else {
                cells.add(reason(revision, place, question));
            }
        }
    }

    private void addKeys(List<String> cells, Revision revision, int line) {
        cells.add(Cell.guarded(revision.submission()));
        cells.add(Integer.toString(revision.number()));
        cells.add(Cell.guarded(revision.campaign()));
        cells.add(Cell.guarded(revision.unit()));
        cells.add(Cell.guarded(revision.area()));
        cells.add(Cell.guarded(revision.receivedAt()));
        if (roster.isPresent()) {
            cells.add(Integer.toString(line));
        }
    }

    private static String mentioned(JsonNode codes, String code) {
        if (!codes.isArray()) {
            return "";
        }
        for (JsonNode chosen : codes) {
            if (code.equals(chosen.textValue())) {
                return "1";
            }
        }
        return "0";
    }

    private static String reason(Revision revision, String place, Question question) {
        if (revision.answers().missing().isEmpty()) {
            return "";
        }
        return Cell.guarded(revision.answers().missing().getOrDefault(place + "/" + question.name(), ""));
    }

    /** Collects columns; a name that is taken gets underscores until it is free. */
    private static final class Columns {

        private final List<Variable> variables = new ArrayList<>();
        private final Set<String> taken = new HashSet<>();

        void add(Question question) {
            Optional<Question> of = Optional.of(question);
            add(question.name(), Role.VALUE, of, Optional.empty());
            if (question.kind() == Kind.CODES) {
                question.codes().forEach(code -> add(question.name() + "_" + code, Role.MENTIONED, of,
                        Optional.of(code)));
            }
            if (!question.nonresponse().isEmpty()) {
                add(question.name() + "_missing", Role.REASON, of, Optional.empty());
            }
        }

        void add(String wanted, Role role, Optional<Question> question, Optional<String> code) {
            String name = wanted;
            while (!taken.add(name)) {
                name += "_";
            }
            variables.add(new Variable(name, role, question, code));
        }
    }
}
