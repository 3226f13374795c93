package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import org.ruhu.forms.FormVersion;
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
    private final Secret[] secrets;
    private final int[] values;
    private final Map<String, boolean[]> asked = new HashMap<>();
    private final Map<String, FormVersion> forms = new HashMap<>();
    private final BiPredicate<Revision, String> held;

    /**
     * @param variables keys first
     * @param versions  of the form, also those that ask nothing here
     */
    Table(String name, Optional<String> roster, List<Variable> variables, List<FormVersion> versions) {
        this(name, roster, variables, versions, (revision, row) -> true);
    }

    private Table(String name, Optional<String> roster, List<Variable> variables, List<FormVersion> versions,
                  BiPredicate<Revision, String> held) {
        this.held = held;
        this.name = name;
        this.roster = roster;
        this.steps = roster.map(Table::steps).orElse(List.of());
        this.variables = List.copyOf(variables);
        this.keys = (int) variables.stream().filter(variable -> variable.role() == Role.KEY).count();
        this.questions = variables.stream().map(variable -> variable.question().orElse(null)).toArray(Question[]::new);
        this.secrets = variables.stream().map(Variable::secret).toArray(Secret[]::new);
        this.values = new int[variables.size()];
        for (int i = 0; i < variables.size(); i++) {
            values[i] = variables.get(i).role() == Role.REASON ? valueOf(i) : i;
        }
        versions.forEach(form -> forms.put(form.id().version(), form));
        variables.stream().flatMap(variable -> variable.versions().stream()).distinct()
                .forEach(version -> asked.put(version, askedIn(version)));
    }

    /** The names of the rosters a row lies in, outermost first. */
    public static List<String> steps(String roster) {
        return List.of(roster.substring(1).split("/\\*/"));
    }

    /** Which column a reason column is about. */
    private int valueOf(int reason) {
        Edition edition = variables.get(reason).editions().get(0);
        for (int i = keys; i < variables.size(); i++) {
            if (variables.get(i).role() == Role.VALUE && variables.get(i).editions().contains(edition)) {
                return i;
            }
        }
        throw new IllegalStateException("a reason for nothing: " + variables.get(reason).name());
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

    /** The same with columns more, behind the others. */
    Table with(List<Added> columns) {
        FreeNames names = new FreeNames();
        List<Variable> all = new ArrayList<>(variables);
        variables.forEach(variable -> names.free(variable.name()));
        columns.forEach(column -> all.add(Variable.added(names.free(column.name()), column)));
        return new Table(name, roster, all, List.copyOf(forms.values()), held);
    }

    /** The same without rows that do not hold, nor those within them. */
    Table only(BiPredicate<Revision, String> rows) {
        return new Table(name, roster, variables, List.copyOf(forms.values()), held.and(rows));
    }

    boolean refersToLists() {
        return variables.stream().anyMatch(variable -> variable.list().isPresent());
    }

    /** Takes the rows of a revision, one after the other. */
    @FunctionalInterface
    public interface Filled {
        void take(Row row) throws IOException;
    }

    /** The rows of one revision. */
    public void rows(Revision revision, Mask mask, Filled row) throws IOException {
        rows(revision, new Relevance(revision, forms.get(revision.form().version())), mask, row);
    }

    /** @param relevance of this revision, which all its tables share */
    void rows(Revision revision, Relevance relevance, Mask mask, Filled row) throws IOException {
        boolean[] in = asked.get(revision.form().version());
        if (in != null) {
            new Filling(revision, relevance, mask, in, row).rows(revision.answers().values(), "", 0);
        }
    }

    /** One revision on its way into the table. */
    private final class Filling implements Row {

        private final Revision revision;
        private final Relevance relevance;
        private final Mask mask;
        private final boolean[] in;
        private final Filled row;
        private final List<JsonNode> cells = new ArrayList<>(variables.size());
        private final List<Integer> lines = new ArrayList<>(steps.size());
        private String place = "";

        Filling(Revision revision, Relevance relevance, Mask mask, boolean[] in, Filled row) {
            this.revision = revision;
            this.relevance = relevance;
            this.mask = mask;
            this.in = in;
            this.row = row;
        }

        void rows(JsonNode answers, String place, int depth) throws IOException {
            if (!held.test(revision, place)) {
                return;
            }
            if (depth == steps.size()) {
                this.place = place;
                fill(answers);
                row.take(this);
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

        @Override
        public List<JsonNode> cells() {
            return cells;
        }

        @Override
        public Gap gap(int column) {
            return gap(place, column);
        }

        private Gap gap(String place, int column) {
            return !in[column] || questions[column] == null ? Gap.NOT_ASKED
                    : relevance.gap(place, questions[column]);
        }

        @Override
        public Row kept() {
            String here = place;
            return new KeptRow(cells, column -> gap(here, column));
        }

        private void fill(JsonNode answers) {
            cells.clear();
            Keys.add(cells, revision, lines);
            for (int i = keys; i < questions.length; i++) {
                cells.add(cell(variables.get(i), i, answers));
            }
        }

        private JsonNode cell(Variable variable, int i, JsonNode answers) {
            return switch (variable.role()) {
                case KEY -> throw new IllegalStateException("keys stand in front");
                case VALUE -> in[i] ? shown(answers, i) : NOTHING;
                case MENTIONED -> in[i] ? mentioned(shown(answers, i), variable.code().orElseThrow()) : NOTHING;
                case REASON -> reason(answers, i);
                case ADDED -> variable.added().orElseThrow().value(revision, place);
            };
        }

        private JsonNode shown(JsonNode answers, int i) {
            JsonNode raw = answers.path(questions[i].name());
            return raw.isMissingNode() || raw.isNull() ? NOTHING : mask.shown(secrets[i], raw);
        }

        private JsonNode reason(JsonNode answers, int i) {
            int value = values[i];
            if (!in[value]) {
                return TextNode.valueOf(Gap.NOT_ASKED.code());
            }
            Optional<String> given = relevance.reason(place, questions[i]);
            if (given.isPresent()) {
                return TextNode.valueOf(given.get());
            }
            if (!revision.imputed().isEmpty() && revision.imputed().containsKey(place + "/" + questions[i].name())) {
                return TextNode.valueOf(Gap.NOT_STATED.code());
            }
            JsonNode raw = answers.path(questions[i].name());
            return raw.isMissingNode() || raw.isNull() ? TextNode.valueOf(gap(value).code()) : NOTHING;
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
