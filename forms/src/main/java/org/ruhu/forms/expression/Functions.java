package org.ruhu.forms.expression;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.ruhu.forms.expression.Expression.Call;
import org.ruhu.forms.expression.Expression.DateConstant;
import org.ruhu.forms.expression.Expression.TextConstant;
import org.ruhu.forms.expression.Signatures.Called;
import org.ruhu.forms.expression.Signatures.Signature;

/** Every operator and function: what it takes, and what it does with values that are all known. */
final class Functions {

    static final int DECIMAL_PLACES = 20;
    private static final int LONGEST_MATCHED = 1000;

    private static final Map<String, Function> ALL = new TreeMap<>();

    private Functions() {}

    /** @param strict absent for what looks at unknown values itself; the {@link Compiler} knows those */
    private record Function(Signature signature, Optional<Strict> strict) {}

    /** Never sees null; may answer null for unknown. */
    interface Strict {
        Object of(Object[] values);
    }

    static {
        for (String logical : List.of("and", "or", "implies")) {
            declare(logical, Signatures.fixed(Type.BOOLEAN, Type.BOOLEAN, Type.BOOLEAN));
        }
        declare("if", Signatures::choice);
        declare("coalesce", Signatures::coalesce);
        declare("answered", Signatures::question);
        declare("missing", Signatures::question);
        declare("unanswered", Signatures.fixed(Type.NUMBER));
        declare("matches", Signatures::matches);

        define("not", Signatures.fixed(Type.BOOLEAN, Type.BOOLEAN), v -> !(Boolean) v[0]);
        define("==", Signatures::equality, v -> Values.same(v[0], v[1]));
        define("!=", Signatures::equality, v -> !Values.same(v[0], v[1]));
        define("<", Signatures::order, v -> Values.compare(v[0], v[1]) < 0);
        define("<=", Signatures::order, v -> Values.compare(v[0], v[1]) <= 0);
        define(">", Signatures::order, v -> Values.compare(v[0], v[1]) > 0);
        define(">=", Signatures::order, v -> Values.compare(v[0], v[1]) >= 0);
        define("in", Signatures::in, v -> ((Set<?>) v[1]).contains(Values.key(v[0])));
        define("contains", Signatures::contains, v -> ((Set<?>) v[0]).contains(v[1]));
        arithmetic();
        dates();
        texts();
        numbersOfPeopleAndPlaces();
    }

    private static void arithmetic() {
        Signature two = Signatures.fixed(Type.NUMBER, Type.NUMBER, Type.NUMBER);
        Signature one = Signatures.fixed(Type.NUMBER, Type.NUMBER);
        define("+", two, v -> number(v[0]).add(number(v[1])));
        define("-", two, v -> number(v[0]).subtract(number(v[1])));
        define("*", two, v -> number(v[0]).multiply(number(v[1])));
        define("/", two, v -> number(v[1]).signum() == 0 ? null
                : number(v[0]).divide(number(v[1]), DECIMAL_PLACES, RoundingMode.HALF_UP));
        define("neg", one, v -> number(v[0]).negate());
        define("abs", one, v -> number(v[0]).abs());
        define("floor", one, v -> number(v[0]).setScale(0, RoundingMode.FLOOR));
        define("round", Signatures::round, v -> number(v[0]).setScale(number(v[1]).intValue(), RoundingMode.HALF_UP));
        define("mod", two, v -> Numbers.mod(number(v[0]), number(v[1])));
        define("pow", two, v -> Numbers.power(number(v[0]), number(v[1])));
        define("min", Signatures::extreme, v -> extreme(v, -1));
        define("max", Signatures::extreme, v -> extreme(v, 1));
    }

    private static void dates() {
        define("date", Signatures.fixed(Type.DATE, Type.TEXT), v -> Dates.either((String) v[0]));
        define("age", Signatures.fixed(Type.NUMBER, Type.DATE, Type.DATE),
                v -> whole(Dates.age(date(v[0]), date(v[1]))));
        define("days", Signatures.fixed(Type.NUMBER, Type.DATE, Type.DATE),
                v -> Numbers.of(date(v[1]).toEpochDay() - date(v[0]).toEpochDay()));
        define("year", Signatures.fixed(Type.NUMBER, Type.DATE), v -> Numbers.of(date(v[0]).getYear()));
        define("month", Signatures.fixed(Type.NUMBER, Type.DATE), v -> Numbers.of(date(v[0]).getMonthValue()));
        define("day", Signatures.fixed(Type.NUMBER, Type.DATE), v -> Numbers.of(date(v[0]).getDayOfMonth()));
        define("add_days", Signatures.fixed(Type.DATE, Type.DATE, Type.NUMBER),
                v -> Dates.plus(date(v[0]), Numbers.whole(v[1])));
        define("minutes", Signatures.fixed(Type.NUMBER, Type.DATETIME, Type.DATETIME),
                v -> Numbers.of(Dates.minutes((Instant) v[0], (Instant) v[1])));
    }

