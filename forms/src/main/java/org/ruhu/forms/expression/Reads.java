package org.ruhu.forms.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ruhu.forms.expression.Expression.At;
import org.ruhu.forms.expression.Expression.Call;
import org.ruhu.forms.expression.Expression.Field;
import org.ruhu.forms.expression.Expression.Lambda;
import org.ruhu.forms.expression.Expression.Line;
import org.ruhu.forms.expression.Expression.Quantified;
import org.ruhu.forms.expression.Expression.RosterName;
import org.ruhu.forms.expression.Scope.Level;

/** Which questions an expression looks at, as paths of the form. */
public final class Reads {

    private final Map<String, Level> levels = new HashMap<>();
    private final Set<String> paths = new TreeSet<>();

    private Reads(Scope scope) {
        levels.put(Expression.FORM, scope.form());
        scope.rows().forEach(level -> levels.put(scope.of(level), level));
    }

    /** @param expression as parsed in this scope */
    public static Set<String> of(Expression expression, Scope scope) {
        Reads reads = new Reads(scope);
        reads.walk(expression);
        return reads.paths;
    }

    /** Whether the function is called anywhere in the expression. */
    public static boolean calls(Expression expression, String function) {
        if (expression instanceof Call call) {
            return call.function().equals(function)
                    || call.args().stream().anyMatch(arg -> calls(arg, function));
        }
        if (expression instanceof At at) {
            return calls(at.index(), function) || calls(at.lambda().body(), function);
        }
        return expression instanceof Quantified quantified
                && quantified.lambda().filter(lambda -> calls(lambda.body(), function)).isPresent();
    }

    private void walk(Expression expression) {
        if (expression instanceof Call call) {
            call.args().forEach(this::walk);
        } else if (expression instanceof Field field) {
            paths.add(levels.get(field.of()).path(field.name()));
        } else if (expression instanceof Line line) {
            paths.add(levels.get(line.of()).path());
        } else if (expression instanceof Quantified quantified) {
            Level level = roster(quantified.over());
            quantified.lambda().ifPresent(lambda -> walk(lambda, level));
        } else if (expression instanceof At at) {
            walk(at.index());
            walk(at.lambda(), roster(at.over()));
        }
    }

    private Level roster(RosterName over) {
        Level level = levels.get(over.of()).rosters().get(over.name());
        paths.add(level.path());
        return level;
    }

    private void walk(Lambda lambda, Level level) {
        levels.put(lambda.variable(), level);
        walk(lambda.body());
        levels.remove(lambda.variable());
    }
}
