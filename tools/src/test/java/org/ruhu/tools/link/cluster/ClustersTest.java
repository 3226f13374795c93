package org.ruhu.tools.link.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.cluster.Refusal.Reason;

class ClustersTest {

    @Test
    void whatIsLinkedToTheSameIsTheSame() {
        Clusters clusters = Clusters.of(6, Village.links("3-4 5, 1-3 8, 0-2 4.9"), Rules.from(5));
        assertThat(clusters.rows()).containsExactly(0, 1, 2, 1, 1, 5);
        assertThat(clusters.sizes()).isEqualTo(Map.of(1, 3L, 3, 1L));
        assertThat(clusters.refusals()).isEmpty();
    }

    @Test
    void noRowsAndNoLinks() {
        assertThat(Clusters.of(0, Village.links(""), Rules.from(0)).rows()).isEmpty();
        assertThat(Clusters.of(2, Village.links(""), Rules.from(0)).rows()).containsExactly(0, 1);
    }

    @Test
    void twoValidIdNumbersNeverComeTogetherAndTheWeakerLinkGoes() {
        int[] id = {71, 0, 72};
        Clusters clusters = Clusters.of(3, Village.links("0-1 6, 1-2 9"), new Rules(5, 20, List.of(id), 5));
        assertThat(clusters.rows()).containsExactly(0, 1, 1);
        assertThat(clusters.refusals()).containsExactly(new Refusal(0, 1, 6, Reason.VETO, 0));
        assertThat(id).containsExactly(71, 0, 72);
    }

    @Test
    void aVetoReachesThroughRowsWithoutAValue() {
        int[] id = {71, 0, 0, 72};
        int[] phone = {0, 0, 0, 0};
        Clusters clusters = Clusters.of(4, Village.links("0-1 9, 2-3 8, 1-2 7"),
                new Rules(5, 20, List.of(phone, id), 5));
        assertThat(clusters.rows()).containsExactly(0, 0, 2, 2);
        assertThat(clusters.refusals()).containsExactly(new Refusal(1, 2, 7, Reason.VETO, 1));
    }

    @Test
    void aClusterHasNoMoreRowsThanItMay() {
        Clusters clusters = Clusters.of(4, Village.links("0-1 9, 1-2 8, 2-3 7"), new Rules(5, 3, List.of(), 5));
        assertThat(clusters.rows()).containsExactly(0, 0, 0, 3);
        assertThat(clusters.refusals()).containsExactly(new Refusal(2, 3, 7, Reason.SIZE, -1));
    }

    @Test
    void ofEqualLinksTheOneWithSmallerRowsIsFirst() {
        Clusters clusters = Clusters.of(4, Village.links("2-3 7, 1-2 7, 0-3 7"), new Rules(5, 2, List.of(), 5));
        assertThat(clusters.rows()).containsExactly(0, 1, 1, 0);
    }

    @Test
    void aNegativeThresholdIsAThresholdToo() {
        Clusters clusters = Clusters.of(4, Village.links("0-1 -3, 1-2 -2, 2-3 -0.0"), new Rules(-2, 2, List.of(), -2));
        assertThat(clusters.rows()).containsExactly(0, 1, 2, 2);
    }

    @Test
    void aClusterOfNothingIsNoRule() {
        assertThatThrownBy(() -> new Rules(5, 0, List.of(), 5)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSameAsJoiningListsByHandWhateverTheOrderGiven() {
        Random random = new Random(41);
        for (int round = 0; round < 3000; round++) {
            int rows = 2 + random.nextInt(14);
            Links links = Village.random(random, rows, random.nextInt(40), false);
            Rules rules = new Rules(random.nextInt(4), 2 + random.nextInt(6),
                    List.of(Village.values(random, rows, 2), Village.values(random, rows, 1)), -9);
            Clusters clusters = Clusters.of(rows, links, rules);
            List<Refusal> refusals = new ArrayList<>();
            assertThat(clusters.rows()).containsExactly(byHand(rows, links, rules, refusals));
            assertThat(clusters.refusals()).isEqualTo(refusals);
            Clusters again = Clusters.of(rows, Village.shuffled(links, random), rules);
            assertThat(again.rows()).containsExactly(clusters.rows());
            assertThat(again.refusals()).isEqualTo(clusters.refusals());
        }
    }

    private static int[] byHand(int rows, Links links, Rules rules, List<Refusal> refusals) {
        int[] cluster = new int[rows];
        Arrays.setAll(cluster, row -> row);
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < links.count(); i++) {
            order.add(i);
        }
        order.removeIf(i -> links.weight()[i] < rules.threshold());
        order.sort((a, b) -> links.weight()[a] != links.weight()[b] ? Float.compare(links.weight()[b], links.weight()[a])
                : links.left()[a] != links.left()[b] ? links.left()[a] - links.left()[b] : links.right()[a] - links.right()[b]);
        for (int i : order) {
            int left = links.left()[i];
            int right = links.right()[i];
            int into = Math.min(cluster[left], cluster[right]);
            int from = Math.max(cluster[left], cluster[right]);
            int[] together = rowsOf(cluster, into, from);
            int veto = veto(rules, together);
            if (into == from) {
                continue;
            }
            if (veto >= 0) {
                refusals.add(new Refusal(left, right, links.weight()[i], Reason.VETO, veto));
            } else if (together.length > rules.most()) {
                refusals.add(new Refusal(left, right, links.weight()[i], Reason.SIZE, -1));
            } else {
                for (int row : together) {
                    cluster[row] = into;
                }
            }
        }
        return cluster;
    }

    private static int[] rowsOf(int[] cluster, int one, int other) {
        return IntStream.range(0, cluster.length)
                .filter(row -> cluster[row] == one || cluster[row] == other).toArray();
    }

    private static int veto(Rules rules, int[] rows) {
        for (int column = 0; column < rules.vetoes().size(); column++) {
            int[] values = rules.vetoes().get(column);
            if (Arrays.stream(rows).map(row -> values[row]).filter(value -> value != 0).distinct().count() > 1) {
                return column;
            }
        }
        return -1;
    }
}
