package org.ruhu.tools.link.score;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ruhu.tools.link.condition.Condition.Relation;
import org.ruhu.tools.link.condition.Condition.Test;
import org.ruhu.tools.link.condition.Vocabulary;
import org.ruhu.tools.link.condition.Vocabulary.Scale;
import org.ruhu.tools.link.likeness.Screen;
import org.ruhu.tools.link.measure.Likeness;
import org.ruhu.tools.link.measure.Measure;
import org.ruhu.tools.link.measure.Measures;
import org.ruhu.tools.link.table.Values;

/** All tests of one measure between the same two columns: measured once, compared with every bound. */
final class Ask {

    private final Plan plan;
    private final Likeness likeness;
    private final int[] bits;
    private final boolean climbing;
    private final double loosest;
    /** About how long measuring takes: the letters of a value, or 1 where they are not looked at. */
    private final double cost;

    /** What does not depend on the values. */
    static final class Plan {
        private final Measure measure;
        private final Relation[] relations;
        private final double[] bounds;
        private final int[] bits;
        /** Whether every test asks for likeness, so that a pair that does not reach the loosest bound passes none. */
        private final boolean climbing;
        private final double loosest;

        /** @param bits of each test, by which it is told whether it holds */
        Plan(String name, List<Test> tests, int[] bits) {
            measure = Measures.named(name);
            relations = tests.stream().map(Test::relation).toArray(Relation[]::new);
            bounds = tests.stream().mapToDouble(Test::bound).toArray();
            this.bits = bits;
            boolean distance = Vocabulary.measure(name).filter(known -> known.scale() == Scale.DISTANCE).isPresent();
            Relation towards = distance ? Relation.AT_MOST : Relation.AT_LEAST;
            climbing = List.of(relations).stream().allMatch(relation -> relation == towards);
            double limit = bounds[0];
            for (double bound : bounds) {
                limit = distance ? Math.max(limit, bound) : Math.min(limit, bound);
            }
            loosest = limit;
        }
    }

    Ask(Plan plan, Ready ready, Values left, Values right) {
        this.plan = plan;
        likeness = ready.between(plan.measure, left, right);
        bits = plan.bits;
        climbing = plan.climbing;
        loosest = plan.loosest;
        cost = likeness.quick() ? 1 : 1 + (double) left.to(left.size() - 1) / left.size();
    }

    double cost() {
        return cost;
    }

    /** Bits that measuring may set. */
    int all() {
        return IntStream.of(bits).reduce(0, (one, other) -> one | other);
    }

    /** Bits of the tests that hold; neither value is missing. */
    int bits(int left, int right) {
        if (climbing && !likeness.reaches(loosest, left, right)) {
            return 0;
        }
        return climbing && bits.length == 1 ? bits[0] : compared(likeness.of(left, right));
    }

    /** For equal texts, if it is the same for all of them. */
    OptionalInt ofEqual() {
        OptionalDouble known = likeness.ofEqual();
        return known.isPresent() ? OptionalInt.of(compared(known.getAsDouble())) : OptionalInt.empty();
    }

    private int compared(double value) {
        int holding = 0;
        for (int i = 0; i < bits.length; i++) {
            holding |= plan.relations[i].holds(value, plan.bounds[i]) ? bits[i] : 0;
        }
        return holding;
    }

    boolean quick() {
        return likeness.quick();
    }

    /** What says of most pairs that no test holds. */
    Optional<Screen> screen() {
        return climbing ? likeness.screen(loosest) : Optional.empty();
    }
}