    private static void texts() {
        define("len", Signatures::length, v -> Numbers.of(
                v[0] instanceof Set<?> codes ? codes.size() : CodePoints.length((String) v[0])));
        define("starts", Signatures.fixed(Type.BOOLEAN, Type.TEXT, Type.TEXT),
                v -> CodePoints.starts((String) v[0], (String) v[1]));
        define("substr", Signatures.fixed(Type.TEXT, Type.TEXT, Type.NUMBER, Type.NUMBER), v -> substring(v));
        define("concat", Signatures::texts, CodePoints::joined);
        define("text", Signatures::shown, v -> Values.text(v[0]));
        define("number", Signatures.fixed(Type.NUMBER, Type.TEXT), v -> Numbers.written((String) v[0]));
    }

    private static void numbersOfPeopleAndPlaces() {
        Signature judged = Signatures.fixed(Type.BOOLEAN, Type.TEXT);
        Signature part = Signatures.fixed(Type.TEXT, Type.TEXT);
        define("id_valid", judged, v -> IdNumber.valid((String) v[0]));
        define("id_birth", Signatures.fixed(Type.DATE, Type.TEXT), v -> IdNumber.birth((String) v[0]));
        define("id_sex", part, v -> IdNumber.sex((String) v[0]));
        define("id_area", part, v -> IdNumber.area((String) v[0]));
        define("known_county", judged, v -> Places.knownCounty((String) v[0]));
        define("area_valid", judged, v -> Places.areaValid((String) v[0]));
    }

    private static void declare(String name, Signature signature) {
        ALL.put(name, new Function(signature, Optional.empty()));
    }

    private static void define(String name, Signature signature, Strict strict) {
        ALL.put(name, new Function(signature, Optional.of(strict)));
    }

    /** The call, judged; {@code date} of a constant becomes a constant. */
    static Typed call(String name, int at, List<Typed> args) {
        Function function = ALL.get(name);
        if (function == null) {
            throw new ExpressionProblem(at, Quantifiers.NAMES.contains(name) || name.equals("at")
                    ? "'" + name + "' wants a roster first" : "there is no function '" + name + "'");
        }
        Type type = function.signature().check(new Called(name, at, args));
        if (name.equals("date") && args.get(0).expression() instanceof TextConstant text) {
            return constantDate(text.value(), at);
        }
        return Typed.of(new Call(name, args.stream().map(Typed::expression).toList()), type, at);
    }

    private static Typed constantDate(String text, int at) {
        LocalDate date = Dates.either(text);
        if (date == null) {
            throw new ExpressionProblem(at, "this is no date: write date(\"2020-12-31\")");
        }
        return Typed.of(new DateConstant(date), Type.DATE, at);
    }

    static Strict strict(String name) {
        return ALL.get(name).strict().orElseThrow();
    }

    /** Whether a text is short enough to be searched with a pattern. */
    static boolean matchable(String text) {
        return CodePoints.length(text) <= LONGEST_MATCHED;
    }

    private static BigDecimal number(Object value) {
        return (BigDecimal) value;
    }

    private static LocalDate date(Object value) {
        return (LocalDate) value;
    }

    private static BigDecimal whole(Integer value) {
        return value == null ? null : Numbers.of(value);
    }

    private static Object extreme(Object[] values, int sign) {
        Object best = values[0];
        for (Object value : values) {
            best = Values.compare(value, best) * sign > 0 ? value : best;
        }
        return best;
    }

    private static String substring(Object[] values) {
        try {
            return CodePoints.substring((String) values[0],
                    number(values[1]).longValueExact(), number(values[2]).longValueExact());
        } catch (ArithmeticException e) {
            return null;
        }
    }
}
