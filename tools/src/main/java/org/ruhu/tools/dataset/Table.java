package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.ruhu.forms.Question;
import org.ruhu.tools.dataset.Variable.Role;
import org.ruhu.tools.lines.Revision;

/** One file of a dataset: a row per interview, or per row of one roster. */
public final class Table {

    private static final JsonNode NOTHING = MissingNode.getInstance();

    private final String name;
    private final Optional<String> roster;
    private final List<String> steps;
    private final List<Variable> variables;
    private final int keys;
    private final Question[] questions;
    private final boolean[] identifying;
    private final Map<String, boolean[]> asked = new HashMap<>();

    /** @param variables keys first */
    Table(String name, Optional<String> roster, List<Variable> variables) {
        this.name = name;
        this.roster = roster;
        this.steps = roster.map(Table::steps).orElse(List.of());
        this.variables = List.copyOf(variables);
        this.keys = (int) variables.stream().filter(variable -> variable.role() == Role.KEY).count();
        this.questions = variables.stream().map(variable -> variable.question().orElse(null)).toArray(Question[]::new);
        this.identifying = new boolean[variables.size()];
        Set<String> versions = new HashSet<>();
        for (int i = 0; i < variables.size(); i++) {
            identifying[i] = variables.get(i).identifying();
            versions.addAll(variables.get(i).versions());
        }
        versions.forEach(version -> asked.put(version, askedIn(version)));
    }

    /** The names of the rosters a row lies in, outermost first. */
    static List<String> steps(String roster) {
        return List.of(roster.substring(1).split("/\\*/"));
    }

    private boolean[] askedIn(String version) {
        boolean[] in = new boolean[variables.size()];
        for (int i = 0; i < in.length; i++) {
            in[i] = variables.get(i).versions().contains(version);
        }
        return in;
    }

    /** File name without its ending. */
    public String name() {
        return name;
    }

    /** Path of the roster; empty for the interview itself. */
    public Optional<String> roster() {
        return roster;
    }

    /** Its columns, keys first. */
    public List<Variable> variables() {
        return variables;
    }

    boolean refersToLists() {
        return variables.stream().anyMatch(variable -> variable.list().isPresent());
    }

    /**
     * The rows of one revision, a cell for every variable: text, number, boolean, an array for several codes, missing
     * where there is nothing. One list is filled again and again, so copy what is to be kept.
     */
    public void rows(Revision revision, Mask mask, Consumer<List<JsonNode>> row) {
        boolean[] in = asked.get(revision.form().version());
        if (in != null) {
            new Filling(revision, mask, in, row).rows(revision.answers().values(), "", 0);
        }
    }

    /** One revision on its way into the table. */
    private final class Filling {

        private final Revision revision;
        private final Mask mask;
        private final boolean[] in;
        private final Consumer<List<JsonNode>> row;
        private final List<JsonNode> cells = new ArrayList<>(variables.size());
        private final List<Integer> lines = new ArrayList<>(steps.size());

        Filling(Revision revision, Mask mask, boolean[] in, Consumer<List<JsonNode>> row) {
            this.revision = revision;
            this.mask = mask;
            this.in = in;
            this.row = row;
        }

        void rows(JsonNode answers, String place, int depth) {
            if (depth == steps.size()) {
                fill(answers, place);
                row.accept(cells);
                return;
            }
            String step = steps.get(depth);
            JsonNode rows = answers.path(step);
            for (int i = 0; rows.isArray() && i < rows.size(); i++) {
                lines.add(i + 1);
                rows(rows.get(i), place + "/" + step + "/" + i, depth + 1);
                lines.remove(depth);
            }
        }

        private void fill(JsonNode answers, String place) {
            cells.clear();
            Keys.add(cells, revision, lines);
            for (int i = keys; i < questions.length; i++) {
                cells.add(in[i] ? cell(variables.get(i), i, answers, place) : NOTHING);
            }
        }

        private JsonNode cell(Variable variable, int i, JsonNode answers, String place) {
            return switch (variable.role()) {
                case KEY -> throw new IllegalStateException("keys stand in front");
                case VALUE -> shown(answers, i);
                case MENTIONED -> mentioned(shown(answers, i), variable.code().orElseThrow());
                case REASON -> reason(place, questions[i]);
            };
        }

        private JsonNode shown(JsonNode answers, int i) {
            JsonNode raw = answers.path(questions[i].name());
            return raw.isMissingNode() || raw.isNull() ? NOTHING : mask.shown(identifying[i], raw);
        }

        private JsonNode reason(String place, Question question) {
            Map<String, String> missing = revision.answers().missing();
            String reason = missing.isEmpty() ? null : missing.get(place + "/" + question.name());
            return reason == null ? NOTHING : TextNode.valueOf(reason);
        }
    }

    private static JsonNode mentioned(JsonNode codes, String code) {
        if (!codes.isArray()) {
            return NOTHING;
        }
        for (JsonNode chosen : codes) {
            if (code.equals(chosen.textValue())) {
                return BooleanNode.TRUE;
            }
        }
        return BooleanNode.FALSE;
    }
}
