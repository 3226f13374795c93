package org.ruhu.tools.link.again;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.block.Pairing;
import org.ruhu.tools.link.cluster.Links;
import org.ruhu.tools.link.household.Rosters;

class RemainingTest {

    /** Rows 0 to 2, 3 to 5 and 6 to 7 live together. */
    private static final int[] HOUSEHOLDS = {1, 1, 1, 2, 2, 2, 3, 3};
    private static final Rosters ROSTERS = Rosters.of(HOUSEHOLDS, 8);

    @Test
    void theOthersOfTwoHouseholdsAreComparedOnceHoweverTheLinksAreOrdered() {
        assertThat(pairs(Scope.WITHIN, 8, new int[][] {{0, 3}})).containsExactly("1-4", "1-5", "2-4", "2-5");
        assertThat(pairs(Scope.WITHIN, 8, new int[][] {{0, 3}, {2, 6}, {4, 1}}))
                .isEqualTo(pairs(Scope.WITHIN, 8, new int[][] {{4, 1}, {0, 3}, {2, 6}}))
                .containsExactly("0-7", "1-7", "2-5");
    }

    @Test
    void nobodyIsComparedWithThoseOfTheOwnHouseholdOrWithWhomTheScopeForbids() {
        assertThat(pairs(Scope.WITHIN, 8, new int[][] {{0, 1}})).isEmpty();
        assertThat(pairs(Scope.ACROSS, 3, new int[][] {{3, 6}})).isEmpty();
        assertThat(pairs(Scope.ACROSS, 3, new int[][] {{0, 3}})).hasSize(4);
    }

    @Test
    void whoLivesInABarracksSaysNothing() {
        int[] households = new int[60];
        Arrays.fill(households, 0, 51, 1);
        Arrays.fill(households, 51, 60, 2);
        Links one = new Links(new int[] {0}, new int[] {51}, new float[1]);

        assertThat(Remaining.of(Rosters.of(households, 60), new Pairing(Scope.WITHIN, 60, 60), one)).isEmpty();
    }

    private static List<String> pairs(Scope scope, int first, int[][] links) {
        long[] found = Remaining.of(ROSTERS, new Pairing(scope, first, 8), new Links(
                Arrays.stream(links).mapToInt(link -> link[0]).toArray(),
                Arrays.stream(links).mapToInt(link -> link[1]).toArray(), new float[links.length]));
        return Arrays.stream(found).mapToObj(pair -> Pairs.left(pair) + "-" + Pairs.right(pair)).toList();
    }
}
