package org.ruhu.tools.indicator.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.indicator.Lack;

class SharesTest {

    /** Newcombe 1998, Statistics in Medicine 17, table I: his examples, methods 3 (Wilson) and 5 (Clopper-Pearson). */
    @ParameterizedTest
    @CsvSource({
        "81, 263, 0.2553, 0.3662, 0.2527, 0.3676",
        "15, 148, 0.0624, 0.1605, 0.0578, 0.1617",
        "0, 20, 0.0000, 0.1611, 0.0000, 0.1684",
        "1, 29, 0.0061, 0.1718, 0.0009, 0.1776"})
    void newcombesExamples(double cases, double size, double low, double high, double exactLow, double exactHigh) {
        near(Shares.wilson(cases / size, size, 0.95), low, high);
        near(Shares.clopperPearson(cases / size, size, 0.95), exactLow, exactHigh);
    }

    private static void near(Bounds bounds, double low, double high) {
        assertThat(bounds.low().value().orElseThrow()).isCloseTo(low, within(5e-5));
        assertThat(bounds.high().value().orElseThrow()).isCloseTo(high, within(5e-5));
    }

    @Test
    void withNoCaseIn149PersonsTheShareIsBelowTwoPercent() {
        assertThat(Shares.noCaseBound(149, 0.95)).isLessThan(0.02);
        assertThat(Shares.noCaseBound(148, 0.95)).isGreaterThan(0.02);
        assertThat(Shares.noCaseBound(149, 0.95)).isCloseTo(1 - Math.pow(0.05, 1 / 149.0), within(1e-15));
        assertThat(Shares.noCaseBound(0, 0.95)).isEqualTo(1);
    }

    private static Proportion of(double... cases) {
        DesignBuilder builder = new DesignBuilder(Lonely.REFUSE);
        double[] persons = new double[cases.length];
        for (int i = 0; i < cases.length; i++) {
            builder.add("all", "c" + i, 3);
            persons[i] = 50;
        }
        return new Estimator(builder.build()).proportion(cases, persons, Design.ALL);
    }

    @Test
    void withoutACaseTheAssumedDesignEffectDecides() {
        Proportion none = of(0, 0, 0, 0);
        Confidence plain = new Confidence(0.95, false, true, 2);
        assertThat(none.tells()).isFalse();
        assertThat(none.effectiveSize(plain).value()).hasValue(100);
        assertThat(none.deff(plain).value()).hasValue(2);
        assertThat(none.wilson(plain).low().value()).hasValue(0);
        assertThat(none.logit(0.95).low().lack()).contains(Lack.NO_VARIATION);
        assertThat(of(50, 50).clopperPearson(plain).high().value()).hasValue(1);
    }

    @Test
    void theEffectiveSizeIsNotAboveTheSampleUnlessSaid() {
        Proportion alike = of(5, 5, 5, 6);
        assertThat(alike.effectiveSize(new Confidence(0.95, false, true, 1)).value()).hasValue(200);
        assertThat(alike.effectiveSize(new Confidence(0.95, false, false, 1)).value().orElseThrow())
                .isGreaterThan(1000);
    }

    @Test
    void oneClusterDoesNotSayHowClustersDiffer() {
        assertThat(of(3).wilson(Confidence.of95(1)).low().lack()).contains(Lack.TOO_FEW);
    }
}
