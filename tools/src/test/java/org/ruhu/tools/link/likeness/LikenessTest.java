package org.ruhu.tools.link.likeness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikenessTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            CHARACTERS | aabb          | abc           | 0.6667 | 1      | 2
            CHARACTERS | 扎西           | 扎东           | 0.3333 | 0.5    | 1
            CHARACTERS | ''            | abc           | 0      | 0      | 0
            CHARACTERS | ''            | ''            | 0      | 0      | 0
            BIGRAMS    | 扎西卓玛        | 扎西卓嘎        | 0.5    | 0.6667 | 2
            BIGRAMS    | a             | a             | 1      | 1      | 1
            BIGRAMS    | a             | ab            | 0      | 0      | 0
            BIGRAMS    | abab          | ab            | 0.5    | 1      | 1
            WORDS      | zhaxi zhuoma  | zhuoma  zhaxi | 1      | 1      | 2
            WORDS      | ' duoji '     | duoji zhaxi   | 0.5    | 1      | 1
            WORDS      | zhaxi zhaxi   | zhaxi zhuoma  | 0.5    | 1      | 1
            WORDS      | ' '           | zhaxi         | 0      | 0      | 0
            """)
    void whatTwoTextsShare(Bag cut, String left, String right, double jaccard, double overlap, int shared) {
        char[] a = left.toCharArray();
        char[] b = right.toCharArray();
        assertThat(Sets.jaccard(cut, a, 0, a.length, b, 0, b.length)).isCloseTo(jaccard, within(5e-5));
        Pieces both = new Pieces(cut, (left + right).toCharArray(), new int[] {0, a.length, a.length + b.length});
        assertThat(both.shared(0, both, 1)).isEqualTo(shared);
        assertThat((double) shared / Math.max(1, Math.min(both.different(0), both.different(1))))
                .isCloseTo(overlap, within(5e-5));
    }

    @Test
    void jaccardOfBigramsIsThatOfTheirSets() {
        for (Texts.Pair pair : Texts.random(31, 3000, 12, "abcd扎西")) {
            Set<String> either = bigrams(pair.left());
            Set<String> both = bigrams(pair.left());
            either.addAll(bigrams(pair.right()));
            both.retainAll(bigrams(pair.right()));
            double expected = both.isEmpty() ? 0 : (double) both.size() / either.size();
            double ours = Texts.likeness((a, af, at, b, bf, bt) -> Sets.jaccard(Bag.BIGRAMS, a, af, at, b, bf, bt),
                    pair.left(), pair.right());
            assertThat(ours).as(pair.toString()).isEqualTo(expected);
        }
    }

    private static Set<String> bigrams(String text) {
        Set<String> bigrams = new HashSet<>();
        for (int i = 0; i + 2 <= text.length(); i++) {
            bigrams.add(text.substring(i, i + 2));
        }
        if (text.length() == 1) {
            bigrams.add(text);
        }
        return bigrams;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''     | ''       | 0 | 0 | 0 | 0
            ''     | ab       | 0 | 0 | 2 | 0
            zhaxi  | zhaxi    | 5 | 5 | 0 | 5
            zhaxi  | zhaxing  | 5 | 0 | 2 | 5
            zhuoma | duoma    | 0 | 4 | 6 | 4
            扎西卓玛 | 西卓       | 0 | 0 | 4 | 2
            """)
    void runsOfLetters(String left, String right, int prefix, int suffix, int hamming, int longest) {
        assertThat(Texts.likeness(Runs::prefix, left, right)).isEqualTo(prefix);
        assertThat(Texts.likeness(Runs::suffix, left, right)).isEqualTo(suffix);
        assertThat(Texts.likeness(Runs::hamming, left, right)).isEqualTo(hamming);
        assertThat(Texts.likeness(Runs::longest, left, right)).isEqualTo(longest);
    }

    @Test
    void theLongestPieceIsInBothAndNoLongerOneIs() {
        for (Texts.Pair pair : Texts.random(32, 2000, 14, "abc")) {
            int longest = (int) Texts.likeness(Runs::longest, pair.left(), pair.right());
            assertThat(hasCommonPiece(pair, longest)).as(pair.toString()).isTrue();
            assertThat(hasCommonPiece(pair, longest + 1)).as(pair.toString()).isFalse();
        }
    }

    private static boolean hasCommonPiece(Texts.Pair pair, int length) {
        for (int i = 0; i + length <= pair.left().length(); i++) {
            if (pair.right().contains(pair.left().substring(i, i + length))) {
                return true;
            }
        }
        return false;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            31.14 | 97.17 | 31.14 | 97.17  | 0
            29.65 | 91.13 | 31.14 | 97.17  | 602.44
            0     | 0     | 0     | 180    | 20015.09
            0     | 0     | 90    | 0      | 10007.54
            0     | 179.5 | 0     | -179.5 | 111.19
            """)
    void kilometresOnTheGlobe(double aLatitude, double aLongitude, double bLatitude, double bLongitude, double kilometres) {
        assertThat(Numbers.kilometres(aLatitude, aLongitude, bLatitude, bLongitude)).isCloseTo(kilometres, within(0.01));
    }

    @Test
    void numbersDifferByAnAmountAndByAShareOfTheLarger() {
        assertThat(Numbers.difference(3, 5.5)).isEqualTo(2.5);
        assertThat(Numbers.share(80, 100)).isEqualTo(0.2);
        assertThat(Numbers.share(100, 80)).isEqualTo(0.2);
        assertThat(Numbers.share(0, 0)).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1990-01-02 | 1990-01-02 | 0   | 0 | 0 | 0  | 0
            2020-01-31 | 2020-02-01 | 1   | 1 | 0 | 0  | 0
            2020-02-29 | 2020-01-31 | 29  | 1 | 0 | 0  | 0
            2020-01-31 | 2020-03-02 | 31  | 2 | 0 | 1  | 0
            2019-12-31 | 2020-01-01 | 1   | 1 | 1 | 0  | 0
            1990-06-15 | 1991-06-15 | 365 | 12 | 1 | 12 | 1
            """)
    void daysMonthsAndYearsApart(LocalDate left, LocalDate right, int days, int monthTurns, int yearTurns,
            int wholeMonths, int wholeYears) {
        long a = left.toEpochDay();
        long b = right.toEpochDay();
        assertThat(Days.between(a, b)).isEqualTo(days);
        assertThat(Days.monthTurns(a, b)).isEqualTo(monthTurns);
        assertThat(Days.yearTurns(a, b)).isEqualTo(yearTurns);
        assertThat(Days.wholeMonths(a, b)).isEqualTo(wholeMonths);
        assertThat(Days.wholeYears(a, b)).isEqualTo(wholeYears);
        assertThat(Days.months(a, b)).isCloseTo(days / 30.4375, within(1e-12));
        assertThat(Days.years(a, b)).isCloseTo(days / 365.25, within(1e-12));
    }
}
