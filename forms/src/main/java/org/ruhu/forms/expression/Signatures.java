package org.ruhu.forms.expression;

import java.math.BigDecimal;
import java.util.List;
import org.ruhu.forms.expression.Expression.NullConstant;
import org.ruhu.forms.expression.Expression.NumberConstant;
import org.ruhu.forms.expression.Expression.TextConstant;
import org.ruhu.forms.expression.Expression.TextList;

/** What functions and operators take and yield. */
final class Signatures {

    private static final int MOST_SHOWN = 40;

    private Signatures() {}

    /** Judges arguments and names the type of the result. */
    interface Signature {
        Type check(Called called);
    }

    record Called(String name, int at, List<Typed> args) {

        Typed arg(int index) {
            return args.get(index);
        }

        void takes(int least, int most) {
            if (args.size() < least || args.size() > most) {
                String wanted = least == most ? "" + least : least + " or more";
                throw new ExpressionProblem(at, "'" + name + "' takes " + wanted + " values, not " + args.size());
            }
        }
    }

    static Signature fixed(Type result, Type... parameters) {
        return called -> {
            called.takes(parameters.length, parameters.length);
            for (int i = 0; i < parameters.length; i++) {
                called.arg(i).mustBe(parameters[i]);
            }
            return result;
        };
    }

    static void mustBeOrdered(Typed value) {
        if (!value.type().ordered()) {
            throw value.problem("a " + value.type().word() + " has no order");
        }
    }

    private static void mustAgree(Typed left, Typed right) {
        if (!left.type().accepts(right.type())) {
            throw right.problem("a " + right.type().word() + " never equals a " + left.type().word());
        }
    }

    static Type equality(Called called) {
        called.takes(2, 2);
        Typed left = called.arg(0);
        Typed right = called.arg(1);
        if (left.expression() instanceof NullConstant || right.expression() instanceof NullConstant) {
            throw new ExpressionProblem(called.at(), "nothing equals null: ask answered(question)");
        }
        if (left.type() == Type.NUMBERS || right.type() == Type.NUMBERS) {
            throw right.problem("a list of numbers stands only to the right of 'in'");
        }
        mustAgree(left, right);
        mustKnow(left, right);
        mustKnow(right, left);
        return Type.BOOLEAN;
    }

    static Type order(Called called) {
        called.takes(2, 2);
        called.args().forEach(Signatures::mustBeOrdered);
        mustAgree(called.arg(0), called.arg(1));
        return Type.BOOLEAN;
    }

    static Type in(Called called) {
        called.takes(2, 2);
        Typed item = called.arg(0);
        Typed list = called.arg(1);
        if (list.type() == Type.NUMBERS) {
            item.mustBe(Type.NUMBER);
        } else {
            item.mustBe(Type.TEXT);
            list.mustBe(Type.CODES);
        }
        mustKnow(item, list);
        mustKnow(list, item);
        return Type.BOOLEAN;
    }

    static Type contains(Called called) {
        fixed(Type.BOOLEAN, Type.CODES, Type.TEXT).check(called);
        mustKnow(called.arg(0), called.arg(1));
        return Type.BOOLEAN;
    }

    /** A constant that is not among the codes of the question beside it is a mistake of whoever wrote it. */
    private static void mustKnow(Typed question, Typed constants) {
        if (question.codes().isEmpty()) {
            return;
        }
        for (String code : constantsOf(constants.expression())) {
            if (!question.codes().contains(code)) {
                boolean many = question.codes().size() > MOST_SHOWN;
                throw constants.problem("'" + code + "' is not among the codes compared with: " + String.join(" ",
                        question.codes().subList(0, many ? MOST_SHOWN : question.codes().size())) + (many ? " ..." : ""));
            }
        }
    }

    private static List<String> constantsOf(Expression expression) {
        if (expression instanceof TextConstant constant) {
            return List.of(constant.value());
        }
        return expression instanceof TextList list ? list.values() : List.of();
    }

    /** Two or more values of one ordered type; the result is one of them. */
    static Type extreme(Called called) {
        called.takes(2, Integer.MAX_VALUE);
        called.args().forEach(Signatures::mustBeOrdered);
        return common(called.args());
    }

    static Type coalesce(Called called) {
        called.takes(2, Integer.MAX_VALUE);
        return common(called.args());
    }

    static Type choice(Called called) {
        called.takes(3, 3);
        called.arg(0).mustBe(Type.BOOLEAN);
        return common(called.args().subList(1, 3));
    }

    private static Type common(List<Typed> values) {
        Type type = Type.NULL;
        for (Typed value : values) {
            if (!type.accepts(value.type())) {
                throw value.problem("all must have one type, and this is a " + value.type().word()
                        + " beside a " + type.word());
            }
            type = type.or(value.type());
        }
        if (type == Type.NUMBERS) {
            throw values.get(0).problem("a list of numbers stands only to the right of 'in'");
        }
        return type;
    }

    /** {@code answered} and {@code missing} are asked about questions, not about values. */
    static Type question(Called called) {
        called.takes(1, 1);
        if (!(called.arg(0).expression() instanceof Expression.Field)) {
            throw called.arg(0).problem("'" + called.name() + "' is asked about a question");
        }
        return Type.BOOLEAN;
    }

    static Type length(Called called) {
        called.takes(1, 1);
        Type type = called.arg(0).type();
        if (type != Type.TEXT && type != Type.CODES && type != Type.NULL) {
            throw called.arg(0).problem("a text or codes are expected here, this is a " + type.word());
        }
        return Type.NUMBER;
    }

    /** Two or more texts. */
    static Type texts(Called called) {
        called.takes(2, Integer.MAX_VALUE);
        called.args().forEach(arg -> arg.mustBe(Type.TEXT));
        return Type.TEXT;
    }

    /** What one way of writing is agreed for. */
    static Type shown(Called called) {
        called.takes(1, 1);
        Type type = called.arg(0).type();
        if (type == Type.DATETIME || type == Type.CODES || type == Type.NUMBERS) {
            throw called.arg(0).problem("a number, text, date or boolean is expected here, this is a " + type.word());
        }
        return Type.TEXT;
    }

    static Type round(Called called) {
        fixed(Type.NUMBER, Type.NUMBER, Type.NUMBER).check(called);
        boolean constant = called.arg(1).expression() instanceof NumberConstant places
                && places.value().stripTrailingZeros().scale() <= 0
                && places.value().compareTo(BigDecimal.TEN) <= 0;
        if (!constant) {
            throw called.arg(1).problem("round to a constant number of places, 0 to 10");
        }
        return Type.NUMBER;
    }

    static Type matches(Called called) {
        fixed(Type.BOOLEAN, Type.TEXT, Type.TEXT).check(called);
        if (!(called.arg(1).expression() instanceof TextConstant pattern)) {
            throw called.arg(1).problem("a pattern is a constant text");
        }
        try {
            PortablePattern.whole(pattern.value());
        } catch (IllegalArgumentException e) {
            throw called.arg(1).problem(e.getMessage());
        }
        return Type.BOOLEAN;
    }
}
