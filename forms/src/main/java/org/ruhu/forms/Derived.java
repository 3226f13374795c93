package org.ruhu.forms;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ruhu.forms.Program.Rules;
import org.ruhu.forms.Program.Step;
import org.ruhu.forms.expression.Compiler;
import org.ruhu.forms.expression.ExpressionProblem;
import org.ruhu.forms.expression.Formula;
import org.ruhu.forms.expression.Parser;
import org.ruhu.forms.expression.Reads;
import org.ruhu.forms.expression.Scope;
import org.ruhu.forms.expression.Type;
import org.ruhu.forms.expression.Typed;
import org.ruhu.forms.expression.Values;

/** An expression that somebody else asks of interviews of a form, or of each row of one of its rosters. */
public final class Derived {

    private final FormVersion form;
    private final Type type;
    private final Formula formula;
    private final Set<String> reads;

    private Derived(FormVersion form, Typed typed, Scope scope) {
        this.form = form;
        this.type = typed.type();
        this.formula = Compiler.compile(typed.expression(), scope);
        this.reads = closure(form.program(), Reads.of(typed.expression(), scope));
    }

    /**
     * @param expression in the language of the form, outside rosters
     * @throws FormProblem when the form does not understand it
     */
    public static Derived of(FormVersion form, String expression) {
        return of(form, "", expression);
    }

    /**
     * @param roster     path of the roster whose rows are asked; empty for the whole interview
     * @param expression in the language of the form, as a question of such a row would have it
     * @throws FormProblem when the form has no such roster or does not understand the expression
     */
    public static Derived of(FormVersion form, String roster, String expression) {
        if (!roster.isEmpty() && !form.rosters().contains(roster)) {
            throw new FormProblem(List.of(form.id() + " has no roster " + roster));
        }
        Scope whole = form.program().scope();
        Scope scope = roster.isEmpty() ? whole : whole.in(roster);
        try {
            return new Derived(form, Parser.parse(expression, scope), scope);
        } catch (ExpressionProblem problem) {
            throw new FormProblem(List.of(form.id() + " '" + expression + "': " + problem));
        }
    }

    /** What kind of value it yields, in the words of {@code x-context}. */
    public String type() {
        return type.word();
    }

    /** The value on an interview of the form; a missing node when it is unknown or cannot be computed. */
    public JsonNode on(Interview interview) {
        return on(interview, "");
    }

    /**
     * The value on one row; a missing node when it is unknown or cannot be computed, or when there is no such row.
     *
     * @param row pointer such as {@code /members/0}, of the roster this was made for; empty for the whole interview
     */
    public JsonNode on(Interview interview, String row) {
        try {
            return Values.json(interview.value(formula, row));
        } catch (RuntimeException broken) {
            return MissingNode.getInstance();
        }
    }

    /** Whether it looks at what singles out a person, be it by way of a calculated question. */
    public boolean readsIdentifiers() {
        return reads(question -> question.identifier().isPresent());
    }

    /** Whether it looks at such a question, be it by way of a calculated one. */
    public boolean reads(Predicate<Question> such) {
        return reads.stream().flatMap(path -> form.question(path).stream()).anyMatch(such);
    }

    private static Set<String> closure(Program program, Set<String> direct) {
        Map<String, Step> steps = new HashMap<>();
        program.steps().forEach(step -> steps.put(step.question().path(), step));
        Set<String> all = new HashSet<>(direct);
        Deque<String> open = new ArrayDeque<>(direct);
        while (!open.isEmpty()) {
            Optional.ofNullable(steps.get(open.pop())).stream()
                    .flatMap(step -> Stream.of(step.relevant(), step.calculate()).flatMap(Optional::stream))
                    .map(Rules::reads).flatMap(Set::stream).filter(all::add).forEach(open::push);
        }
        return all;
    }
}
