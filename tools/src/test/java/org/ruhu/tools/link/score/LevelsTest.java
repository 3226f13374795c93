package org.ruhu.tools.link.score;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Comparison.Level;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.condition.Condition.And;
import org.ruhu.tools.link.condition.Condition.Not;
import org.ruhu.tools.link.condition.Condition.Or;
import org.ruhu.tools.link.condition.Condition.Relation;

class LevelsTest {

    private static final List<Condition.Test> TESTS = IntStream.range(0, 6).mapToObj(i ->
            new Condition.Test("exact", "column " + i, "column " + i, Relation.AT_LEAST, 1)).toList();

    private static Levels levels(Condition missing, Condition... levels) {
        return new Levels(new Comparison("name", missing, IntStream.range(0, levels.length).mapToObj(i ->
                new Level(levels[i], "level " + i, Optional.empty())).toList()), TESTS);
    }

    @Test
    void theFirstConditionThatHoldsIsTheLevel() {
        Levels levels = levels(new And(List.of(TESTS.get(0), new Not(TESTS.get(1)))),
                new Or(List.of(TESTS.get(1), TESTS.get(2))), TESTS.get(3));
        assertThat(IntStream.of(0b0001, 0b0011, 0b0100, 0b1100, 0b1000, 0b0000).map(levels::level))
                .containsExactly(0, 1, 1, 1, 2, 3);
    }

    @Test
    void whatDecidesNothingAnyMoreNeedNotBeMeasured() {
        Levels levels = levels(TESTS.get(0), new And(List.of(TESTS.get(1), TESTS.get(2))), TESTS.get(2));
        int[] table = levels.table(3, 10);
        assertThat(Levels.needed(table, 0, 1)).containsExactly(1);
        assertThat(Levels.needed(table, 1, 1)).containsExactly(1, 0);
        assertThat(Levels.needed(table, 2, 1)).containsExactly(1, 0, 1, 0);
    }

    /** Bits that are not needed are left 0, as a judge leaves them. */
    @ParameterizedTest(name = "tests in groups of {0}")
    @ValueSource(ints = {1, 2, 3})
    void theLevelIsTheSameWithoutWhatIsNotNeeded(int each) {
        SplittableRandom random = new SplittableRandom(7);
        for (int time = 0; time < 200; time++) {
            int[] table = levels(any(random, 2), any(random, 3), any(random, 3), any(random, 1)).table(TESTS.size(), 1);
            for (int bits = 0; bits < table.length; bits++) {
                int measured = 0;
                for (int shift = 0; shift < TESTS.size(); shift += each) {
                    int group = (1 << each) - 1 << shift;
                    measured |= Levels.needed(table, shift, each)[measured] == 0 ? 0 : bits & group;
                }
                assertThat(table[measured]).isEqualTo(table[bits]);
            }
        }
    }

    private static Condition any(SplittableRandom random, int depth) {
        Condition test = TESTS.get(random.nextInt(TESTS.size()));
        if (depth == 0) {
            return random.nextBoolean() ? test : new Not(test);
        }
        List<Condition> parts = new ArrayList<>(List.of(test, any(random, depth - 1), any(random, depth - 1)));
        return random.nextBoolean() ? new And(parts) : new Or(parts);
    }
}
