package org.ruhu.tools.link.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            0   | 10   | 0      | 0.2775
            5   | 10   | 0.2366 | 0.7634
            10  | 10   | 0.7225 | 1
            15  | 148  | 0.0624 | 0.1605
            998 | 1000 | 0.9927 | 0.9995
            """)
    void wilsonsIntervalOfAShare(long hits, long cases, double low, double high) {
        Interval interval = Interval.wilson(hits, cases);
        assertThat(interval.low()).isCloseTo(low, within(5e-5));
        assertThat(interval.high()).isCloseTo(high, within(5e-5));
    }

    /** The ends are the shares from which what was seen lies 1.96 standard errors away. */
    @Test
    void anEndIsAShareThatWhatWasSeenJustAllows() {
        for (long hits = 1; hits < 40; hits++) {
            Interval interval = Interval.wilson(hits, 40);
            for (double end : new double[] {interval.low(), interval.high()}) {
                double error = Math.sqrt(end * (1 - end) / 40);
                assertThat(Math.abs(hits / 40.0 - end) / error).isCloseTo(1.959964, within(1e-5));
            }
        }
    }

    @Test
    void aShareOfNothingLiesNowhere() {
        assertThat(Interval.wilson(0, 0).low()).isNaN();
        assertThat(new Score(0, 0, 3).precision()).isNaN();
        assertThat(new Score(0, 0, 3).f1()).isZero();
        assertThat(new Score(0, 0, 0).f1()).isNaN();
    }

    @Test
    void f1LiesInItsInterval() {
        Score score = new Score(90, 6, 4);
        assertThat(score.precision()).isEqualTo(90 / 96.0);
        assertThat(score.recall()).isEqualTo(90 / 94.0);
        assertThat(score.f1()).isCloseTo(2 / (96 / 90.0 + 94 / 90.0), within(1e-12));
        assertThat(score.f1()).isBetween(score.f1Interval().low(), score.f1Interval().high());
        assertThat(score.f1Interval().high() - score.f1Interval().low()).isLessThan(0.09);
    }
}
