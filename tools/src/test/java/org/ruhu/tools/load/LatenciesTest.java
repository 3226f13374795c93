package org.ruhu.tools.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void percentilesAreWithinAPartIn32() {
        Latencies latencies = new Latencies();
        for (int millis = 1; millis <= 1000; millis++) {
            latencies.add(millis * 1_000_000L);
        }
        assertThat(latencies.count()).isEqualTo(1000);
        assertThat(latencies.millis(0.5)).isCloseTo(500, within(500 / 32.0));
        assertThat(latencies.millis(0.99)).isCloseTo(990, within(990 / 32.0));
        assertThat(latencies.millis(1)).isGreaterThanOrEqualTo(1000).isCloseTo(1000, within(1000 / 32.0));
    }

    @Test
    void nothingMeasuredIsNothing() {
        assertThat(new Latencies().millis(0.99)).isZero();
    }

    @Test
    void theShortestAndTheLongestFit() {
        Latencies latencies = new Latencies();
        latencies.add(0);
        latencies.add(Long.MAX_VALUE);
        assertThat(latencies.count()).isEqualTo(2);
    }
}
