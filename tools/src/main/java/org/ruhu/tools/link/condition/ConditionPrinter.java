package org.ruhu.tools.link.condition;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.ruhu.tools.link.condition.Condition.Relation;
import org.ruhu.tools.link.condition.Vocabulary.Scale;

/** Writes a condition as {@link ConditionParser} reads it. */
public final class ConditionPrinter {

    private static final Set<String> RESERVED = Set.of("and", "or", "not");

    private ConditionPrinter() {}

    public static String print(Condition condition) {
        if (condition instanceof Condition.Or or) {
            return joined(or.any(), " or ");
        }
        if (condition instanceof Condition.And and) {
            return joined(and.all(), " and ");
        }
        if (condition instanceof Condition.Not not) {
            return "not " + part(not.what());
        }
        Condition.Test test = (Condition.Test) condition;
        String call = call(test.measure(), test.left(), test.right());
        boolean plain = test.relation() == Relation.AT_LEAST && test.bound() == 1 && Vocabulary.measure(test.measure())
                .filter(measure -> measure.scale() == Scale.YES_NO).isPresent();
        return plain ? call : call + " " + test.relation().sign() + " "
                + BigDecimal.valueOf(test.bound()).stripTrailingZeros().toPlainString();
    }

    static String call(String measure, String left, String right) {
        return measure + "(" + (left.equals(right) ? quoted(left) : quoted(left) + ", " + quoted(right)) + ")";
    }

    private static String joined(List<Condition> parts, String word) {
        return parts.stream().map(ConditionPrinter::part).collect(Collectors.joining(word));
    }

    private static String part(Condition condition) {
        boolean alone = condition instanceof Condition.Test || condition instanceof Condition.Not;
        return alone ? print(condition) : "(" + print(condition) + ")";
    }

    private static String quoted(String column) {
        return plain(column) ? column : "'" + column.replace("'", "''") + "'";
    }

    private static boolean plain(String column) {
        return !column.isEmpty() && ConditionLexer.inWord(column.charAt(0)) && !RESERVED.contains(column.toLowerCase())
                && column.chars().allMatch(c -> ConditionLexer.inWord((char) c) || c >= '0' && c <= '9');
    }
}
