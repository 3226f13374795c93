package org.ruhu.tools.link.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordMeasuresTest {

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "tashi dolma, dolma tashi, 1",
        "tashi, tashi dolma, 0.667",
        "tashi dolma, tashi dolmo, 0.96",
        "'', tashi, 0",
    })
    void eachWordIsComparedWithTheNearestOfTheOtherText(String left, String right, double expected) {
        assertThat(similar(left, right)).isCloseTo(expected, within(.02));
        assertThat(similar(right, left)).isEqualTo(similar(left, right));
    }

    @Test
    void upToThirtyTwoWordsEachASlipInEveryWordIsForgiven() {
        assertThat(similar(words("village", 32), words("vilage", 32))).isGreaterThan(.9);
    }

    @Test
    void ofLongerTextsOnlyEqualWordsCount() {
        assertThat(similar(words("village", 33), words("vilage", 32))).isZero();
        assertThat(similar(words("a", 40), words("a", 60))).isCloseTo(2 * 40 / 100.0, within(1e-9));
        assertThat(similar(words("a", 60), words("a", 40))).isEqualTo(similar(words("a", 40), words("a", 60)));
    }

    @Test
    void twoBooksAreComparedInOneGo() {
        assertThat(similar(words("a", 200_000), words("a", 300_000))).isCloseTo(.8, within(1e-9));
    }

    private static String words(String beginning, int count) {
        return IntStream.range(0, count).mapToObj(i -> beginning + i).collect(Collectors.joining(" "));
    }

    private static double similar(String left, String right) {
        return WordMeasures.similar(left.toCharArray(), 0, left.length(), right.toCharArray(), 0, right.length());
    }
}
