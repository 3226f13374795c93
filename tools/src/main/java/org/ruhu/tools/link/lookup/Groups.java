package org.ruhu.tools.link.lookup;

import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.ruhu.tools.link.Rule;

/** Which rows a blocking rule puts together, growing row by row. */
abstract class Groups {

    static Groups of(Rule rule, Map<String, Field> fields) {
        return rule.on().stream().anyMatch(Rule.Key::each) ? new TokenGroups(rule) : new RowGroups(rule, fields);
    }

    /** @param values of the row, by field; the fields have them already */
    abstract void add(int row, UnaryOperator<String> values);

    /** @param values of the row, by field; the fields have them still */
    abstract void remove(int row, UnaryOperator<String> values);

    /** Rows together with one of these values; none of a group that would be larger than the rule allows with it. */
    abstract void together(UnaryOperator<String> values, IntConsumer found);
}
