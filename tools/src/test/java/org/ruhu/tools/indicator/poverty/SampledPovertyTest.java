package org.ruhu.tools.indicator.poverty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.design.Design;
import org.ruhu.tools.indicator.design.DesignBuilder;
import org.ruhu.tools.indicator.design.Estimator;
import org.ruhu.tools.indicator.design.Lonely;

class SampledPovertyTest {

    private static final double[] PERSONS = {3, 2, 5, 1, 4, 2};
    private static final double[] INCOME = {900, -50, 2500, 1800, 700, 4000};
    private static final double[] WEIGHT = {10, 12, 9, 11, 10.5, 8};

    private static SampledPoverty sampled(double[] weight, Negatives negatives) {
        DesignBuilder builder = new DesignBuilder(Lonely.REFUSE);
        for (int i = 0; i < weight.length; i++) {
            builder.add("s" + i % 2, "c" + i, weight[i]);
        }
        return new SampledPoverty(new Estimator(builder.build()), PERSONS, INCOME, lines(), unit -> unit != 5,
                negatives);
    }

    private static double[] lines() {
        double[] lines = new double[PERSONS.length];
        Arrays.fill(lines, 1000);
        return lines;
    }

    @ParameterizedTest
    @EnumSource
    void saysWhatTheCountSays(Negatives negatives) {
        PovertyTally tally = new PovertyTally(negatives);
        Incomes incomes = new Incomes();
        for (int i = 0; i < 5; i++) {
            tally.add(WEIGHT[i], PERSONS[i], INCOME[i], 1000);
            incomes.add(WEIGHT[i], PERSONS[i], INCOME[i]);
        }
        SampledPoverty sampled = sampled(WEIGHT, negatives);
        Inequality inequality = Inequality.of(incomes, negatives, 5);
        assertThat(sampled.rate(Design.ALL).share()).isEqualTo(tally.poverty().rate());
        assertThat(sampled.fgt(2, Design.ALL).value().value().orElseThrow())
                .isCloseTo(tally.poverty().severity().value().orElseThrow(), within(1e-15));
        assertThat(sampled.mean(Design.ALL).value().value().orElseThrow())
                .isCloseTo(inequality.mean().value().orElseThrow(), within(1e-9));
        assertThat(sampled.gini(Design.ALL).value()).isEqualTo(inequality.gini());
        assertThat(sampled.quantile(0.5, 0.95, Design.ALL).value()).isEqualTo(inequality.median());
    }

    /** The variance of the Gini rests on what each weight moves it by; here the weights are moved. */
    @Test
    void theGinisVarianceIsThatOfWhatEachWeightMovesItBy() {
        double step = 1e-5;
        double[] totals = new double[WEIGHT.length];
        for (int i = 0; i < WEIGHT.length; i++) {
            double[] more = WEIGHT.clone();
            double[] less = WEIGHT.clone();
            more[i] += step;
            less[i] -= step;
            totals[i] = WEIGHT[i] * (gini(more) - gini(less)) / (2 * step);
        }
        double even = (totals[0] + totals[2] + totals[4]) / 3;
        double odd = (totals[1] + totals[3] + totals[5]) / 3;
        double variance = 0;
        for (int i = 0; i < totals.length; i++) {
            variance += 1.5 * Math.pow(totals[i] - (i % 2 == 0 ? even : odd), 2);
        }
        assertThat(sampled(WEIGHT, Negatives.AS_ZERO).gini(Design.ALL).variance().value().orElseThrow())
                .isCloseTo(variance, within(1e-8));
    }

    private static double gini(double[] weight) {
        return sampled(weight, Negatives.AS_ZERO).gini(Design.ALL).value().value().orElseThrow();
    }

    @Test
    void withoutAKnownIncomeThereIsAReason() {
        SampledPoverty sampled = sampled(WEIGHT, Negatives.LEFT_OUT);
        assertThat(sampled.gini(unit -> unit == 5).value().lack()).contains(Lack.NO_BASE);
        assertThat(sampled.rate(unit -> unit == 1).share().lack()).contains(Lack.NO_BASE);
        assertThat(sampled.quantile(0.5, 0.95, unit -> false).bounds().low().lack()).contains(Lack.NO_BASE);
    }
}
