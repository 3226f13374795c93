package org.ruhu.tools.link.splink;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.splink.Columns.Value;

/** Blocking rules: {@code l.x = r.x AND substr(l.y,1,3) = substr(r.y,1,3)}; one with OR is several of ours. */
final class SplinkRules {

    private static final int MOST_ALTERNATIVES = 20;

    private final Columns columns;

    SplinkRules(Columns columns) {
        this.columns = columns;
    }

    /** @param exploded columns that hold several values each */
    List<Rule> rules(String sql, Set<String> exploded) {
        List<List<Sql>> alternatives = alternatives(SqlParser.parse(sql));
        List<Rule> rules = new ArrayList<>();
        for (List<Sql> all : alternatives) {
            String name = alternatives.size() == 1 ? sql.strip() : sql.strip() + " (" + (rules.size() + 1) + ")";
            rules.add(new Rule(name, keys(all, exploded), Rule.MOST));
        }
        return rules;
    }

    /** What must hold together, for each of the ways the whole can hold. */
    private static List<List<Sql>> alternatives(Sql sql) {
        if (!(sql instanceof Sql.Binary binary) || !List.of("and", "or").contains(binary.sign())) {
            return List.of(List.of(sql));
        }
        List<List<Sql>> left = alternatives(binary.left());
        List<List<Sql>> right = alternatives(binary.right());
        List<List<Sql>> both = new ArrayList<>();
        if (binary.sign().equals("or")) {
            both.addAll(left);
            both.addAll(right);
        } else {
            left.forEach(one -> right.forEach(other -> {
                List<Sql> all = new ArrayList<>(one);
                all.addAll(other);
                both.add(all);
            }));
        }
        if (both.size() > MOST_ALTERNATIVES) {
            throw new SqlProblem("can hold in more than " + MOST_ALTERNATIVES + " ways; write it as several rules");
        }
        return both;
    }

    private List<Rule.Key> keys(List<Sql> all, Set<String> exploded) {
        List<Rule.Key> keys = new ArrayList<>();
        List<String> there = new ArrayList<>();
        for (Sql sql : all) {
            if (sql instanceof Sql.Not not && not.what() instanceof Sql.IsNull is) {
                there.add(columns.value(is.what()).from().get(0));
            } else if (sql instanceof Sql.Binary equal && equal.sign().equals("=")) {
                keys.addAll(equal(equal.left(), equal.right(), exploded));
            } else {
                throw new SqlProblem("a blocking rule can only ask that parts of both records are equal; leave the rest of"
                        + " it to the comparisons");
            }
        }
        if (keys.isEmpty() || !keys.stream().map(Rule.Key::column).toList().containsAll(there)) {
            throw new SqlProblem("a blocking rule can only ask for a value where it also asks that it is equal");
        }
        return keys;
    }

    /** What {@code ||} puts together is equal where its pieces are. */
    private List<Rule.Key> equal(Sql one, Sql other, Set<String> exploded) {
        List<Sql> left = pieces(one);
        List<Sql> right = pieces(other);
        List<Rule.Key> keys = new ArrayList<>();
        for (int i = 0; i < left.size() && left.size() == right.size(); i++) {
            boolean each = left.get(i) instanceof Sql.Call call && call.name().equals("unnest");
            Value a = columns.value(unnested(left.get(i)));
            if (!a.faces(columns.value(unnested(right.get(i))))) {
                throw new SqlProblem("a blocking rule can only compare the same part of both records; where values get"
                        + " exchanged, make a column of both with the cleaner words");
            }
            boolean several = each || exploded.contains(a.from().get(0));
            columns.used().addAll(a.from());
            keys.add(a.from().size() > 1 ? new Rule.Key(columns.named(a), List.of(), several)
                    : new Rule.Key(a.from().get(0), a.clean(), several));
        }
        if (keys.isEmpty()) {
            throw new SqlProblem("a blocking rule can only ask that parts of both records are equal");
        }
        return keys;
    }

    private static List<Sql> pieces(Sql sql) {
        List<Sql> pieces = Columns.pieces(sql);
        return pieces.size() == 1 ? pieces : pieces.stream().filter(piece -> !(piece instanceof Sql.Text)).toList();
    }

    private static Sql unnested(Sql sql) {
        return sql instanceof Sql.Call call && call.name().equals("unnest") && call.arguments().size() == 1
                ? call.arguments().get(0) : sql;
    }
}
