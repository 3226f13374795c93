package org.ruhu.tools.link.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.cluster.Refusal.Reason;

class OneToOneTest {

    @Test
    void eachRowHasOnePartnerAtMost() {
        Clusters clusters = Clusters.oneToOne(4, 2, Village.links("0-2 9, 0-3 8, 1-2 6"), Rules.from(5));
        assertThat(clusters.rows()).containsExactly(0, 1, 1, 0);
        assertThat(clusters.refusals()).containsExactly(new Refusal(0, 2, 9, Reason.TAKEN, -1));
    }

    @Test
    void aMuchStrongerLinkIsNotGivenUpForTwoThatAreBarelyOnes() {
        Clusters clusters = Clusters.oneToOne(4, 2, Village.links("0-2 20, 0-3 6, 1-2 6"), Rules.from(5));
        assertThat(clusters.rows()).containsExactly(0, 1, 0, 3);
        assertThat(clusters.refusals()).hasSize(2);
    }

    @Test
    void linksWithinAnInputAndVetoesAreRefused() {
        int[] id = {71, 0, 72, 0};
        Clusters clusters = Clusters.oneToOne(4, 2, Village.links("0-1 30, 0-2 20, 1-3 9"),
                new Rules(5, 20, List.of(id), 5));
        assertThat(clusters.rows()).containsExactly(0, 1, 2, 1);
        assertThat(clusters.refusals()).containsExactly(
                new Refusal(0, 1, 30, Reason.TAKEN, -1), new Refusal(0, 2, 20, Reason.VETO, 0));
    }

    @Test
    void aLinkAtTheThresholdIsBetterThanNone() {
        assertThat(Clusters.oneToOne(2, 1, Village.links("0-1 5"), Rules.from(5)).rows()).containsExactly(0, 0);
    }

    @Test
    void noOtherChoiceHasALargerSum() {
        Random random = new Random(47);
        for (int round = 0; round < 3000; round++) {
            int rows = 4 + random.nextInt(9);
            Links links = Village.random(random, rows, random.nextInt(24), true);
            Clusters clusters = Clusters.oneToOne(rows, rows / 2, links, Rules.from(-1));
            assertThat(sum(links, clusters, -1)).isEqualTo(largest(links, 0, 0, -1));
            assertThat(clusters.sizes().lastKey()).isLessThanOrEqualTo(2);
            assertThat(Clusters.oneToOne(rows, rows / 2, Village.shuffled(links, random), Rules.from(-1)).rows())
                    .containsExactly(clusters.rows());
        }
    }

    @Test
    void aHugeComponentTakesTheStrongestFirst() {
        StringBuilder text = new StringBuilder("0-100 99");
        for (int left = 0; left < 100; left++) {
            for (int right = 100; right < 200; right++) {
                text.append(left + right == 100 ? "" : ", %d-%d %d".formatted(left, right, 6 + (left + right) % 7));
            }
        }
        Clusters clusters = Clusters.oneToOne(200, 100, Village.links(text.toString()), Rules.from(5));
        assertThat(clusters.rows()[100]).isZero();
        assertThat(clusters.sizes()).containsOnlyKeys(2);
    }

    private static double sum(Links links, Clusters clusters, double threshold) {
        double sum = 0;
        for (int i = 0; i < links.count(); i++) {
            if (clusters.rows()[links.left()[i]] == clusters.rows()[links.right()[i]]) {
                sum += links.weight()[i] - threshold;
            }
        }
        return sum;
    }

    /** Every choice there is. */
    private static double largest(Links links, int from, long taken, double threshold) {
        if (from == links.count()) {
            return 0;
        }
        double without = largest(links, from + 1, taken, threshold);
        long rows = 1L << links.left()[from] | 1L << links.right()[from];
        if ((taken & rows) != 0 || links.weight()[from] < threshold) {
            return without;
        }
        return Math.max(without, links.weight()[from] - threshold + largest(links, from + 1, taken | rows, threshold));
    }
}
