package org.ruhu.tools.link.score;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.ruhu.tools.link.condition.Condition.Relation;
import org.ruhu.tools.link.condition.Condition.Test;
import org.ruhu.tools.link.condition.Vocabulary;
import org.ruhu.tools.link.condition.Vocabulary.Scale;
import org.ruhu.tools.link.likeness.Screen;
import org.ruhu.tools.link.measure.Likeness;
import org.ruhu.tools.link.measure.Measures;
import org.ruhu.tools.link.table.Values;

/** All tests of one measure between the same two columns: measured once, compared with every bound. */
final class Ask {

    private final Likeness likeness;
    private final Relation[] relations;
    private final double[] bounds;
    private final int[] bits;
    /** Whether every test asks for likeness, so that a pair that does not reach the loosest bound passes none. */
    private final boolean climbing;
    private final double loosest;
    /** About how long measuring takes: the letters of a value, or 1 where they are not looked at. */
    private final double cost;

    /** @param bits of each test, by which it is told whether it holds */
    Ask(String measure, List<Test> tests, int[] bits, Values left, Values right) {
        likeness = Measures.named(measure).between(left, right);
        relations = tests.stream().map(Test::relation).toArray(Relation[]::new);
        bounds = tests.stream().mapToDouble(Test::bound).toArray();
        this.bits = bits;
        boolean distance = Vocabulary.measure(measure).filter(known -> known.scale() == Scale.DISTANCE).isPresent();
        Relation towards = distance ? Relation.AT_MOST : Relation.AT_LEAST;
        climbing = List.of(relations).stream().allMatch(relation -> relation == towards);
        double limit = bounds[0];
        for (double bound : bounds) {
            limit = distance ? Math.max(limit, bound) : Math.min(limit, bound);
        }
        loosest = limit;
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
        return likeness.ofEqual().stream().mapToInt(this::compared).findFirst();
    }

    private int compared(double value) {
        int holding = 0;
        for (int i = 0; i < bits.length; i++) {
            holding |= relations[i].holds(value, bounds[i]) ? bits[i] : 0;
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
