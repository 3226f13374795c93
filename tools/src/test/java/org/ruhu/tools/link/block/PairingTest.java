package org.ruhu.tools.link.block;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.link.Settings.Scope;

class PairingTest {

    @ParameterizedTest(name = "{0}, {1} and {2} rows, {3} others each: {4}")
    @CsvSource({
        "WITHIN, 100, 0, 1, 50",
        "WITHIN, 100, 0, 49, 2450",
        "ACROSS, 100, 30, 1, 30",
        "ACROSS, 30, 100, 4, 120",
        "BOTH, 60, 40, 1, 50",
    })
    void noMoreAreMatchesThanEachRowMayHave(Scope scope, int first, int second, int others, double most) {
        assertThat(new Pairing(scope, first, first + second).matches(others)).isEqualTo(most);
    }
}
