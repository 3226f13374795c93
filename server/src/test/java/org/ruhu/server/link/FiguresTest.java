package org.ruhu.server.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource({"0, 10, 0.0, 0.2775", "10, 10, 0.7225, 1.0", "81, 263, 0.2553, 0.3662", "1, 1, 0.2065, 1.0"})
    void anIntervalStaysWithinReason(long of, long all, double low, double high) {
        assertThat(Figures.wilson(of, all)).containsExactly(new double[] {low, high}, within(0.0001));
    }

    /** 20 same, 15 different, 5 and 10 not agreed: pooled shares 45 and 55 of 100. */
    @Test
    void agreementIsMeasuredAgainstChance() {
        List<List<Verdict>> twice = new ArrayList<>();
        add(twice, 20, Verdict.SAME, Verdict.SAME);
        add(twice, 15, Verdict.DIFFERENT, Verdict.DIFFERENT);
        add(twice, 5, Verdict.SAME, Verdict.DIFFERENT);
        add(twice, 10, Verdict.DIFFERENT, Verdict.SAME);
        double chance = 0.55 * 0.55 + 0.45 * 0.45;
        assertThat(Figures.kappa(twice).orElseThrow()).isCloseTo((0.7 - chance) / (1 - chance), within(1e-12));
    }

    @Test
    void whoAlwaysSayTheSameTellNothingOfChance() {
        assertThat(Figures.kappa(List.of(List.of(Verdict.SAME, Verdict.SAME)))).isEmpty();
    }

    private static void add(List<List<Verdict>> to, int times, Verdict first, Verdict second) {
        for (int i = 0; i < times; i++) {
            to.add(List.of(first, second));
        }
    }
}
