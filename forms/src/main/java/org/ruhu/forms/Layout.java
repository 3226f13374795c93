package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.expression.Options;
import org.ruhu.forms.expression.Parser;
import org.ruhu.forms.expression.Scope;
import org.ruhu.forms.expression.Scope.Level;
import org.ruhu.forms.expression.Scope.Variable;
import org.ruhu.forms.expression.Type;

/** Where the values of a form stand: a place for every question in its row, for every roster beside the others. */
final class Layout {

    private static final int DEEPEST = 3;
    private static final long MOST_ROWS = 10_000;

    private final FormId id;
    private final Outline outline;
    private final List<String> problems;
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<String> rosters = new ArrayList<>();
    private final Map<List<String>, Options> options = new HashMap<>();
    private final Scope scope;

    /** @param problems takes a line for everything that is wrong */
    Layout(FormId id, Outline outline, List<String> problems) {
        this.id = id;
        this.outline = outline;
        this.problems = problems;
        this.scope = Scope.of(level(Optional.empty(), 0, Set.of(), 1, 0), context());
    }

    Scope scope() {
        return scope;
    }

    /** The names a question may use. */
    Scope around(Question question) {
        return question.roster().map(scope::in).orElse(scope);
    }

    /** All rosters, one that lies in another after it. */
    List<String> rosters() {
        return rosters;
    }

    /** Index of a question's value in its row. */
    int slot(String path) {
        return slots.get(path);
    }

    /**
     * @param slot  position among the rosters beside it
     * @param names questions of the rows around its rows
     * @param rows  how many of its owner there may be
     */
    private Level level(Optional<String> roster, int slot, Set<String> names, long rows, int depth) {
        Map<String, Variable> fields = new LinkedHashMap<>();
        Map<String, Level> nested = new LinkedHashMap<>();
        List<Question> questions = outline.questionsOf(roster);
        Set<String> taken = new HashSet<>(names);
        roster.ifPresent(path -> questions.forEach(question -> taken.add(question.name())));
        for (Question question : questions) {
            judgeName(question, names);
            slots.put(question.path(), fields.size() + nested.size());
            if (question.kind() == Kind.ROSTER) {
                rosters.add(question.path());
                long most = rows * outline.mostRows(question.path());
                judgeNesting(question, most, depth + 1);
                nested.put(question.name(), level(Optional.of(question.path()), nested.size(), taken, most, depth + 1));
            } else {
                fields.put(question.name(), new Variable(type(question.kind()), question.codes(), slot(question.path())));
            }
        }
        return new Level(roster.orElse(""), slot, roster.map(outline::mostRows).orElse(1), fields, nested);
    }

    private void judgeName(Question question, Set<String> names) {
        if (Parser.RESERVED.contains(question.name())) {
            problems.add(id + " " + question.path() + ": this name is a word of the expression language");
        }
        if (names.contains(question.name())) {
            problems.add(id + " " + question.path() + ": a question of a row around this one has the same name");
        }
    }

    private void judgeNesting(Question roster, long rows, int depth) {
        if (depth > DEEPEST) {
            problems.add(id + " " + roster.path() + ": rosters lie within one another " + DEEPEST + " deep at most");
        }
        if (rows > MOST_ROWS) {
            problems.add(id + " " + roster.path() + ": there may be " + rows + " rows, and " + MOST_ROWS
                    + " are the most: lower its maxItems or that of a roster around it");
        }
    }

    private Map<String, Variable> context() {
        Map<String, Variable> variables = new HashMap<>();
        for (Outside outside : outline.outside()) {
            variables.put(outside.name(), new Variable(outside.type(), List.of(), variables.size()));
        }
        return variables;
    }

    static Type type(Kind kind) {
        return switch (kind) {
            case BOOLEAN -> Type.BOOLEAN;
            case NUMBER -> Type.NUMBER;
            case TEXT, CODE -> Type.TEXT;
            case CODES -> Type.CODES;
            case DATE -> Type.DATE;
            case DATETIME -> Type.DATETIME;
            case ROSTER -> Type.NULL;
        };
    }

    /** What a choice chooses from; the same for questions with the same codes of the same list. */
    Options options(Question question) {
        List<String> key = new ArrayList<>(question.codes());
        question.codelist().ifPresent(key::add);
        return options.computeIfAbsent(key, codes -> new Options(question.codes(), columns(question)));
    }

    private Map<String, String[]> columns(Question question) {
        JsonNode list = outline.list(question.codelist());
        Map<String, Integer> positions = new HashMap<>();
        list.path("codes").forEach(code -> positions.put(code.asText(), positions.size()));
        Map<String, String[]> columns = new HashMap<>();
        list.path("columns").properties().forEach(column -> {
            JsonNode texts = column.getValue();
            if (texts.size() != positions.size() || column.getKey().equals("code")) {
                problems.add(id + " " + question.path() + ": column " + column.getKey() + " of "
                        + question.codelist().orElseThrow() + " must have a text for each code, and a name of its own");
            }
            columns.put(column.getKey(), question.codes().stream().map(code ->
                    texts.path(positions.getOrDefault(code, -1)).textValue()).toArray(String[]::new));
        });
        return columns;
    }
}
