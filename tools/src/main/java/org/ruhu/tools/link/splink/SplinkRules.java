package org.ruhu.tools.link.splink;

import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.splink.Columns.Value;

/** Blocking rules: {@code l.x = r.x AND substr(l.y,1,3) = substr(r.y,1,3)}. */
final class SplinkRules {

    private final Columns columns;

    SplinkRules(Columns columns) {
        this.columns = columns;
    }

    Rule rule(String sql) {
        List<Rule.Key> keys = new ArrayList<>();
        collect(SqlParser.parse(sql), keys);
        return new Rule(sql.strip(), keys, Rule.MOST);
    }

    private void collect(Sql sql, List<Rule.Key> keys) {
        if (sql instanceof Sql.Binary and && and.sign().equals("and")) {
            collect(and.left(), keys);
            collect(and.right(), keys);
            return;
        }
        if (!(sql instanceof Sql.Binary equal) || !equal.sign().equals("=")) {
            throw new SqlProblem("a blocking rule can only ask that parts of both records are equal, joined by AND");
        }
        Value left = columns.value(equal.left());
        Value right = columns.value(equal.right());
        if (left.side() == right.side() || !left.column().equals(right.column())
                || !left.clean().equals(right.clean())) {
            throw new SqlProblem("a blocking rule can only compare the same part of both records");
        }
        columns.used().add(left.column());
        keys.add(new Rule.Key(left.column(), left.clean(), false));
    }
}
