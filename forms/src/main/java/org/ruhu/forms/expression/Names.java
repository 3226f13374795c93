package org.ruhu.forms.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.ruhu.forms.expression.Expression.Column;
import org.ruhu.forms.expression.Expression.Field;
import org.ruhu.forms.expression.Expression.Line;
import org.ruhu.forms.expression.Expression.RosterName;
import org.ruhu.forms.expression.Scope.Level;
import org.ruhu.forms.expression.Scope.Variable;

/** What the names in one expression stand for: in its row, the rows around it, the form, or behind a variable. */
final class Names {

    /** An expression that may look at more rows than these would make a tablet wait. */
    private static final long MOST_ROWS = 10_000_000;

    private final Scope scope;
    private final Map<String, Level> bound = new HashMap<>();
    private long rows;

    Names(Scope scope) {
        this.scope = scope;
        this.rows = scope.rows().stream().mapToLong(Level::mostRows).reduce(1, (a, b) -> a * b);
    }

    /** A roster and what its rows hold. */
    record Over(RosterName roster, Level level) {}

    Typed context(Token name) {
        Variable variable = scope.context().get(name.text());
        if (variable == null) {
            throw new ExpressionProblem(name.at(), "the form declares no context value $" + name.text());
        }
        return new Typed(new Expression.ContextValue(name.text()), variable.type(), variable.codes(), name.at());
    }

    /** The question a bare name stands for. */
    Typed question(Token name) {
        Level level = scope.holding(name.text());
        if (level == scope.form() && bound.containsKey(name.text())) {
            throw new ExpressionProblem(name.at(), "write " + name.text() + ".question: a row itself has no value");
        }
        return question(level, scope.of(level), name);
    }

    /** The question behind {@code form.}, {@code choice.} or a variable. */
    Typed question(Token owner, Token name) {
        if (owner.is(Expression.FORM)) {
            return question(scope.form(), Expression.FORM, name);
        }
        if (owner.is(Expression.CHOICE) && scope.options().isPresent()) {
            return column(name, scope.options().get());
        }
        Level level = bound.get(owner.text());
        if (level == null) {
            throw new ExpressionProblem(owner.at(), owner.is(Expression.CHOICE)
                    ? "choice stands for an option in a filter, and this is none"
                    : "'" + owner.text() + "' is no row variable here");
        }
        return question(level, owner.text(), name);
    }

    private static Typed question(Level level, String of, Token name) {
        Variable variable = level.fields().get(name.text());
        if (variable != null) {
            return new Typed(new Field(name.text(), of), variable.type(), variable.codes(), name.at());
        }
        if (level.rosters().containsKey(name.text())) {
            throw new ExpressionProblem(name.at(),
                    "a roster stands only as first argument of count, sum, min, max, any, all, unique or at");
        }
        throw new ExpressionProblem(name.at(), of.equals(Expression.FORM) || of.equals(Expression.ROW)
                ? "there is no question '" + name.text() + "' here"
                : "roster " + level.name() + " has no question '" + name.text() + "'");
    }

    private static Typed column(Token name, Options options) {
        if (!options.has(name.text())) {
            throw new ExpressionProblem(name.at(), "the code list has no column '" + name.text() + "'");
        }
        return Typed.of(new Column(name.text()), Type.TEXT, name.at());
    }

    /** The roster a bare name stands for; empty when it is something else. */
    Optional<Over> roster(Token name) {
        Level level = scope.holding(name.text());
        return level.fields().containsKey(name.text()) ? Optional.empty() : roster(level, scope.of(level), name);
    }

    /** The roster behind {@code form.} or a variable; empty when it is something else. */
    Optional<Over> roster(Token owner, Token name) {
        return owner.is(Expression.FORM) ? roster(scope.form(), Expression.FORM, name)
                : Optional.ofNullable(bound.get(owner.text()))
                        .flatMap(level -> roster(level, owner.text(), name));
    }

    private static Optional<Over> roster(Level level, String of, Token name) {
        return Optional.ofNullable(level.rosters().get(name.text()))
                .map(found -> new Over(new RosterName(name.text(), of), found));
    }

    /** The number of the row the expression belongs to. */
    Typed line(Token function) {
        if (scope.rows().isEmpty()) {
            throw new ExpressionProblem(function.at(), "line() needs a row; over a roster write line(m)");
        }
        return Typed.of(new Line(Expression.ROW), Type.NUMBER, function.at());
    }

    /** The number of the row a variable is bound to, or of the row of this roster around the expression. */
    Typed line(Token function, Token of) {
        if (bound.containsKey(of.text())) {
            return Typed.of(new Line(of.text()), Type.NUMBER, function.at());
        }
        Level around = scope.rows().stream().filter(level -> level.name().equals(of.text())).findFirst()
                .orElseThrow(() -> new ExpressionProblem(of.at(), "'" + of.text() + "' is no row variable here"));
        return Typed.of(new Line(scope.of(around)), Type.NUMBER, function.at());
    }

    /** @param looked at how many rows of it the expression may look */
    void bind(Token quantifier, Token variable, Level level, int looked) {
        if (bound.size() == Compiler.DEEPEST) {
            throw new ExpressionProblem(quantifier.at(),
                    "at most " + Compiler.DEEPEST + " quantifiers within one another");
        }
        boolean taken = Parser.RESERVED.contains(variable.text())
                || variable.is(Expression.CHOICE) && scope.options().isPresent();
        if (taken || bound.putIfAbsent(variable.text(), level) != null) {
            throw new ExpressionProblem(variable.at(), "'" + variable.text() + "' is taken: choose another variable");
        }
        rows *= looked;
        if (rows > MOST_ROWS) {
            throw new ExpressionProblem(quantifier.at(), "this may come to look at " + rows + " rows, and "
                    + MOST_ROWS + " are the most: lower maxItems or make a calculated question of a part");
        }
    }

    void unbind(Token variable, int looked) {
        bound.remove(variable.text());
        rows /= looked;
    }
}
