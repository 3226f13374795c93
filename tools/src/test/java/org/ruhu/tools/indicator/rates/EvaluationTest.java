package org.ruhu.tools.indicator.rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Bounds;
import org.ruhu.tools.indicator.design.Confidence;
import org.ruhu.tools.indicator.design.Lonely;
import org.ruhu.tools.indicator.design.Shares;
import org.ruhu.tools.indicator.rates.Settings.Limits;
import org.ruhu.tools.indicator.rates.Settings.Unclear;
import org.ruhu.tools.indicator.rates.Visit.Group;
import org.ruhu.tools.indicator.rates.Visit.Recognition;

class EvaluationTest {

    private static final Limits LIMITS = new Limits(0.02, 0.02, 0.03, 0.9);
    private static final Population COUNTY = new Population(100_000, 1_000, 9_000, 90_000);

    private static Evaluation evaluation(Unclear unclear) {
        return new Evaluation(new Settings(LIMITS, new Confidence(0.95, false, true, 1.5), Lonely.REFUSE, unclear,
                true));
    }

    private static void visits(Evaluation evaluation, int villages, Group group, int suspected, int verified) {
        for (int v = 0; v < villages; v++) {
            evaluation.add(new Visit("all", "village " + v, 4, group, 6, v == 0 ? suspected : 0, v == 0 ? verified : 0,
                    v == 0 ? Recognition.NO : v == 1 ? Recognition.UNCLEAR : Recognition.YES));
        }
    }

    @Test
    void withNoCaseTheBoundIsThatOfNoCase() {
        Evaluation evaluation = evaluation(Unclear.AS_NO);
        visits(evaluation, 40, Group.LEFT, 0, 0);
        visits(evaluation, 10, Group.OUTSIDE, 0, 0);
        ThreeRates rates = evaluation.rates(COUNTY);
        Rate exited = rates.suspected().wronglyExited();
        assertThat(exited.effectiveSize().value()).hasValue(160);
        assertThat(exited.bounds()).isEqualTo(new Bounds(Measured.of(0), Measured.of(Shares.noCaseBound(160, 0.95))));
        assertThat(exited.reading()).isEqualTo(new Reading(0.02, Reading.Official.PASSED, Reading.Sure.PASSED));
        Rate missed = rates.suspected().missed();
        assertThat(missed.effectiveSize().value()).hasValue(40);
        assertThat(missed.reading()).isEqualTo(new Reading(0.02, Reading.Official.PASSED, Reading.Sure.UNDECIDED));
        assertThat(rates.suspected().composite().incidence().value()).hasValue(0.01);
        double far = Math.hypot(0.09 * Shares.noCaseBound(160, 0.95), 0.9 * Shares.noCaseBound(40, 0.95));
        assertThat(rates.suspected().composite().bounds().high().value().orElseThrow())
                .isCloseTo(0.01 + far, within(1e-12));
    }

    @Test
    void suspectedAndVerifiedCasesAreKeptApart() {
        Evaluation evaluation = evaluation(Unclear.AS_NO);
        visits(evaluation, 10, Group.LEFT, 6, 3);
        visits(evaluation, 10, Group.OUTSIDE, 0, 0);
        ThreeRates rates = evaluation.rates(COUNTY);
        assertThat(rates.suspected().wronglyExited().share().share().value()).hasValue(0.1);
        assertThat(rates.verified().wronglyExited().share().share().value()).hasValue(0.05);
        assertThat(rates.verified().wronglyExited().share().cases()).isEqualTo(3);
        assertThat(rates.verified().wronglyExited().reading().official()).isEqualTo(Reading.Official.FAILED);
        assertThat(rates.verified().wronglyExited().reading().sure()).isEqualTo(Reading.Sure.UNDECIDED);
        assertThat(rates.verified().composite().incidence().value().orElseThrow())
                .isCloseTo(0.01 + 0.05 * 0.09, within(1e-15));
    }

    @ParameterizedTest
    @CsvSource({"AS_NO, 8, 10", "AS_YES, 9, 10", "LEFT_OUT, 8, 9"})
    void unclearAnswersCountAsSaid(Unclear unclear, double yes, double asked) {
        Evaluation evaluation = evaluation(unclear);
        visits(evaluation, 10, Group.LEFT, 0, 0);
        evaluation.add(new Visit("all", "village 3", 4, Group.LEFT, 6, 0, 0, Recognition.NOT_ASKED));
        Rate recognition = evaluation.rates(COUNTY).recognition();
        assertThat(recognition.share().cases()).isEqualTo(yes);
        assertThat(recognition.share().persons()).isEqualTo(asked);
        assertThat(recognition.share().share().value().orElseThrow()).isCloseTo(yes / asked, within(1e-15));
    }

