package org.ruhu.forms.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ruhu.forms.expression.Expression.BooleanConstant;
import org.ruhu.forms.expression.Expression.Call;
import org.ruhu.forms.expression.Expression.ContextValue;
import org.ruhu.forms.expression.Expression.DateConstant;
import org.ruhu.forms.expression.Expression.Field;
import org.ruhu.forms.expression.Expression.Lambda;
import org.ruhu.forms.expression.Expression.Line;
import org.ruhu.forms.expression.Expression.NumberConstant;
import org.ruhu.forms.expression.Expression.NumberList;
import org.ruhu.forms.expression.Expression.Quantified;
import org.ruhu.forms.expression.Expression.TextConstant;
import org.ruhu.forms.expression.Expression.TextList;
import org.ruhu.forms.expression.Scope.Variable;

/** Turns an expression into a formula whose names are already array indexes. */
public final class Compiler {

    /** Quantifiers within quantifiers: a third would take the cube of a roster. */
    static final int DEEPEST = 2;

    private final Scope scope;
    private final Deque<Binding> bindings = new ArrayDeque<>();

    private record Binding(String variable, String roster, int slot) {}

    /** Where a row stands in a frame. */
    private interface RowOf {
        Row in(Frame frame);
    }

    private Compiler(Scope scope) {
        this.scope = scope;
    }

    /** @param expression as parsed in this scope */
    public static Formula compile(Expression expression, Scope scope) {
        return new Compiler(scope).formula(expression);
    }

    private Formula formula(Expression expression) {
        if (expression instanceof Call call) {
            return call(call);
        }
        if (expression instanceof Field field) {
            return field(field);
        }
        if (expression instanceof Quantified quantified) {
            return quantified(quantified);
        }
        if (expression instanceof ContextValue value) {
            int slot = scope.context().get(value.name()).slot();
            return frame -> frame.context[slot];
        }
        if (expression instanceof Line line) {
            RowOf row = row(line.of());
            return frame -> Numbers.of(row.in(frame).line);
        }
        Object constant = constant(expression);
        return frame -> constant;
    }

    private static Object constant(Expression expression) {
        if (expression instanceof NumberConstant number) {
            return number.value();
        }
        if (expression instanceof TextConstant text) {
            return text.value();
        }
        if (expression instanceof BooleanConstant yes) {
            return yes.value();
        }
        if (expression instanceof DateConstant date) {
            return date.value();
        }
        if (expression instanceof TextList list) {
            return codes(list.values());
        }
        return expression instanceof NumberList list
                ? list.values().stream().map(Values::key).collect(Collectors.toSet()) : null;
    }

    /** Equal to what {@link Values#read} makes of an array of texts. */
    private static Set<String> codes(List<String> values) {
        Set<String> codes = new TreeSet<>(CodePoints.ORDER);
        codes.addAll(values);
        return codes;
    }

    private RowOf row(String of) {
        if (of.equals(Expression.FORM)) {
            return frame -> frame.form;
        }
        if (of.equals(Expression.ROW)) {
            return frame -> frame.row;
        }
        int slot = binding(of).slot();
        return frame -> frame.bound[slot];
    }

    private Binding binding(String variable) {
        return bindings.stream().filter(b -> b.variable().equals(variable)).findFirst().orElseThrow();
    }

    private Variable variable(Field field) {
        return switch (field.of()) {
            case Expression.FORM -> scope.form().get(field.name());
            case Expression.ROW -> scope.rowVariable(field.name()).orElseThrow();
            default -> scope.rosters().get(binding(field.of()).roster()).fields().get(field.name());
        };
    }

    private Formula field(Field field) {
        int slot = variable(field).slot();
        RowOf row = row(field.of());
        return frame -> row.in(frame).values[slot];
    }

    private Formula quantified(Quantified quantified) {
        int roster = scope.rosters().get(quantified.roster()).slot();
        if (quantified.lambda().isEmpty()) {
            return frame -> Numbers.of(frame.rosters[roster].length);
        }
        Lambda lambda = quantified.lambda().get();
        int slot = bindings.size();
        bindings.push(new Binding(lambda.variable(), quantified.roster(), slot));
        Formula body = formula(lambda.body());
        bindings.pop();
        Quantifiers.Fold fold = Quantifiers.fold(quantified.quantifier());
        return frame -> fold.over(frame.rosters[roster], row -> {
            frame.bound[slot] = row;
            return body.value(frame);
        });
    }

    private Formula call(Call call) {
        switch (call.function()) {
            case "answered", "missing":
                return aboutQuestion(call.function(), (Field) call.args().get(0));
            case "unanswered":
                return frame -> Numbers.of(frame.unanswered());
            case "matches":
                return matches(call);
            default:
                break;
        }
        List<Formula> args = call.args().stream().map(this::formula).toList();
        return switch (call.function()) {
            case "and" -> kleene(args.get(0), args.get(1), Boolean.FALSE);
            case "or" -> kleene(args.get(0), args.get(1), Boolean.TRUE);
            case "implies" -> kleene(strict(Functions.strict("not"), args.subList(0, 1)), args.get(1), Boolean.TRUE);
            case "if" -> choice(args.get(0), args.get(1), args.get(2));
            case "coalesce" -> coalesce(args);
            default -> strict(Functions.strict(call.function()), args);
        };
    }

    private Formula aboutQuestion(String function, Field field) {
        int slot = variable(field).slot();
        RowOf row = row(field.of());
        return function.equals("answered")
                ? frame -> row.in(frame).values[slot] != null
                : frame -> row.in(frame).missing[slot];
    }

    private Formula matches(Call call) {
        Formula text = formula(call.args().get(0));
        Pattern pattern = PortablePattern.whole(((TextConstant) call.args().get(1)).value());
        return frame -> {
            Object value = text.value(frame);
            return value == null || !Functions.matchable((String) value) ? null
                    : (Object) pattern.matcher((String) value).matches();
        };
    }

    /** {@code and} with false, {@code or} with true as the value that decides alone. */
    private static Formula kleene(Formula left, Formula right, Boolean decisive) {
        return frame -> {
            Object a = left.value(frame);
            if (decisive.equals(a)) {
                return decisive;
            }
            Object b = right.value(frame);
            return decisive.equals(b) ? decisive : a == null || b == null ? null : (Object) !decisive;
        };
    }

    private static Formula choice(Formula condition, Formula yes, Formula no) {
        return frame -> {
            Object decided = condition.value(frame);
            return decided == null ? null : (Boolean) decided ? yes.value(frame) : no.value(frame);
        };
    }

    private static Formula coalesce(List<Formula> args) {
        return frame -> {
            for (Formula arg : args) {
                Object value = arg.value(frame);
                if (value != null) {
                    return value;
                }
            }
            return null;
        };
    }

    /** Unknown as soon as one argument is. */
    private static Formula strict(Functions.Strict function, List<Formula> args) {
        Formula[] formulas = args.toArray(Formula[]::new);
        return frame -> {
            Object[] values = new Object[formulas.length];
            for (int i = 0; i < formulas.length; i++) {
                values[i] = formulas[i].value(frame);
                if (values[i] == null) {
                    return null;
                }
            }
            return function.of(values);
        };
    }
}
