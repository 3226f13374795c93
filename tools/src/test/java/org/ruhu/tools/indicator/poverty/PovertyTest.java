package org.ruhu.tools.indicator.poverty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.indicator.Lack;

class PovertyTest {

    private static PovertyTally tally(double line, double... incomes) {
        PovertyTally tally = new PovertyTally(Negatives.AS_THEY_ARE);
        for (double income : incomes) {
            tally.add(1, 1, income, line);
        }
        return tally;
    }

    /** Four persons with 0.6, 0.6, 0.8 and 5 of the line: gaps 0.4, 0.4 and 0.2 (by hand, FGT 1984 formula 3). */
    @Test
    void theThreeIndicesOfFosterGreerThorbecke() {
        Poverty poverty = tally(1000, 600, 600, 800, 5000).poverty();
        assertThat(poverty.poorPersons()).isEqualTo(3);
        assertThat(poverty.rate().value()).hasValue(0.75);
        assertThat(poverty.gap().value().orElseThrow()).isCloseTo(0.25, within(1e-15));
        assertThat(poverty.severity().value().orElseThrow()).isCloseTo(0.09, within(1e-15));
    }

    @Test
    void whoIsOnTheLineIsNotPoorButOnTheEdge() {
        Poverty poverty = tally(1000, 1000, 1499.99, 1500, 999.99).poverty();
        assertThat(poverty.rate().value()).hasValue(0.25);
        assertThat(poverty.edge().value()).hasValue(0.5);
    }

    @Test
    void personsCountNotHouseholdsAndWeightsMultiplyThem() {
        PovertyTally tally = new PovertyTally(Negatives.AS_THEY_ARE);
        tally.add(2, 6, 100, 1000);
        tally.add(1, 4, 5000, 1000);
        assertThat(tally.poverty().rate().value()).hasValue(0.75);
        assertThat(tally.poverty().poorHouseholds()).isEqualTo(1);
    }

    @Test
    void groupsAddUpToTheWhole() {
        PovertyTally one = tally(1000, 600, 5000, -20);
        PovertyTally other = tally(800, 700, 900.1);
        other.unknown(1, 5);
        PovertyTally both = tally(1000, 600, 5000, -20);
        both.add(other);
        PovertyTally turned = tally(800, 700, 900.1);
        turned.unknown(1, 5);
        turned.add(one);
        assertThat(both.poverty()).isEqualTo(turned.poverty());
        assertThat(both.poverty().base()).isEqualTo(new Base(5, 5, 1, 5, 1, 1));
        assertThat(both.poverty().base().unknownShare().value()).hasValue(0.5);
    }

    @Test
    void theElasticityIsTheChangeOfTheRateOverThatOfTheLine() {
        Poverty poverty = tally(1000, 850, 950, 1050, 2000).poverty();
        assertThat(poverty.lines().stream().map(Poverty.AtLine::poorPersons)).containsExactly(1.0, 2.0, 3.0);
        assertThat(poverty.elasticity().value().orElseThrow()).isCloseTo(2 / 0.2 / 2, within(1e-12));
    }

    @Test
    void withoutAnybodyThereIsAReasonAndNoNumber() {
        Poverty nobody = new PovertyTally(Negatives.LEFT_OUT).poverty();
        assertThat(List.of(nobody.rate(), nobody.gap(), nobody.severity(), nobody.edge(), nobody.elasticity()))
                .allSatisfy(none -> assertThat(none.lack()).contains(Lack.NO_BASE));
        assertThat(tally(1000, 5000).poverty().elasticity().lack()).contains(Lack.ZERO_DIVISOR);
        Inequality none = Inequality.of(new Incomes(), Negatives.AS_ZERO, 10);
        assertThat(none.gini().lack()).contains(Lack.NO_BASE);
        assertThat(none.median().lack()).contains(Lack.NO_BASE);
        assertThat(none.lorenz()).isEmpty();
    }

