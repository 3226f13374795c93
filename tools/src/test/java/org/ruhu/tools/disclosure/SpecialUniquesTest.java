package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who is unique with few keys, and how much that tells. */
class SpecialUniquesTest {

    /**
     * Worked by hand, three keys: the first person is alone with the first key and with the third (2! each), the second
     * and third are alike, and the fourth, fifth and sixth are alone with the second and third together (1! each).
     */
    private static final int[][] KEYS = {{9, 1, 1, 1, 1, 1}, {1, 1, 1, 1, 2, 2}, {1, 2, 2, 3, 3, 2}};

    @Test
    void scoresAreThoseOfTheFormula() {
        SpecialUniques special = SpecialUniques.of(KEYS, 6, 0.1);
        assertThat(special.uniques()).isEqualTo(4);
        assertThat(special.score()).containsExactly(4, 0, 0, 1, 1, 1);
        assertThat(special.contribution()).containsExactly(new double[] {2 / 7.0, 3 / 7.0, 5 / 7.0}, within(1e-12));
    }

    /** Scores that sdcMicro's own code gave these six, {@code suda2(DisFraction = 0.1)}; it computes with 32 bits. */
    @Test
    void theChanceOfARightMatchIsThatOfSdcMicro() {
        assertThat(SpecialUniques.of(KEYS, 6, 0.1).disclosive()).containsExactly(
                new double[] {0.499590814693, 0, 0, 0.150012286620, 0.150012286620, 0.150012286620}, within(1e-7));
    }

    @Test
    void aBlankedCellMakesNobodyUnique() {
        int[][] keys = {{Column.BLANKED, 1, 1}, {1, 1, 1}};
        assertThat(SpecialUniques.of(keys, 3, 0.1).score()).containsOnly(0);
    }

    /** Against the definition, tried for every person and set of keys. */
    @Test
    void minimalSetsAreThoseOfTheDefinition() {
        Random random = new Random(7);
        int[][] keys = new int[4][60];
        for (int[] key : keys) {
            Arrays.setAll(key, row -> random.nextInt(5) - 1);
        }
        SpecialUniques special = SpecialUniques.of(keys, 60, 0.2);
        for (int row = 0; row < 60; row++) {
            double score = 0;
            for (int set = 1; set < 16; set++) {
                if (minimal(keys, row, set)) {
                    score += new double[] {6, 2, 1, 1}[Integer.bitCount(set) - 1];
                }
            }
            assertThat(special.score()[row]).as("row " + row).isEqualTo(score);
        }
    }

    private static boolean minimal(int[][] keys, int row, int set) {
        return unique(keys, row, set) && IntStream.range(0, 4).filter(key -> (set >> key & 1) == 1)
                .noneMatch(key -> unique(keys, row, set & ~(1 << key)));
    }

    private static boolean unique(int[][] keys, int row, int set) {
        int[] chosen = IntStream.range(0, 4).filter(key -> (set >> key & 1) == 1).toArray();
        return Arrays.stream(chosen).noneMatch(key -> keys[key][row] == Column.BLANKED)
                && IntStream.range(0, keys[0].length).filter(other -> other != row).noneMatch(other ->
                        Arrays.stream(chosen).allMatch(key -> keys[key][other] == keys[key][row]));
    }
}
