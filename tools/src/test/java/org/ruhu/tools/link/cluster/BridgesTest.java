package org.ruhu.tools.link.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.cluster.Refusal.Reason;

class BridgesTest {

    private static final Rules WEAK_BELOW_8 = new Rules(5, 20, List.of(), 8);

    @Test
    void twoBrothersEachEnteredTwiceAreTwo() {
        Clusters clusters = Clusters.of(4, Village.links("0-1 20, 2-3 21, 1-2 6"), WEAK_BELOW_8);
        assertThat(clusters.rows()).containsExactly(0, 0, 2, 2);
        assertThat(clusters.refusals()).containsExactly(new Refusal(1, 2, 6, Reason.BRIDGE, -1));
    }

    @Test
    void aStrongLinkIsKept() {
        Clusters clusters = Clusters.of(4, Village.links("0-1 20, 2-3 21, 1-2 8"), WEAK_BELOW_8);
        assertThat(clusters.rows()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void twoWeakLinksHoldEachOther() {
        Clusters clusters = Clusters.of(4, Village.links("0-1 20, 2-3 21, 1-2 6, 0-3 6"), WEAK_BELOW_8);
        assertThat(clusters.rows()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aSingleRecordHangingOnAGroupStays() {
        Clusters clusters = Clusters.of(4, Village.links("0-1 20, 1-2 21, 0-2 22, 2-3 6"), WEAK_BELOW_8);
        assertThat(clusters.rows()).containsExactly(0, 0, 0, 0);
    }

    @Test
    void aLooseGroupIsNoGroup() {
        Clusters clusters = Clusters.of(8, Village.links("0-1 9, 1-2 9, 2-3 9, 3-4 9, 4-5 9, 5-6 6, 6-7 9"), WEAK_BELOW_8);
        assertThat(clusters.rows()).as("a chain of six has 5 of its 15 pairs").containsOnly(0);
    }

    @Test
    void threePeopleInAChainComeApartWeakestFirst() {
        Clusters clusters = Clusters.of(6, Village.links("0-1 20, 2-3 20, 4-5 20, 1-2 7, 3-4 6"), WEAK_BELOW_8);
        assertThat(clusters.rows()).containsExactly(0, 0, 2, 2, 4, 4);
        assertThat(clusters.refusals()).extracting(Refusal::weight).containsExactly(6f, 7f);
    }

    @Test
    void afterACutWhatIsLeftIsJudgedWithoutIt() {
        StringBuilder text = new StringBuilder("13-14 7, 14-15 20, 15-16 20, 16-17 20, 17-18 20, 18-19 6, 19-20 20");
        for (int left = 0; left < 13; left++) {
            for (int right = left + 1; right < 14; right++) {
                text.append(", %d-%d 20".formatted(left, right));
            }
        }
        Clusters clusters = Clusters.of(21, Village.links(text.toString()), new Rules(5, 99, List.of(), 8));
        assertThat(clusters.refusals()).as("the chain of five has 4 of its 10 pairs, and stays with the group of 14")
                .containsExactly(new Refusal(18, 19, 6, Reason.BRIDGE, -1));
    }

    @Test
    void theSameAsTryingEveryLink() {
        Random random = new Random(43);
        int cut = 0;
        for (int round = 0; round < 3000; round++) {
            int rows = 4 + random.nextInt(12);
            Links links = round % 2 == 0 ? Village.random(random, rows, rows + random.nextInt(6), false)
                    : groups(random, rows);
            Clusters clusters = Clusters.of(rows, links, new Rules(0, 99, List.of(), 4));
            List<Refusal> expected = new ArrayList<>();
            assertThat(clusters.rows()).containsExactly(byTrying(rows, links, expected));
            assertThat(clusters.refusals()).containsExactlyInAnyOrderElementsOf(expected);
            cut += expected.size();
        }
        assertThat(cut).isGreaterThan(500);
    }

    /** Groups of some rows with strong links, and a weak link from each group to an earlier row. */
    private static Links groups(Random random, int rows) {
        StringBuilder text = new StringBuilder("0-1 5");
        int start = 0;
        for (int row = 2; row < rows; row++) {
            if (random.nextInt(3) == 0) {
                text.append(", %d-%d %d".formatted(random.nextInt(row), row, random.nextInt(4)));
                start = row;
                continue;
            }
            text.append(", %d-%d %d".formatted(row - 1, row, 4 + random.nextInt(3)));
            for (int other = start; other < row - 1; other++) {
                if (random.nextInt(3) == 0) {
                    text.append(", %d-%d %d".formatted(other, row, 4 + random.nextInt(3)));
                }
            }
        }
        return Village.links(text.toString());
    }

    /** Takes the links from 0 on, and as long as one below 4 may be cut, the weakest such is. */
    private static int[] byTrying(int rows, Links links, List<Refusal> refusals) {
        List<Integer> left = new ArrayList<>();
        for (int i = 0; i < links.count(); i++) {
            if (links.weight()[i] >= 0) {
                left.add(i);
            }
        }
        left.sort((a, b) -> links.weight()[a] != links.weight()[b] ? Float.compare(links.weight()[a], links.weight()[b])
                : links.left()[a] != links.left()[b] ? links.left()[b] - links.left()[a] : links.right()[b] - links.right()[a]);
        for (int link : List.copyOf(left)) {
            List<Integer> rest = new ArrayList<>(left);
            rest.remove((Integer) link);
            int[] parts = parts(rows, links, rest);
            int one = parts[links.left()[link]];
            int other = parts[links.right()[link]];
            if (links.weight()[link] < 4 && one != other && dense(one, parts, links, rest) && dense(other, parts, links, rest)) {
                left = rest;
                refusals.add(new Refusal(links.left()[link], links.right()[link], links.weight()[link], Reason.BRIDGE, -1));
            }
        }
        return parts(rows, links, left);
    }

    private static int[] parts(int rows, Links links, List<Integer> used) {
        int[] part = new int[rows];
        Arrays.setAll(part, row -> row);
        for (boolean changed = true; changed;) {
            changed = false;
            for (int i : used) {
                int least = Math.min(part[links.left()[i]], part[links.right()[i]]);
                changed |= part[links.left()[i]] != least || part[links.right()[i]] != least;
                part[links.left()[i]] = least;
                part[links.right()[i]] = least;
            }
        }
        return part;
    }

    private static boolean dense(int number, int[] part, Links links, List<Integer> used) {
        long rows = Arrays.stream(part).filter(each -> each == number).count();
        long linked = used.stream().filter(i -> part[links.left()[i]] == number).count();
        return rows >= 2 && linked >= rows * (rows - 1) / 4.0;
    }
}