    @Test
    void whatNoHouseholdHasIsRefused() {
        PovertyTally tally = new PovertyTally(Negatives.AS_ZERO);
        assertThatThrownBy(() -> tally.add(-1, 1, 5, 1000)).hasMessageContaining("negative");
        assertThatThrownBy(() -> tally.add(1, 1, Double.NaN, 1000)).hasMessageContaining("finite");
        assertThatThrownBy(() -> tally.add(1, 1, 5, 0)).hasMessageContaining("line");
    }

    private static Incomes incomes(double weight, double... incomes) {
        Incomes all = new Incomes();
        for (double income : incomes) {
            all.add(weight, 1, income);
        }
        return all;
    }

    /** By hand: five incomes 1..5, L = 1/15, 3/15, 6/15, 10/15, 1, so G = 1 - (1 + 4 + 9 + 16 + 25) / 75. */
    @Test
    void theGiniOfFiveIncomesAndItsLimits() {
        assertThat(gini(1, 5, 3, 1, 4, 2)).isCloseTo(20.0 / 75, within(1e-15));
        assertThat(gini(1, 7, 7, 7)).isCloseTo(0, within(1e-15));
        assertThat(gini(1, 0, 0, 0, 12)).isEqualTo(0.75);
        assertThat(gini(1e-200, 5, 3, 1, 4, 2)).isCloseTo(20.0 / 75, within(1e-15));
        assertThat(gini(1e200, 5, 3, 1, 4, 2)).isCloseTo(20.0 / 75, within(1e-15));
    }

    private static double gini(double weight, double... incomes) {
        return Inequality.of(incomes(weight, incomes), Negatives.AS_THEY_ARE, 10).gini().value().orElseThrow();
    }

    @Test
    void theMedianLiesBetweenTwoWhenHalfEndsThere() {
        assertThat(Inequality.of(incomes(1, 4, 1, 3, 2), Negatives.AS_ZERO, 5).median().value()).hasValue(2.5);
        assertThat(Inequality.of(incomes(1, 9, 1, 3), Negatives.AS_ZERO, 5).median().value()).hasValue(3);
    }

    @Test
    void quintilesShareAHouseholdAcrossTheBorder() {
        Inequality two = Inequality.of(incomes(1, 1, 3), Negatives.AS_ZERO, 5);
        assertThat(two.quintileShares().stream().mapToDouble(share -> share).toArray())
                .containsExactly(new double[] {0.1, 0.1, 0.2, 0.3, 0.3}, within(1e-12));
        assertThat(two.ratio().value().orElseThrow()).isCloseTo(3, within(1e-12));
    }

    @Test
    void debtsAboveIncomesLeaveNoCurve() {
        Inequality indebted = Inequality.of(incomes(1, -5, 3), Negatives.AS_THEY_ARE, 5);
        assertThat(indebted.gini().lack()).contains(Lack.NO_POSITIVE_TOTAL);
        assertThat(indebted.base().negative()).isEqualTo(1);
        Inequality without = Inequality.of(incomes(1, -5, 3), Negatives.LEFT_OUT, 5);
        assertThat(without.gini().value()).hasValue(0);
        assertThat(without.base().negative()).isEqualTo(1);
    }

    @Test
    void aSourceMayCostMoreThanItBrings() {
        SourceTally tally = new SourceTally(List.of("wage", "business", "transfer"));
        tally.add(2, 50, -20, 10);
        tally.add(1, 10, 0, 10);
        tally.unknown();
        SourceTally.Shares shares = tally.shares();
        assertThat(shares.total()).isEqualTo(100);
        assertThat(shares.unknown()).isEqualTo(1);
        assertThat(shares.shares().stream().map(share -> share.share().value().orElseThrow()))
                .containsExactly(1.1, -0.4, 0.3);
        assertThat(new SourceTally(List.of("wage")).shares().shares().get(0).share().lack()).contains(Lack.NO_BASE);
    }
}
