package org.ruhu.tools.link.again;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.block.Pairing;
import org.ruhu.tools.link.score.Scored;

class ThirdsTest {

    private static final Pairing WITHIN = new Pairing(Scope.WITHIN, 4, 4);

    /** Rows 0 and 1, 1 and 2, 2 and 3 are linked. */
    private static final Scored CHAIN = new Scored(new int[] {0, 1, 2}, new int[] {1, 2, 3}, new float[] {20, 2, -9},
            new int[3], new byte[3], -20, false, new long[1]);

    @Test
    void whoIsLinkedToTheSameIsAPairAsLikelyAsBothLinksHold() {
        Map<Long, Float> found = new Thirds(CHAIN, 4, WITHIN, -5, 50, List.of()).found();

        assertThat(found).containsOnlyKeys(Pairs.packed(0, 2));
        assertThat(found.get(Pairs.packed(0, 2))).isCloseTo(2f, within(.001f));
    }

    @ParameterizedTest(name = "numbers {0}, {1}, {2}: {3}")
    @CsvSource({"1, 0, 2, false", "1, 1, 2, true", "1, 0, 1, true", "0, 0, 2, true"})
    void aThirdThatCouldBeEitherOfTwoPersonsSaysNothing(int first, int third, int second, boolean pair) {
        int[] numbers = {first, third, second, 0};

        assertThat(new Thirds(CHAIN, 4, WITHIN, -5, 50, List.of(numbers)).found().containsKey(Pairs.packed(0, 2)))
                .isEqualTo(pair);
    }

    @Test
    void recordsWithManyLinksAndPairsThatMayNotBeSayNothing() {
        assertThat(new Thirds(CHAIN, 4, WITHIN, -5, 1, List.of()).found()).isEmpty();
        assertThat(new Thirds(CHAIN, 4, new Pairing(Scope.ACROSS, 3, 4), -5, 50, List.of()).found()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0, 0, -1.585", "60, 60, 59", "-10, 60, -10", "40, 3, 3"})
    void twoLinksAreWeakerThanEach(float one, float other, float both) {
        assertThat(Thirds.both(one, other)).isCloseTo(both, within(.001f));
    }
}
