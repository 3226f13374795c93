package org.ruhu.forms.expression;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ruhu.forms.expression.Expression.At;
import org.ruhu.forms.expression.Expression.BooleanConstant;
import org.ruhu.forms.expression.Expression.Call;
import org.ruhu.forms.expression.Expression.Column;
import org.ruhu.forms.expression.Expression.ContextValue;
import org.ruhu.forms.expression.Expression.DateConstant;
import org.ruhu.forms.expression.Expression.Field;
import org.ruhu.forms.expression.Expression.Lambda;
import org.ruhu.forms.expression.Expression.Line;
import org.ruhu.forms.expression.Expression.NumberConstant;
import org.ruhu.forms.expression.Expression.NumberList;
import org.ruhu.forms.expression.Expression.Quantified;
import org.ruhu.forms.expression.Expression.RosterName;
import org.ruhu.forms.expression.Expression.TextConstant;
import org.ruhu.forms.expression.Expression.TextList;
import org.ruhu.forms.expression.Scope.Level;
import org.ruhu.forms.expression.Scope.Variable;

/** Turns an expression into a formula whose names are already array indexes. */
public final class Compiler {

    /** Quantifiers within quantifiers; how many rows they may see is limited too, by {@link Names}. */
    static final int DEEPEST = 4;

    private final Scope scope;
    private final Deque<Binding> bindings = new ArrayDeque<>();

    private record Binding(String variable, Level level, int slot) {}

    /** Where a row stands in a frame. */
    private interface RowOf {
        Row in(Frame frame);
    }

    private static final RowOf FORM = frame -> frame.form;
    private static final RowOf OWN = frame -> frame.row;

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
        if (expression instanceof At at) {
            return at(at);
        }
        if (expression instanceof Column column) {
            String[] texts = scope.options().orElseThrow().column(column.name());
            return frame -> texts[frame.option];
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
            return FORM;
        }
        if (of.equals(Expression.ROW)) {
            return OWN;
        }
        if (!of.startsWith("/")) {
            int slot = binding(of).slot();
            return frame -> frame.bound[slot];
        }
        int distance = scope.distance(of);
        return frame -> {
            Row row = frame.row;
            for (int i = 0; i < distance; i++) {
                row = row.around;
            }
            return row;
        };
    }

    private Binding binding(String variable) {
        return bindings.stream().filter(b -> b.variable().equals(variable)).findFirst().orElseThrow();
    }

    private Level level(String of) {
        if (of.equals(Expression.FORM)) {
            return scope.form();
        }
        boolean around = of.equals(Expression.ROW) || of.startsWith("/");
        return around ? scope.rows().get(scope.distance(of)) : binding(of).level();
    }

    private Variable variable(Field field) {
        return level(field.of()).fields().get(field.name());
    }

    private Formula field(Field field) {
        int slot = variable(field).slot();
        RowOf row = row(field.of());
        return row == FORM ? frame -> frame.form.values[slot]
                : row == OWN ? frame -> frame.row.values[slot] : frame -> row.in(frame).values[slot];
    }

    private Formula quantified(Quantified quantified) {
        Level level = roster(quantified.over());
        RowOf owner = row(quantified.over().of());
        int roster = level.slot();
        if (quantified.lambda().isEmpty()) {
            return frame -> Numbers.of(owner.in(frame).rosters[roster].length);
        }
        int slot = bindings.size();
        Formula body = body(quantified.lambda().get(), level);
        Quantifiers.Fold fold = Quantifiers.fold(quantified.quantifier());
        return frame -> fold.over(owner.in(frame).rosters[roster], row -> {
            frame.bound[slot] = row;
            return body.value(frame);
        });
    }

    private Level roster(RosterName over) {
        return level(over.of()).rosters().get(over.name());
    }

    private Formula body(Lambda lambda, Level level) {
        bindings.push(new Binding(lambda.variable(), level, bindings.size()));
        Formula body = formula(lambda.body());
        bindings.pop();
        return body;
    }

    private Formula at(At at) {
        Level level = roster(at.over());
        RowOf owner = row(at.over().of());
        int roster = level.slot();
        Formula index = formula(at.index());
        int slot = bindings.size();
        Formula body = body(at.lambda(), level);
        return frame -> {
            OptionalInt line = Numbers.whole(index.value(frame));
            Row[] rows = owner.in(frame).rosters[roster];
            if (line.isEmpty() || line.getAsInt() < 1 || line.getAsInt() > rows.length) {
                return null;
            }
            frame.bound[slot] = rows[line.getAsInt() - 1];
            return body.value(frame);
        };
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
