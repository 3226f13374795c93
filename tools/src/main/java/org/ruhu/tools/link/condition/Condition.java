package org.ruhu.tools.link.condition;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What must hold between two records for a pair to be on a level. It looks at two records at a time and at nothing
 * else; the first record of a pair is the left one.
 */
public sealed interface Condition {

    /** All hold. */
    record And(List<Condition> all) implements Condition {
        public And {
            all = List.copyOf(all);
        }
    }

    /** One holds at least. */
    record Or(List<Condition> any) implements Condition {
        public Or {
            any = List.copyOf(any);
        }
    }

    record Not(Condition what) implements Condition {}

    /**
     * A measure of two values, compared with a number: {@code jaro_winkler(given) >= 0.9}. A measure that is itself
     * true or false ({@code exact}) is 1 or 0 and compared {@code >= 1}. False when either value is missing, but for
     * the measure {@code missing}, which is 1 exactly then.
     *
     * @param left  column of the left record
     * @param right column of the right record; another one than {@code left} when values may stand in exchanged places
     */
    record Test(String measure, String left, String right, Relation relation, double bound) implements Condition {}

    enum Relation {
        AT_LEAST(">="), ABOVE(">"), AT_MOST("<="), BELOW("<"), EQUAL("=");

        private final String sign;

        Relation(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }

        public boolean holds(double value, double bound) {
            return switch (this) {
                case AT_LEAST -> value >= bound;
                case ABOVE -> value > bound;
                case AT_MOST -> value <= bound;
                case BELOW -> value < bound;
                case EQUAL -> value == bound;
            };
        }
    }

    /** Every column it looks at, in the order met. */
    default Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        collect(columns);
        return columns;
    }

    private void collect(Set<String> columns) {
        if (this instanceof And and) {
            and.all().forEach(part -> part.collect(columns));
        } else if (this instanceof Or or) {
            or.any().forEach(part -> part.collect(columns));
        } else if (this instanceof Not not) {
            not.what().collect(columns);
        } else if (this instanceof Test test) {
            columns.add(test.left());
            columns.add(test.right());
        }
    }
}