    @Test
    void aGroupThatWasNotSampledLeavesTheCompositeUnknownUnlessNobodyIsInIt() {
        Evaluation evaluation = evaluation(Unclear.AS_NO);
        visits(evaluation, 10, Group.LEFT, 2, 2);
        ThreeRates.Finding found = evaluation.rates(COUNTY).verified();
        assertThat(found.missed().share().share().lack()).contains(Lack.NO_BASE);
        assertThat(found.missed().reading())
                .isEqualTo(new Reading(0.02, Reading.Official.UNKNOWN, Reading.Sure.UNKNOWN));
        assertThat(found.composite().incidence().lack()).contains(Lack.NO_BASE);
        assertThat(found.composite().bounds().high().lack()).contains(Lack.NO_BASE);
        ThreeRates.Finding registered = evaluation.rates(new Population(10_000, 1_000, 9_000, 0)).verified();
        assertThat(registered.composite().incidence().value().orElseThrow()).isCloseTo(0.1 + 0.9 / 30, within(1e-15));
    }

    @Test
    void ratesThatGoTogetherAreDoubtedTogether() {
        Evaluation evaluation = evaluation(Unclear.AS_NO);
        for (int v = 0; v < 10; v++) {
            for (Group group : new Group[] {Group.LEFT, Group.OUTSIDE}) {
                evaluation.add(new Visit("all", "village " + v, 4, group, 10, v % 3, v % 3, Recognition.YES));
            }
        }
        ThreeRates.Finding found = evaluation.rates(COUNTY).verified();
        double above = found.missed().bounds().high().value().orElseThrow() - 0.09;
        assertThat(found.composite().bounds().high().value().orElseThrow())
                .isCloseTo(0.01 + 0.99 * 0.09 + 0.99 * above, within(1e-12));
        double apart = found.composite().apart().value().orElseThrow();
        assertThat(found.composite().variance().value().orElseThrow())
                .isCloseTo(apart * 0.99 * 0.99 / (0.9 * 0.9 + 0.09 * 0.09), within(1e-15));
    }

    @Test
    void aPartOfTheVisitsHasItsOwnRates() {
        Evaluation evaluation = evaluation(Unclear.AS_NO);
        visits(evaluation, 10, Group.LEFT, 6, 3);
        visits(evaluation, 10, Group.OUTSIDE, 0, 0);
        ThreeRates rates = evaluation.rates(COUNTY, visit -> visit.cluster().compareTo("village 5") < 0);
        assertThat(rates.suspected().wronglyExited().share().share().value()).hasValue(0.2);
    }

    @ParameterizedTest
    @CsvSource({
        "0.01, 0.005, 0.019, PASSED, PASSED",
        "0.01, 0.005, 0.02, PASSED, UNDECIDED",
        "0.02, 0.005, 0.03, FAILED, UNDECIDED",
        "0.03, 0.02, 0.04, FAILED, FAILED"})
    void aRateMustBeBelow(double rate, double low, double high, Reading.Official official, Reading.Sure sure) {
        Bounds bounds = new Bounds(Measured.of(low), Measured.of(high));
        assertThat(Reading.below(0.02, Measured.of(rate), bounds)).isEqualTo(new Reading(0.02, official, sure));
        Bounds turned = new Bounds(Measured.of(-high), Measured.of(-low));
        assertThat(Reading.above(-0.02, Measured.of(-rate), turned)).isEqualTo(new Reading(-0.02, official, sure));
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThatThrownBy(() -> new Visit("a", "b", 1, Group.LEFT, 3, 2, 3, Recognition.YES))
                .hasMessageContaining("3 of these verified");
        assertThatThrownBy(() -> new Visit("a", "b", 1, Group.STILL_POOR, 3, 1, 0, Recognition.YES))
                .hasMessageContaining("still on the register");
        assertThatThrownBy(() -> new Population(100, 60, 60, 0)).hasMessageContaining("more persons");
        assertThatThrownBy(() -> new Limits(0.02, 0.02, 2, 0.9)).hasMessageContaining("limit");
    }

    /** Over many samples of a county with known rates, the interval holds the truth about as often as it says. */
    @Test
    void theCompositesIntervalHoldsTheTruth() {
        Random random = new Random(5499);
        int held = 0;
        for (int round = 0; round < 400; round++) {
            Evaluation evaluation = evaluation(Unclear.AS_NO);
            for (int v = 0; v < 30; v++) {
                for (Group group : new Group[] {Group.LEFT, Group.OUTSIDE}) {
                    for (int h = 0; h < 10; h++) {
                        int case1 = random.nextDouble() < 0.02 ? 1 : 0;
                        evaluation.add(new Visit("all", "v" + v, 5, group, 1, case1, case1, Recognition.YES));
                    }
                }
            }
            Bounds bounds = evaluation.rates(new Population(100, 0, 50, 50)).verified().composite().bounds();
            held += bounds.low().value().orElseThrow() <= 0.02 && bounds.high().value().orElseThrow() >= 0.02 ? 1 : 0;
        }
        assertThat(held / 400.0).isBetween(0.93, 1.0);
    }
}
