package org.ruhu.tools.link.settings;

import java.util.List;
import java.util.function.UnaryOperator;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.condition.ConditionParser;

/**
 * A ready-made comparison. Its levels are written for columns called {@code a} and, if it looks at two, {@code b}; a
 * third called {@code both} holds the two joined.
 *
 * @param clean   what is done to its columns where the settings do not say so themselves
 * @param missing when nothing can be said
 * @param joined  what is done to the two columns joined
 */
record Kind(String name, int columns, List<String> clean, String missing, List<String> joined, List<Step> steps) {

    /** @param frequency the column whose common values say less; empty if it is all the same */
    record Step(String when, String label, String frequency) {
        Step often(String column) {
            return new Step(when, label, column);
        }
    }

    static Step step(String label, String when) {
        return new Step(when, label, "");
    }

    boolean joins() {
        return steps.stream()
                .anyMatch(step -> step.frequency().equals("both") || condition(step).columns().contains("both"));
    }

    static Condition condition(Step step) {
        return ConditionParser.parse(step.when(), "a");
    }

    static Condition renamed(Condition condition, UnaryOperator<String> names) {
        if (condition instanceof Condition.And and) {
            return new Condition.And(and.all().stream().map(part -> renamed(part, names)).toList());
        }
        if (condition instanceof Condition.Or or) {
            return new Condition.Or(or.any().stream().map(part -> renamed(part, names)).toList());
        }
        if (condition instanceof Condition.Not not) {
            return new Condition.Not(renamed(not.what(), names));
        }
        Condition.Test test = (Condition.Test) condition;
        return new Condition.Test(test.measure(), names.apply(test.left()), names.apply(test.right()), test.relation(),
                test.bound());
    }
}
