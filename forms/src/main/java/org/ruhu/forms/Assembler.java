package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Program.Outside;
import org.ruhu.forms.Program.Roster;
import org.ruhu.forms.Program.Rule;
import org.ruhu.forms.Program.Rules;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Compiler;
import org.ruhu.forms.expression.ExpressionProblem;
import org.ruhu.forms.expression.Parser;
import org.ruhu.forms.expression.PortablePattern;
import org.ruhu.forms.expression.Reads;
import org.ruhu.forms.expression.Scope;
import org.ruhu.forms.expression.Scope.Variable;
import org.ruhu.forms.expression.Type;
import org.ruhu.forms.expression.Typed;

/** Makes a program of an outline: gives every question its slot, parses every expression, orders the questions. */
final class Assembler {

    private static final int LONGEST_SEARCHED = 1000;

    private final FormId id;
    private final Outline outline;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> slots = new HashMap<>();
    private final List<String> rosters = new ArrayList<>();
    private final List<Outside> context = new ArrayList<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Set<String> checkCodes = new HashSet<>();
    private final Scope scope;
    private int width;

    private Assembler(FormId id, Outline outline) {
        this.id = id;
        this.outline = outline;
        Map<String, Map<String, Variable>> fields = new LinkedHashMap<>();
        Map<String, Variable> form = new HashMap<>();
        for (Question question : outline.questions().values()) {
            if (Parser.RESERVED.contains(question.name())) {
                problems.add(id + " " + question.path() + ": this name is a word of the expression language");
            }
            place(question, form, fields);
        }
        this.scope = new Scope(form, rosterScopes(fields), contextScope(), Optional.empty(), false);
    }

    /** @throws FormProblem with everything that is wrong */
    static Program program(FormId id, Outline outline) {
        return new Assembler(id, outline).program();
    }

    private Program program() {
        outline.questions().keySet().forEach(this::judgePattern);
        outline.questions().values().forEach(question -> steps.put(question.path(), step(question)));
        List<Rule> rules = outline.checks().stream().flatMap(check -> rule(check).stream()).toList();
        List<Step> ordered = new DependencyOrder(id, steps, problems).steps();
        if (!problems.isEmpty()) {
            throw new FormProblem(problems);
        }
        return new Program(scope, ordered, stepsOf(Optional.empty()), rules, rosters(), context);
    }

    /** A pattern must mean the same everywhere, and never take long. */
    private void judgePattern(String path) {
        JsonNode declared = outline.declaration(path);
        JsonNode text = declared.path("type").asText().equals("array") ? declared.path("items") : declared;
        if (!text.has("pattern")) {
            return;
        }
        try {
            boolean endless = PortablePattern.unbounded(text.path("pattern").asText());
            if (endless && text.path("maxLength").asInt(Integer.MAX_VALUE) > LONGEST_SEARCHED) {
                problems.add(id + " " + path + " pattern: it may match texts of any length, "
                        + "so maxLength must be given, " + LONGEST_SEARCHED + " at most");
            }
        } catch (IllegalArgumentException e) {
            problems.add(id + " " + path + " pattern: " + e.getMessage());
        }
    }

    private void place(Question question, Map<String, Variable> form, Map<String, Map<String, Variable>> fields) {
        Map<String, Variable> owner = question.roster().map(fields::get).orElse(form);
        int slot = question.roster().isPresent() ? owner.size() : width++;
        slots.put(question.path(), slot);
        if (question.kind() == Kind.ROSTER) {
            rosters.add(question.path());
            fields.put(question.path(), new LinkedHashMap<>());
        } else {
            owner.put(question.name(), new Variable(type(question.kind()), question.codes(), slot));
        }
    }

    private Map<String, Scope.Roster> rosterScopes(Map<String, Map<String, Variable>> fields) {
        Map<String, Scope.Roster> scopes = new HashMap<>();
        fields.forEach((path, names) -> scopes.put(path.substring(1), new Scope.Roster(rosters.indexOf(path), names)));
        return scopes;
    }

    private Map<String, Variable> contextScope() {
        Map<String, Variable> variables = new HashMap<>();
        outline.context().properties().forEach(declared -> {
            Type type = Type.valueOf(declared.getValue().path("type").asText("text").toUpperCase(Locale.ROOT));
            variables.put(declared.getKey(), new Variable(type, List.of(), context.size()));
            JsonNode standard = declared.getValue().get("default");
            context.add(new Outside(declared.getKey(), type, Optional.ofNullable(standard)));
        });
        return variables;
    }

    private static Type type(Kind kind) {
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

    private Step step(Question question) {
        Type type = type(question.kind());
        if (question.calculated() && (question.kind() == Kind.DATETIME || question.kind() == Kind.ROSTER)) {
            problems.add(id + " " + question.path() + ": a " + question.kind().word() + " cannot be calculated");
        }
        Optional<Rules> relevant = rules(question, "relevant", Type.BOOLEAN);
        Optional<Rules> calculate = rules(question, "calculate", type);
        Optional<Rules> required = question.calculated() ? Optional.empty() : rules(question, "required", Type.BOOLEAN);
        return new Step(question, type, question.roster().map(rosters::indexOf).orElse(-1),
                slots.get(question.path()), rosters.indexOf(question.path()), relevant, calculate, required,
                required.isEmpty() && outline.alwaysRequired(question.path()));
    }

    private Optional<Rules> rules(Question question, String keyword, Type type) {
        Scope here = question.roster().map(path -> scope.in(path.substring(1))).orElse(scope);
        return outline.expression(question.path(), keyword)
                .flatMap(text -> parsed(question.path() + " " + keyword, text, type, here));
    }

    private Optional<Rule> rule(Check check) {
        String where = "check " + check.code();
        if (!checkCodes.add(check.code())) {
            problems.add(id + " " + where + ": this code is taken");
        }
        int roster = check.each().map(rosters::indexOf).orElse(-1);
        if (check.each().isPresent() && roster < 0) {
            problems.add(id + " " + where + ": there is no roster " + check.each().get());
        }
        for (String path : check.refers()) {
            if (!outline.questions().containsKey(path)) {
                problems.add(id + " " + where + ": there is no question " + path + " to refer to");
            }
        }
        Scope here = roster < 0 ? scope : scope.in(rosters.get(roster).substring(1));
        return parsed(where, check.rule(), Type.BOOLEAN, here.withCounting())
                .map(rules -> new Rule(check, roster, rules));
    }

    private Optional<Rules> parsed(String where, String text, Type type, Scope here) {
        try {
            Typed typed = Parser.parse(text, here);
            typed.mustBe(type);
            return Optional.of(new Rules(typed.expression(), Compiler.compile(typed.expression(), here),
                    Reads.of(typed.expression(), here.row())));
        } catch (ExpressionProblem problem) {
            problems.add(id + " " + where + ": " + problem);
            return Optional.empty();
        }
    }

    private List<Roster> rosters() {
        List<Roster> placed = new ArrayList<>();
        for (String path : rosters) {
            placed.add(new Roster(path.substring(1), outline.mostRows(path), stepsOf(Optional.of(path))));
        }
        return placed;
    }

    private Map<String, Step> stepsOf(Optional<String> roster) {
        Map<String, Step> named = new LinkedHashMap<>();
        steps.values().stream().filter(step -> step.question().roster().equals(roster))
                .forEach(step -> named.put(step.question().name(), step));
        return named;
    }
}
