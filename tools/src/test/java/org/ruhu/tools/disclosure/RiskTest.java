package org.ruhu.tools.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** The eight people by whom sdcMicro explains its frequencies and risks (Templ, Kowarik and Meindl 2015, part 4). */
class RiskTest {

    private static final int[][] KEYS = {{1, 1, 1, 3, 4, 4, 6, 1}, {2, 2, 2, 3, 3, 3, 2, 2}, {5, 1, 1, 1, 1, 1, 1, 5},
        {1, 1, 1, 5, 4, 1, 5, 1}};
    private static final double[] WEIGHTS = {18, 45.5, 39, 17, 541, 8, 5, 92};

    @Test
    void frequenciesAreThoseOfTheLiterature() {
        Frequencies frequencies = Frequencies.of(KEYS, WEIGHTS);
        assertThat(frequencies.sample()).containsExactly(2, 2, 2, 1, 1, 1, 1, 2);
        assertThat(frequencies.population()).containsExactly(110, 84.5, 84.5, 17, 541, 8, 5, 110);
    }

    @Test
    void individualRisksAreThoseOfTheLiterature() {
        double[] expected = {0.01714426, 0.02204233, 0.02204233, 0.17707583, 0.01165448, 0.29706308, 0.40235948,
            0.01714426};
        Risk risk = Risk.of(KEYS, WEIGHTS, new int[] {0, 1, 2, 3, 4, 5, 6, 7});
        for (int i = 0; i < expected.length; i++) {
            assertThat(risk.person()[i]).isEqualTo(expected[i], within(5e-9));
        }
        assertThat(risk.largest()).isEqualTo(0.40235948, within(5e-9));
    }

    @Test
    void aBlankedCellMayBeAnybody() {
        int[][] keys = {{1, 1, 2, Column.BLANKED}, {7, 7, 7, 7}, {3, Column.BLANKED, 4, 3}};
        Frequencies frequencies = Frequencies.of(keys, new double[] {10, 20, 30, 40});
        assertThat(frequencies.sample()).containsExactly(3, 3, 1, 3);
        assertThat(frequencies.population()).containsExactly(70, 70, 30, 70);
    }

    @Test
    void inAWholeCensusTheRiskIsOneAmongThoseAlike() {
        assertThat(Risk.individual(4, 4)).isEqualTo(0.25);
    }

    @Test
    void aHouseholdIsFoundWhenAnyOfItsPeopleIs() {
        Risk risk = Risk.of(new int[][] {{1, 1, 2, 2}}, new double[] {1, 1, 1, 1}, new int[] {0, 0, 1, 1});
        assertThat(risk.household()).isEqualTo(0.75, within(1e-12));
        assertThat(risk.alone()).isEqualTo(2);
    }

    @Test
    void householdsOfTheSamePeopleInAnotherOrderAreAlike() {
        Risk risk = Risk.of(new int[][] {{1, 2, 2, 1, 2}}, new double[] {1, 1, 1, 1, 1}, new int[] {0, 0, 1, 1, 2});
        assertThat(risk.alone()).isOne();
    }
}
