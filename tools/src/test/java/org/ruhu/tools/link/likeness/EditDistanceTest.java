package org.ruhu.tools.link.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''       | ''       | 0 | 0 | 0
            ''       | 扎西      | 2 | 2 | 2
            扎西      | 扎西      | 0 | 0 | 0
            扎西卓玛   | 扎西卓嘎   | 1 | 1 | 1
            zhaxi    | zhaix    | 2 | 1 | 1
            ca       | abc      | 3 | 3 | 2
            abc      | ca       | 3 | 3 | 2
            kitten   | sitting  | 3 | 3 | 3
            duoji    | zhuoma   | 4 | 4 | 4
            a cat    | an abct  | 4 | 4 | 3
            """)
    void distancesOfWords(String left, String right, int levenshtein, int optimalAlignment, int damerau) {
        assertThat(Texts.likeness(Levenshtein::of, left, right)).isEqualTo(levenshtein);
        assertThat(Texts.likeness(OptimalAlignment::of, left, right)).isEqualTo(optimalAlignment);
        assertThat(Texts.likeness(Damerau::of, left, right)).isEqualTo(damerau);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            549901199001021234 | 549901199001021234 | 0
            549901199001021234 | 549901199001021243 | 2
            549901199001021234 | 549901190901021234 | 2
            549901199001021234 | 549901199001021235 | 1
            549901199001021234 | 49901199001021234  | 1
            549901199001021234 | 549901198903121234 | 3
            """)
    void distancesOfIdNumbers(String left, String right, int levenshtein) {
        assertThat(Texts.likeness(Levenshtein::of, left, right)).isEqualTo(levenshtein);
    }

    @Test
    void levenshteinIsThatOfCommonsText() {
        LevenshteinDistance commons = LevenshteinDistance.getDefaultInstance();
        for (Texts.Pair pair : pairs()) {
            assertThat(Texts.likeness(Levenshtein::of, pair.left(), pair.right())).as(pair.toString())
                    .isEqualTo(commons.apply(pair.left(), pair.right()).doubleValue());
        }
    }

    @Test
    void theQuickWaysFindWhatTheDefinitionSays() {
        for (Texts.Pair pair : Texts.random(2, 20_000, 8, "abc")) {
            assertThat(Texts.likeness(OptimalAlignment::of, pair.left(), pair.right())).as(pair.toString())
                    .isEqualTo(slow(pair, false));
            assertThat(Texts.likeness(Damerau::of, pair.left(), pair.right())).as(pair.toString())
                    .isEqualTo(slow(pair, true));
        }
        for (Texts.Pair pair : Texts.random(3, 100, 200, "abcd扎西")) {
            assertThat(Texts.likeness(OptimalAlignment::of, pair.left(), pair.right())).as(pair.toString())
                    .isEqualTo(slow(pair, false));
            assertThat(Texts.likeness(Damerau::of, pair.left(), pair.right())).as(pair.toString())
                    .isEqualTo(slow(pair, true));
        }
    }

    @Test
    void withinAgreesWithTheDistance() {
        for (Texts.Pair pair : pairs()) {
            for (int edits = 0; edits < 6; edits++) {
                String what = edits + " " + pair;
                assertThat(Texts.within(Levenshtein::within, edits, pair.left(), pair.right())).as(what)
                        .isEqualTo(Texts.likeness(Levenshtein::of, pair.left(), pair.right()) <= edits);
                assertThat(Texts.within(OptimalAlignment::within, edits, pair.left(), pair.right())).as(what)
                        .isEqualTo(Texts.likeness(OptimalAlignment::of, pair.left(), pair.right()) <= edits);
                assertThat(Texts.within(Damerau::within, edits, pair.left(), pair.right())).as(what)
                        .isEqualTo(Texts.likeness(Damerau::of, pair.left(), pair.right()) <= edits);
            }
        }
    }

    @Test
    void lettersNeverHideAPairThatIsWithin() {
        int told = 0;
        for (Texts.Pair pair : pairs()) {
            int bound = Letters.edits(pair.left().length(), Texts.letters(pair.left()),
                    pair.right().length(), Texts.letters(pair.right()));
            double distance = Texts.likeness(Damerau::of, pair.left(), pair.right());
            assertThat(bound).as(pair.toString()).isLessThanOrEqualTo((int) distance);
            told += bound > 2 ? 1 : 0;
        }
        assertThat(told).isGreaterThan(1000);
    }

    @Test
    void nothingIsLeftOfAnEarlierText() {
        assertThat(Texts.likeness(Levenshtein::of, "扎西卓玛", "多吉卓嘎拉")).isEqualTo(4);
        assertThat(Texts.likeness(Levenshtein::of, "卓玛多吉", "扎西拉姆")).isEqualTo(4);
        assertThat(Texts.likeness(Levenshtein::of, "abcd", "扎西")).isEqualTo(4);
    }

    private static List<Texts.Pair> pairs() {
        List<Texts.Pair> pairs = Texts.random(1, 4000, 12, "abcde");
        pairs.addAll(Texts.random(4, 2000, 20, "abcdefghijklmnop 0123"));
        pairs.addAll(Texts.random(5, 2000, 5, "扎西卓玛多吉拉姆"));
        pairs.addAll(Texts.random(6, 600, 300, "abcd扎西"));
        pairs.addAll(Texts.random(7, 600, 70, "ab"));
        return pairs;
    }

    /** The recurrence as it is written in Lowrance and Wagner, with all rows kept and every gap tried. */
    private static double slow(Texts.Pair pair, boolean gaps) {
        String a = pair.left();
        String b = pair.right();
        int[][] distance = new int[a.length() + 1][b.length() + 1];
        Map<Character, Integer> lastRows = new HashMap<>();
        for (int i = 0; i <= a.length(); i++) {
            int lastColumn = 0;
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    distance[i][j] = i + j;
                    continue;
                }
                int same = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int least = Math.min(Math.min(distance[i - 1][j], distance[i][j - 1]) + 1, distance[i - 1][j - 1] + same);
                int row = lastRows.getOrDefault(b.charAt(j - 1), 0);
                if (row > 0 && lastColumn > 0 && (gaps || row == i - 1 && lastColumn == j - 1)) {
                    least = Math.min(least, distance[row - 1][lastColumn - 1] + i - row - 1 + j - lastColumn);
                }
                if (same == 0) {
                    lastColumn = j;
                }
                distance[i][j] = least;
            }
            if (i > 0) {
                lastRows.put(a.charAt(i - 1), i);
            }
        }
        return distance[a.length()][b.length()];
    }
}
