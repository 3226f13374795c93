package org.ruhu.tools.indicator.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Design;
import org.ruhu.tools.indicator.design.DesignBuilder;
import org.ruhu.tools.indicator.design.Estimate;
import org.ruhu.tools.indicator.design.Estimator;
import org.ruhu.tools.indicator.design.Lonely;

class QualityTest {

    private static double number(Measured measured) {
        return measured.value().orElseThrow();
    }

    @Test
    void theDualSystemTotal() {
        AfterCheck check = new AfterCheck(1000, 20, 30, 200, 190);
        assertThat(check.correct()).isEqualTo(950);
        assertThat(check.total().value()).hasValue(1000);
        assertThat(number(check.variance())).isCloseTo(950.0 * 200 * 760 * 10 / Math.pow(190, 3), within(1e-9));
        assertThat(number(check.omission().share())).isCloseTo(0.05, within(1e-15));
        assertThat(number(check.overcount().share())).isCloseTo(0.05, within(1e-15));
        assertThat(number(check.netUndercount())).isZero();
        assertThat(number(new AfterCheck(5, 0, 0, 6, 3).total())).isEqualTo(10);
        assertThat(number(new AfterCheck(5, 0, 0, 6, 3).chapman())).isEqualTo(9.5);
        assertThat(number(new AfterCheck(5, 0, 0, 6, 3).chapmanVariance())).isCloseTo(42.0 * 2 * 3 / 80, within(1e-12));
        assertThat(new AfterCheck(5, 0, 0, 6, 0).total().lack()).contains(Lack.ZERO_DIVISOR);
        assertThat(new AfterCheck(5, 0, 0, 6, 0).variance().lack()).contains(Lack.ZERO_DIVISOR);
        assertThatThrownBy(() -> new AfterCheck(5, 3, 2, 6, 1)).hasMessageContaining("matched");
    }

    /** Two villages of 10 and 30 persons, of whom 8 and 30 are in the census: P / M = 40 / 38. */
    @Test
    void theDualSystemTotalOfASample() {
        Estimator sample = new Estimator(new DesignBuilder(Lonely.REFUSE).add("all", "a", 5).add("all", "b", 5)
                .build());
        Estimate total = AfterCheck.total(3800, sample, new double[] {10, 30}, new double[] {8, 30}, Design.ALL);
        assertThat(number(total.value())).isCloseTo(4000, within(1e-9));
        double away = 3800 * (10 - 8 * 40 / 38.0) / 38;
        assertThat(number(total.variance())).isCloseTo(4 * away * away, within(1e-6));
        assertThat(AfterCheck.total(3800, sample, new double[] {10, 30}, new double[2], Design.ALL).value().lack())
                .contains(Lack.ZERO_DIVISOR);
    }

    /** Two judges of 100 patients: Fleiss, Levin, Paik 2003, Statistical Methods for Rates and Proportions, 18.1. */
    @Test
    void kappaOfFleissLevinAndPaik() {
        Agreement agreement = Agreement.of(new long[][] {{75, 1, 4}, {5, 4, 1}, {0, 0, 10}});
        assertThat(number(agreement.kappa())).isCloseTo(0.676, within(5e-4));
        assertThat(Math.sqrt(number(agreement.kappaVariance()))).isCloseTo(0.088, within(5e-4));
        assertThat(number(agreement.kappaInterval(0.95).low())).isCloseTo(0.504, within(2e-3));
        assertThat(number(agreement.kappaInterval(0.95).high())).isCloseTo(0.848, within(2e-3));
    }

    @Test
    void aQuestionOfYesAndNoAsThePostEnumerationSurveyHasIt() {
        Agreement agreement = Agreement.of(new long[][] {{60, 10}, {4, 26}});
        Agreement.Category yes = agreement.categories().get(0);
        assertThat(number(yes.gross().share())).isEqualTo(0.14);
        assertThat(number(yes.net())).isEqualTo(0.06);
        assertThat(number(yes.inconsistency())).isCloseTo(14 / (100 * (0.7 * 0.36 + 0.64 * 0.3)), within(1e-12));
        assertThat(number(yes.inconsistency())).isCloseTo(number(agreement.inconsistency()), within(1e-12));
        assertThat(number(yes.inconsistency())).isCloseTo(1 - number(agreement.kappa()), within(1e-12));
    }

