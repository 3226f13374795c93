package org.ruhu.tools.link.splink;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.condition.Condition.Relation;
import org.ruhu.tools.link.splink.Columns.Side;
import org.ruhu.tools.link.splink.Columns.Value;

/**
 * Makes conditions of SQL. What is unknown (null) to SQL is not true here either: a negation also says that the values
 * are there.
 */
final class Conditions {

    private static final Map<String, String> MEASURES = Map.ofEntries(
            Map.entry("levenshtein", "levenshtein"), Map.entry("editdist3", "levenshtein"),
            Map.entry("damerau_levenshtein", "damerau_levenshtein"),
            Map.entry("jaro_similarity", "jaro"), Map.entry("jaro_sim", "jaro"),
            Map.entry("jaro_winkler_similarity", "jaro_winkler"), Map.entry("jaro_winkler", "jaro_winkler"),
            Map.entry("jaccard", "letters"), Map.entry("jaccard_sim", "letters"));
    private static final Map<String, Relation> RELATIONS = Map.of(">=", Relation.AT_LEAST, ">", Relation.ABOVE,
            "<=", Relation.AT_MOST, "<", Relation.BELOW, "=", Relation.EQUAL);
    private static final Map<String, String> TURNED = Map.of(">=", "<=", ">", "<", "<=", ">=", "<", ">", "=", "=");
    private static final Map<String, String> UNITS = Map.of("day", "days", "month", "months", "year", "years");
    private static final double SECONDS_OF_A_DAY = 86_400;

    private final Columns columns;
    /** Columns without which the test that is being read knows nothing. */
    private final Set<String> needing = new LinkedHashSet<>();

    Conditions(Columns columns) {
        this.columns = columns;
    }

    /** @throws SqlProblem */
    Condition of(String sql) {
        Optional<Condition> known = Templates.of(sql, columns);
        return known.isPresent() ? known.get() : of(SqlParser.parse(sql), false);
    }

    private Condition of(Sql sql, boolean negated) {
        if (sql instanceof Sql.Not not) {
            return of(not.what(), !negated);
        }
        if (sql instanceof Sql.Binary binary && (binary.sign().equals("and") || binary.sign().equals("or"))) {
            Optional<Condition> both = bothAre(binary).filter(same -> !negated);
            if (both.isPresent()) {
                return both.get();
            }
            return eitherMissing(binary).filter(missing -> !negated).orElseGet(() ->
                    joined(binary.sign().equals("and") != negated, of(binary.left(), negated),
                    of(binary.right(), negated)));
        }
        needing.clear();
        Condition.Test test = test(sql);
        if (negated && !needing.isEmpty()) {
            throw new SqlProblem("asks that what is put together differs" + Advice.on("||"));
        }
        if (!negated) {
            List<Condition> all = new ArrayList<>(List.of(test));
            needing.forEach(column -> all.add(new Condition.Not(yes("missing", column, column))));
            return all.size() == 1 ? test : new Condition.And(all);
        }
        return new Condition.And(List.of(new Condition.Not(test),
                new Condition.Not(yes("missing", test.left(), test.right()))));
    }

    private static Condition joined(boolean and, Condition left, Condition right) {
        List<Condition> parts = new ArrayList<>();
        for (Condition side : List.of(left, right)) {
            if (and && side instanceof Condition.And inner) {
                parts.addAll(inner.all());
            } else if (!and && side instanceof Condition.Or inner) {
                parts.addAll(inner.any());
            } else {
                parts.add(side);
            }
        }
        return and ? new Condition.And(parts) : new Condition.Or(parts);
    }

    /** {@code x_l IS NULL OR x_r IS NULL}. */
    private Optional<Condition> eitherMissing(Sql.Binary or) {
        if (or.sign().equals("or") && or.left() instanceof Sql.IsNull left && or.right() instanceof Sql.IsNull right) {
            Value a = columns.value(left.what());
            Value b = columns.value(right.what());
            if (a.faces(b) && a.needed().isEmpty()) {
                String column = columns.named(a);
                return Optional.of(yes("missing", column, column));
            }
        }
        return Optional.empty();
    }

    /** {@code x_l = 'a' AND x_r = 'a'}: both have what is left of a column that holds nothing else. */
    private Optional<Condition> bothAre(Sql.Binary and) {
        if (!and.sign().equals("and") || !(and.left() instanceof Sql.Binary left) || !left.sign().equals("=")
                || !(and.right() instanceof Sql.Binary right) || !right.sign().equals("=")
                || !left.right().equals(right.right())) {
            return Optional.empty();
        }
        String constant = left.right() instanceof Sql.Text text ? text.text()
                : left.right() instanceof Sql.Number number ? BigDecimal.valueOf(number.value()).stripTrailingZeros().toPlainString() : "";
        if (constant.isEmpty()) {
            return Optional.empty();
        }
        Value a = columns.value(left.left());
        String only = "match:^" + constant.replaceAll("([^A-Za-z0-9 ])", "\\\\$1") + "$";
        return a.faces(columns.value(right.left())) ? Optional.of(yes("exact", columns.named(a.then(only)),
                columns.named(a.then(only)))) : Optional.empty();
    }

