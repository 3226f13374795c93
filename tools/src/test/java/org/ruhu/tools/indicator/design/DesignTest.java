package org.ruhu.tools.indicator.design;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.indicator.Lack;

class DesignTest {

    private static Estimator sample(Lonely lonely, double... perStratum) {
        DesignBuilder builder = new DesignBuilder(lonely);
        for (int h = 0; h < perStratum.length; h++) {
            for (int c = 0; c < perStratum[h]; c++) {
                builder.add("s" + h, "c" + c, 10);
            }
        }
        return new Estimator(builder.build());
    }

    /** Cochran 1977, Sampling Techniques, 2.6: the variance of a mean of a simple sample is (1 - f) s2 / n. */
    @Test
    void aSimpleSampleHasTheTextbookVariance() {
        DesignBuilder builder = new DesignBuilder(Lonely.REFUSE).population("all", 20);
        for (int i = 0; i < 4; i++) {
            builder.add("all", "unit " + i, 5);
        }
        Estimate mean = new Estimator(builder.build()).mean(new double[] {1, 2, 3, 6}, Design.ALL);
        assertThat(mean.value().value()).hasValue(3);
        assertThat(mean.variance().value().orElseThrow()).isCloseTo((1 - 0.2) * (14.0 / 3) / 4, within(1e-14));
        assertThat(mean.deff().value().orElseThrow()).isCloseTo(0.8, within(1e-14));
        assertThat(mean.degreesOfFreedom()).isEqualTo(3);
    }

    @Test
    void nothingVariesInACensus() {
        Estimate mean = new Estimator(Design.census(3)).mean(new double[] {1, 2, 6}, Design.ALL);
        assertThat(mean.value().value()).hasValue(3);
        assertThat(mean.variance().value()).hasValue(0);
        assertThat(mean.interval(0.95)).isEqualTo(Bounds.of(3, 3));
    }

    @Test
    void aClusterAloneInItsStratumIsTreatedAsSaid() {
        double[] y = {5, 1, 2, 4, 8};
        Estimate refused = sample(Lonely.REFUSE, 1, 2, 2).mean(y, Design.ALL);
        assertThat(refused.value().value()).hasValue(4);
        assertThat(refused.variance().lack()).contains(Lack.LONELY_CLUSTER);
        assertThat(refused.interval(0.95).low().lack()).contains(Lack.LONELY_CLUSTER);
        assertThat(sample(Lonely.REFUSE, 1, 2, 2).design().lonelyStrata()).containsExactly("s0");
        // the clusters' sums of (y - 4) / 5: 0.2 alone, then -0.6 and -0.4, then 0 and 0.8; together they are 0
        assertThat(variance(sample(Lonely.GRAND_MEAN, 1, 2, 2).mean(y, Design.ALL)))
                .isCloseTo(0.04 + 2 * 0.02 + 2 * 0.32, within(1e-14));
        assertThat(variance(sample(Lonely.MERGE, 1, 2, 2).mean(y, Design.ALL)))
                .isCloseTo(1.5 * (0.56 - 3 * 0.64 / 9) + 2 * 0.32, within(1e-14));
    }

    @Test
    void theLastLonelyStratumJoinsTheOneBeforeAndThreeMayJoin() {
        assertThat(sample(Lonely.MERGE, 2, 1).design().lonelyStrata()).isEmpty();
        assertThat(sample(Lonely.MERGE, 1, 1, 1).mean(new double[] {1, 2, 3}, Design.ALL).variance().lack()).isEmpty();
        assertThat(sample(Lonely.MERGE, 1).mean(new double[] {1}, Design.ALL).variance().value()).hasValue(0);
    }

    private static double variance(Estimate estimate) {
        return estimate.variance().value().orElseThrow();
    }

    @Test
    void aStratumTakenWholeIsNotLonely() {
        DesignBuilder builder = new DesignBuilder(Lonely.REFUSE).population("town", 1);
        Estimator sample = new Estimator(builder.add("town", "a", 1).add("hills", "b", 3).add("hills", "c", 3).build());
        assertThat(sample.mean(new double[] {1, 2, 2}, Design.ALL).variance().lack()).isEmpty();
    }

    @Test
    void aDomainKeepsTheClustersThatHaveNobodyInIt() {
        double[] y = {4, 1, 2, 4, 8};
        IntPredicate domain = unit -> unit != 1;
        Estimate part = sample(Lonely.REFUSE, 2, 3).total(y, domain);
        assertThat(part.value().value()).hasValue(180);
        assertThat(part.units()).isEqualTo(4);
        // sums 40 and 0 about 20, then 20, 40 and 80 about 140 / 3
        assertThat(variance(part)).isCloseTo(2 * 800 + 1.5 * (8400 - 140 * 140 / 3.0), within(1e-9));
    }

    @Test
    void theOrderOfUnitsChangesNoBit() {
        double[] y = {0.1, 0.7, 1e9, 3.3, 1e-9, 2.2};
        int[] order = {5, 2, 0, 4, 1, 3};
        DesignBuilder there = new DesignBuilder(Lonely.REFUSE);
        DesignBuilder back = new DesignBuilder(Lonely.REFUSE);
        double[] turned = new double[6];
        for (int i = 0; i < 6; i++) {
            there.add("s" + i % 2, "c" + i / 2, 1.0 / (i + 3));
            back.add("s" + order[i] % 2, "c" + order[i] / 2, 1.0 / (order[i] + 3));
            turned[i] = y[order[i]];
        }
        assertThat(new Estimator(back.build()).mean(turned, Design.ALL))
                .isEqualTo(new Estimator(there.build()).mean(y, Design.ALL));
    }

    @Test
    void whatIsNotThereIsSaid() {
        Estimator sample = sample(Lonely.REFUSE, 3);
        Estimate nobody = sample.mean(new double[3], unit -> false);
        assertThat(nobody.value().lack()).contains(Lack.NO_BASE);
        assertThat(nobody.variance().lack()).contains(Lack.NO_BASE);
        assertThat(sample.ratio(new double[3], new double[3], Design.ALL).value().lack()).contains(Lack.ZERO_DIVISOR);
        Proportion none = sample.proportion(new double[3], new double[3], unit -> false);
        assertThat(none.clopperPearson(Confidence.of95(2)).high().lack()).contains(Lack.NO_BASE);
        assertThat(none.logit(0.95).low().lack()).contains(Lack.NO_BASE);
    }

    @Test
    void badDesignsAreRefused() {
        assertThatThrownBy(() -> new DesignBuilder(Lonely.MERGE).add("a", "b", -1)).hasMessageContaining("weight");
        assertThatThrownBy(() -> new DesignBuilder(Lonely.MERGE).add("a", "b", 1).population("c", 5).build())
                .hasMessageContaining("[c]");
        assertThatThrownBy(() -> new DesignBuilder(Lonely.MERGE).add("a", "b", 1).add("a", "c", 1)
                .population("a", 1).build()).hasMessageContaining("2 were drawn");
        assertThatThrownBy(() -> sample(Lonely.MERGE, 2).mean(new double[3], Design.ALL))
                .hasMessageContaining("3 numbers for 2 units");
    }
}