    @Test
    void withoutDifferenceOrCasesThereIsAReason() {
        assertThat(Agreement.of(new long[][] {{9, 0}, {0, 0}}).kappa().lack()).contains(Lack.NO_VARIATION);
        assertThat(Agreement.of(new long[2][2]).kappaInterval(0.95).low().lack()).contains(Lack.NO_BASE);
        assertThat(Repeated.of(new double[0], new double[0]).t().p().lack()).contains(Lack.TOO_FEW);
        assertThat(Repeated.of(new double[] {1, 2}, new double[] {1, 2}).wilcoxon().p().lack())
                .contains(Lack.NO_VARIATION);
        assertThat(Repeated.of(new double[] {1, 2}, new double[] {3, 3}).reliability().lack())
                .contains(Lack.NO_VARIATION);
        assertThat(Proportions.paired(0, 0).p().lack()).contains(Lack.NO_VARIATION);
        assertThat(Proportions.apart(new Share(0, 0), new Share(1, 2)).p().lack()).contains(Lack.NO_BASE);
        assertThat(Proportions.apart(new Share(2, 2), new Share(2, 2)).p().lack()).contains(Lack.NO_VARIATION);
        assertThat(Middle.of().median().lack()).contains(Lack.NO_BASE);
        assertThat(Deviations.scores(5, 5).get(0).lack()).contains(Lack.NO_VARIATION);
        assertThat(Deviations.scores(5).get(0).lack()).contains(Lack.TOO_FEW);
        assertThat(new Share(0, 0).wilson(0.95).low().lack()).contains(Lack.NO_BASE);
        assertThat(Ages.of().whipple().lack()).contains(Lack.NO_BASE);
        assertThat(Ages.of().myers().lack()).contains(Lack.NO_BASE);
        assertThat(Ages.jointScore(Ages.of(1), Ages.of(1)).lack()).contains(Lack.ZERO_DIVISOR);
    }

    @Test
    void evenAgesHaveNoPreferenceAndRoundOnesAll() {
        double[] even = new double[120];
        Arrays.fill(even, 7);
        assertThat(number(Ages.of(even).whipple())).isEqualTo(100);
        assertThat(number(Ages.of(even).myers())).isCloseTo(0, within(1e-12));
        double[] round = new double[120];
        for (int age = 0; age < 120; age += 10) {
            round[age] = 7;
        }
        assertThat(number(Ages.of(round).whipple())).isEqualTo(500);
        assertThat(number(Ages.of(round).myers())).isCloseTo(90, within(1e-12));
    }

    @Test
    void lastDigitsAndHeaps() {
        Digits even = Digits.of(LongStream.range(0, 100).boxed().toList());
        assertThat(number(even.evenness().statistic())).isZero();
        assertThat(number(even.evenness().p())).isEqualTo(1);
        assertThat(number(even.round().share())).isEqualTo(0.2);
        Digits heaped = Digits.of(55, 5, 5, 5, 5, 5, 5, 5, 5, 5);
        assertThat(number(heaped.evenness().p())).isLessThan(1e-9);
        assertThat(Digits.of(List.of(10L, -25L)).counts()).containsExactly(1L, 0L, 0L, 0L, 0L, 1L, 0L, 0L, 0L, 0L);
        assertThat(Digits.of(List.of(10L)).evenness().p().lack()).contains(Lack.TOO_FEW);
        assertThat(Digits.heaping(List.of(0L, 1000L, 2500L, 3000L, -4000L), 1000)).isEqualTo(new Share(3, 4));
    }

    @Test
    void interviewsWithTheSameAnswers() {
        Repeats repeats = new Repeats().add("1,2,2").add("1,2,1").add("1,2,2").add("2,2,2");
        assertThat(repeats.share()).isEqualTo(new Share(2, 4));
        assertThat(repeats.largest()).isEqualTo(2);
        assertThat(new Repeats().largest()).isZero();
    }

    @Test
    void interviewsThatAreMuchLikeAnother() {
        Likeness found = Likeness.of(List.of(new int[] {1, 2, 1, 4}, new int[] {1, 2, 1, 5}, new int[] {2, 1, -1, 5},
                new int[] {-1, -1, -1, -1}));
        assertThat(found.highest().subList(0, 3).stream().map(QualityTest::number))
                .containsExactly(0.75, 0.75, 1 / 3.0);
        assertThat(found.highest().get(3).lack()).contains(Lack.NO_BASE);
        assertThat(found.above(0.7)).isEqualTo(new Share(2, 4));
        assertThatThrownBy(() -> Likeness.of(List.of(new int[2], new int[3]))).hasMessageContaining("questions");
    }

    @Test
    void aTeamThatIsFasterStandsOut() {
        assertThat(number(Deviations.group(new double[] {10, 12}, new double[] {10, 12, 30, 32, 31, 29})))
                .isCloseTo((11 - 24) / Math.sqrt(102.8 / 2), within(1e-12));
        assertThat(number(Deviations.robustScores(30, 31, 29, 32, 28, 5).get(5))).isLessThan(-10);
        assertThat(Deviations.group(new double[0], new double[] {1}).lack()).contains(Lack.NO_BASE);
    }
}