    private Condition.Test test(Sql sql) {
        if (!(sql instanceof Sql.Binary binary)
                || !(RELATIONS.containsKey(binary.sign()) || binary.sign().equals("<>"))) {
            throw new SqlProblem(sql instanceof Sql.IsNull ? "asks whether one record's value is missing; here a"
                    + " value is missing in a pair if either record lacks it (x_l IS NULL OR x_r IS NULL)"
                    : "is no comparison of two values" + (sql instanceof Sql.Call call ? Advice.on(call.name()) : ""));
        }
        if (binary.right() instanceof Sql.Number bound) {
            return measured(binary.left(), binary.sign(), bound.value());
        }
        if (binary.left() instanceof Sql.Number bound && !binary.sign().equals("<>")) {
            return measured(binary.right(), TURNED.get(binary.sign()), bound.value());
        }
        if (binary.sign().equals("=")) {
            return between("exact", binary.left(), binary.right(), Relation.AT_LEAST, 1);
        }
        throw new SqlProblem("compares two values by " + binary.sign() + ", which says nothing of how alike they are; leave"
                + " the level out: the last one holds what is on no other");
    }

    private Condition.Test measured(Sql sql, String sign, double bound) {
        Relation relation = Optional.ofNullable(RELATIONS.get(sign)).orElseThrow(() -> new SqlProblem("uses " + sign));
        if (sql instanceof Sql.Call call && call.name().equals("abs") && call.arguments().size() == 1) {
            return difference(call.arguments().get(0), relation, bound);
        }
        if (sql instanceof Sql.Call call && (call.name().equals("array_length") || call.name().equals("size")
                || call.name().equals("len")) && call.arguments().size() >= 1
                && call.arguments().get(0) instanceof Sql.Call inner
                && (inner.name().equals("list_intersect") || inner.name().equals("array_intersect"))) {
            return between("common_words", inner.arguments().get(0), inner.arguments().get(1), relation, bound);
        }
        if (sql instanceof Sql.Call call && MEASURES.containsKey(call.name()) && call.arguments().size() == 2) {
            return between(MEASURES.get(call.name()), call.arguments().get(0), call.arguments().get(1), relation,
                    bound);
        }
        throw new SqlProblem(sql instanceof Sql.Call call
                ? "uses the function " + call.name() + ", which has no measure here" + Advice.on(call.name())
                : "compares a value with a number; only measures of two values, such as levenshtein(x_l, x_r), can be");
    }

    private Condition.Test difference(Sql sql, Relation relation, double bound) {
        if (sql instanceof Sql.Binary minus && minus.sign().equals("-")) {
            Optional<Sql> left = epoch(minus.left());
            Optional<Sql> right = epoch(minus.right());
            if (left.isPresent() && right.isPresent() && bound > 0 && bound < SECONDS_OF_A_DAY) {
                throw new SqlProblem("compares times of day; dates are compared by days here");
            }
            return left.isPresent() && right.isPresent()
                    ? between("days", left.get(), right.get(), relation, bound / SECONDS_OF_A_DAY)
                    : between("difference", minus.left(), minus.right(), relation, bound);
        }
        if (sql instanceof Sql.Call call && (call.name().equals("date_diff") || call.name().equals("datediff"))) {
            return dateDiff(call.arguments(), relation, bound);
        }
        throw new SqlProblem("takes abs of what is no difference of two values");
    }

    /**
     * In DuckDB {@code date_diff('month', ...)} counts turns of the month, not months; {@code days} is exact, and for
     * the others the library of Splink 3 wrote, at most n turns are less than n + 1 units.
     */
    private Condition.Test dateDiff(List<Sql> arguments, Relation relation, double bound) {
        boolean unit = arguments.size() == 3 && arguments.get(0) instanceof Sql.Text;
        String measure = unit ? UNITS.get(((Sql.Text) arguments.get(0)).text().toLowerCase()) : "days";
        if (measure == null || arguments.size() < 2 || !measure.equals("days")) {
            throw new SqlProblem("counts how often the month or year turned between two dates; write it as"
                    + " ABS(EPOCH(...) - EPOCH(...)) <= seconds, as Splink 4 and 5 do");
        }
        return between(measure, arguments.get(arguments.size() - 2), arguments.get(arguments.size() - 1), relation,
                bound);
    }

    private static Optional<Sql> epoch(Sql sql) {
        return sql instanceof Sql.Call call && call.arguments().size() == 1
                && (call.name().equals("epoch") || call.name().equals("unix_timestamp"))
                ? Optional.of(call.arguments().get(0)) : Optional.empty();
    }

    private Condition.Test between(String measure, Sql left, Sql right, Relation relation, double bound) {
        Value a = columns.value(left);
        Value b = columns.value(right);
        if (a.side() == b.side()) {
            throw new SqlProblem("compares two values of one record");
        }
        needing.addAll(a.needed());
        needing.addAll(b.needed());
        boolean inOrder = a.side() == Side.LEFT;
        return new Condition.Test(measure, columns.named(inOrder ? a : b), columns.named(inOrder ? b : a), relation,
                bound);
    }

    static Condition.Test yes(String measure, String left, String right) {
        return new Condition.Test(measure, left, right, Relation.AT_LEAST, 1);
    }
}
