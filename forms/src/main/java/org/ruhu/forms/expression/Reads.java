package org.ruhu.forms.expression;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ruhu.forms.expression.Expression.Call;
import org.ruhu.forms.expression.Expression.Field;
import org.ruhu.forms.expression.Expression.Lambda;
import org.ruhu.forms.expression.Expression.Line;
import org.ruhu.forms.expression.Expression.Quantified;

/** Which questions an expression looks at, as paths of the form. */
public final class Reads {

    private final Map<String, String> rosters = new HashMap<>();
    private final Set<String> paths = new TreeSet<>();

    private Reads(Optional<String> row) {
        row.ifPresent(roster -> rosters.put(Expression.ROW, roster));
    }

    /** @param row name of the roster the expression belongs to */
    public static Set<String> of(Expression expression, Optional<String> row) {
        Reads reads = new Reads(row);
        reads.walk(expression);
        return reads.paths;
    }

    /** Whether the function is called anywhere in the expression. */
    public static boolean calls(Expression expression, String function) {
        if (expression instanceof Call call) {
            return call.function().equals(function)
                    || call.args().stream().anyMatch(arg -> calls(arg, function));
        }
        return expression instanceof Quantified quantified
                && quantified.lambda().filter(lambda -> calls(lambda.body(), function)).isPresent();
    }

    private void walk(Expression expression) {
        if (expression instanceof Call call) {
            call.args().forEach(this::walk);
        } else if (expression instanceof Field field) {
            String roster = rosters.get(field.of());
            paths.add(roster == null ? "/" + field.name() : "/" + roster + "/*/" + field.name());
        } else if (expression instanceof Line line) {
            paths.add("/" + rosters.get(line.of()));
        } else if (expression instanceof Quantified quantified) {
            paths.add("/" + quantified.roster());
            quantified.lambda().ifPresent(lambda -> walk(lambda, quantified.roster()));
        }
    }

    private void walk(Lambda lambda, String roster) {
        rosters.put(lambda.variable(), roster);
        walk(lambda.body());
        rosters.remove(lambda.variable());
    }
}
