package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.forms.Program.Level;
import org.ruhu.forms.Program.Rule;
import org.ruhu.forms.Program.Rules;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Compiler;
import org.ruhu.forms.expression.Expression.ContextValue;
import org.ruhu.forms.expression.ExpressionProblem;
import org.ruhu.forms.expression.Parser;
import org.ruhu.forms.expression.PortablePattern;
import org.ruhu.forms.expression.Reads;
import org.ruhu.forms.expression.Scope;
import org.ruhu.forms.expression.Type;
import org.ruhu.forms.expression.Typed;

/** Makes a program of an outline: parses every expression in its place, orders the questions. */
final class Assembler {

    private static final int LONGEST_SEARCHED = 1000;

    private final FormId id;
    private final Outline outline;
    private final Inserts inserts;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Step> steps = new LinkedHashMap<>();
    private final Set<String> checkCodes = new HashSet<>();
    private final Layout layout;

    private Assembler(FormId id, Outline outline, Inserts inserts) {
        this.id = id;
        this.outline = outline;
        this.inserts = inserts;
        this.layout = new Layout(id, outline, problems);
    }

    /** @throws FormProblem with everything that is wrong */
    static Program program(FormId id, Outline outline, Inserts inserts) {
        return new Assembler(id, outline, inserts).program();
    }

    private Program program() {
        outline.questions().keySet().forEach(this::judgePattern);
        outline.questions().values().forEach(question -> steps.put(question.path(), step(question)));
        List<Rule> rules = outline.checks().stream().flatMap(check -> rule(check).stream()).toList();
        List<Step> ordered = new DependencyOrder(id, steps, problems).steps();
        if (!problems.isEmpty()) {
            throw new FormProblem(problems);
        }
        List<Level> rosters = new ArrayList<>();
        Level form = level(Optional.empty(), 0, rosters);
        List<Step> offering = ordered.stream()
                .filter(step -> step.offered().isPresent() || step.rows().isPresent()).toList();
        return new Program(layout.scope(), ordered, offering, form, List.copyOf(rosters), rules, outline.outside());
    }

    /** @param all takes this roster and those in it, one that lies in another after it */
    private Level level(Optional<String> roster, int slot, List<Level> all) {
        Map<String, Step> named = new LinkedHashMap<>();
        List<Level> nested = new ArrayList<>();
        int index = roster.map(layout.rosters()::indexOf).orElse(-1);
        Level level = new Level(roster.orElse(""), index, slot, roster.map(outline::mostRows).orElse(1), named, nested);
        roster.ifPresent(path -> all.add(level));
        for (Question question : outline.questionsOf(roster)) {
            Step step = steps.get(question.path());
            named.put(question.name(), step);
            if (step.opensRoster()) {
                nested.add(level(Optional.of(question.path()), step.opens(), all));
            }
        }
        return level;
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

    private Step step(Question question) {
        Type type = Layout.type(question.kind());
        if (question.calculated() && (question.kind() == Kind.DATETIME || question.kind() == Kind.ROSTER)) {
            problems.add(id + " " + question.path() + ": a " + question.kind().word() + " cannot be calculated");
        }
        Optional<Rules> relevant = rules(question, "relevant", Type.BOOLEAN);
        Optional<Rules> calculate = rules(question, "calculate", type);
        Optional<Rules> required = question.calculated() ? Optional.empty() : rules(question, "required", Type.BOOLEAN);
        return new Step(question, type, question.roster().map(layout.rosters()::indexOf).orElse(-1),
                layout.slot(question.path()), opens(question), relevant, calculate, required,
                required.isEmpty() && outline.alwaysRequired(question.path()),
                new Offering(outline, layout, this::parsed, this::complain).of(question),
                rules(question, "rows", Type.NUMBER), shows(question));
    }

    private int opens(Question question) {
        return question.kind() != Kind.ROSTER ? -1 : (int) outline.questionsOf(question.roster()).stream()
                .takeWhile(other -> !other.equals(question)).filter(other -> other.kind() == Kind.ROSTER).count();
    }

    private Optional<Rules> rules(Question question, String keyword, Type type) {
        return outline.expression(question.path(), keyword)
                .flatMap(text -> parsed(question.path() + " " + keyword, text, type, layout.around(question)));
    }

    private Map<String, Rules> shows(Question question) {
        Map<String, Rules> shows = new LinkedHashMap<>();
        for (String insert : inserts.of(question.path(), what -> complain(question.path(), what))) {
            parsed(question.path() + " text {{" + insert + "}}", insert, Type.NULL, layout.around(question))
                    .filter(rules -> named(rules, question.path(), insert))
                    .ifPresent(rules -> shows.put(insert, rules));
        }
        return shows;
    }

    private boolean named(Rules rules, String path, String insert) {
        boolean pointInTime = rules.expression() instanceof ContextValue value && outline.outside().stream()
                .anyMatch(outside -> outside.name().equals(value.name()) && outside.type() == Type.DATETIME);
        boolean shown = !pointInTime && Inserts.isName(rules.expression());
        if (!shown) {
            complain(path, "text {{" + insert + "}}: only a question, or a value from outside that is no point in time");
        }
        return shown;
    }

    private void complain(String path, String what) {
        problems.add(id + " " + path + " " + what);
    }

    private Optional<Rule> rule(Check check) {
        String where = "check " + check.code();
        if (!checkCodes.add(check.code())) {
            problems.add(id + " " + where + ": this code is taken");
        }
        int roster = check.each().map(layout.rosters()::indexOf).orElse(-1);
        if (check.each().isPresent() && roster < 0) {
            problems.add(id + " " + where + ": there is no roster " + check.each().get());
        }
        for (String path : check.refers()) {
            if (!outline.questions().containsKey(path)) {
                problems.add(id + " " + where + ": there is no question " + path + " to refer to");
            }
        }
        Scope here = roster < 0 ? layout.scope() : layout.scope().in(check.each().orElseThrow());
        return parsed(where, check.rule(), Type.BOOLEAN, here.withCounting())
                .map(rules -> new Rule(check, roster, rules));
    }

    private Optional<Rules> parsed(String where, String text, Type type, Scope here) {
        try {
            Typed typed = Parser.parse(text, here);
            typed.mustBe(type);
            return Optional.of(new Rules(typed.expression(), Compiler.compile(typed.expression(), here),
                    Reads.of(typed.expression(), here)));
        } catch (ExpressionProblem problem) {
            problems.add(id + " " + where + ": " + problem);
            return Optional.empty();
        }
    }
}
