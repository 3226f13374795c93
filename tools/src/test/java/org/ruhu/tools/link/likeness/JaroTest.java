package org.ruhu.tools.link.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JaroTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''       | ''       | 0      | 0
            ''       | 扎西      | 0      | 0
            扎        | 扎        | 1      | 1
            扎        | 西        | 0      | 0
            扎西      | 扎东      | 0.6667 | 0.6667
            扎西卓玛   | 扎西卓嘎   | 0.8333 | 0.8833
            扎西卓玛   | 西扎卓玛   | 0.9167 | 0.9167
            martha   | marhta   | 0.9444 | 0.9611
            dwayne   | duane    | 0.8222 | 0.84
            dixon    | dicksonx | 0.7667 | 0.8133
            abcdxxxx | abcdyyyy | 0.6667 | 0.6667
            abcdxx   | abcdyy   | 0.7778 | 0.8667
            """)
    void similaritiesOfWords(String left, String right, double jaro, double jaroWinkler) {
        assertThat(Texts.likeness(Jaro::of, left, right)).isCloseTo(jaro, within(5e-5));
        assertThat(Texts.likeness(JaroWinkler::of, left, right)).isCloseTo(jaroWinkler, within(5e-5));
    }

    @Test
    void likeCommonsTextWhereNoOddLetterIsOutOfOrder() {
        JaroWinklerSimilarity commons = new JaroWinklerSimilarity();
        int same = 0;
        List<Texts.Pair> pairs = pairs();
        for (Texts.Pair pair : pairs) {
            double theirs = pair.left().isEmpty() || pair.right().isEmpty() ? 0 : commons.apply(pair.left(), pair.right());
            double ours = Texts.likeness(JaroWinkler::of, pair.left(), pair.right());
            same += Math.abs(theirs - ours) < 1e-9 ? 1 : 0;
        }
        assertThat(same).isGreaterThan(pairs.size() * 9 / 10);
    }

    @Test
    void atLeastAgreesWithTheSimilarityAtEveryThreshold() {
        double[] thresholds = {0, 0.5, 0.7, 0.8, 0.88, 0.92, 0.95, 1};
        for (Texts.Pair pair : pairs()) {
            double jaro = Texts.likeness(Jaro::of, pair.left(), pair.right());
            double winkler = Texts.likeness(JaroWinkler::of, pair.left(), pair.right());
            for (double threshold : thresholds) {
                agrees(pair, threshold, jaro, winkler);
            }
            agrees(pair, jaro, jaro, winkler);
            agrees(pair, winkler, jaro, winkler);
        }
    }

    private static void agrees(Texts.Pair pair, double threshold, double jaro, double winkler) {
        char[] a = pair.left().toCharArray();
        char[] b = pair.right().toCharArray();
        long aLetters = Texts.letters(pair.left());
        long bLetters = Texts.letters(pair.right());
        String at = threshold + " " + pair;
        assertThat(Jaro.atLeast(threshold, a, 0, a.length, b, 0, b.length)).as(at).isEqualTo(jaro >= threshold);
        assertThat(Jaro.atLeast(threshold, a, 0, a.length, aLetters, b, 0, b.length, bLetters)).as(at)
                .isEqualTo(jaro >= threshold);
        assertThat(JaroWinkler.atLeast(threshold, a, 0, a.length, b, 0, b.length)).as(at).isEqualTo(winkler >= threshold);
        assertThat(JaroWinkler.atLeast(threshold, a, 0, a.length, aLetters, b, 0, b.length, bLetters)).as(at)
                .isEqualTo(winkler >= threshold);
    }

    private static List<Texts.Pair> pairs() {
        List<Texts.Pair> pairs = Texts.random(11, 4000, 10, "abcdefgh");
        pairs.addAll(Texts.random(12, 2000, 30, "abcdefghijklmnop 0123"));
        pairs.addAll(Texts.random(13, 2000, 5, "扎西卓玛多吉拉姆"));
        pairs.addAll(Texts.random(14, 300, 150, "abcd扎西"));
        return pairs;
    }
}
