package org.ruhu.tools.link.truth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ruhu.tools.link.cluster.Links;

class TruthTest {

    /** 扎西 is there three times, 卓玛 twice, 多吉 once; of the last row nothing is known. */
    private static final int[] CODES = {1, 1, 2, 3, 2, 1, 0, 0};

    private static final Links LINKS = new Links(
            new int[] {0, 0, 2, 3, 1, 6}, new int[] {1, 5, 4, 4, 2, 7}, new float[] {9, 7, 7, 7, 3, 8});

    @Test
    void truePairsOfOneInputAndOfTwo() {
        assertThat(Truth.within(CODES).pairs()).isEqualTo(3 + 1);
        assertThat(Truth.across(CODES, 3).pairs()).as("two of 扎西 with one, one of 卓玛 with one").isEqualTo(2 + 1);
    }

    @Test
    void pairsOfEqualWeightAreOnOneSideOfAThreshold() {
        Curve curve = Truth.within(CODES).curve(LINKS);
        assertThat(curve.at(7.5)).isEqualTo(new Score(1, 1, 3));
        assertThat(curve.at(7)).isEqualTo(new Score(3, 2, 1));
        assertThat(curve.at(0)).isEqualTo(new Score(3, 3, 1));
        assertThat(curve.at(10)).isEqualTo(new Score(0, 0, 4));
        assertThat(curve.unseen()).as("rows 1 and 5 were never brought together").isEqualTo(1);
        assertThat(curve.best()).contains(new Curve.Point(7, new Score(3, 2, 1)));
        assertThat(curve.points(500)).extracting(Curve.Point::weight).containsExactly(9f, 8f, 7f, 3f);
    }

    @Test
    void acrossTwoInputsPairsWithinOneDoNotCount() {
        Curve curve = Truth.across(CODES, 3).curve(LINKS);
        assertThat(curve.at(0)).isEqualTo(new Score(2, 0, 1));
    }

    @Test
    void clustersAreScoredByTheirPairs() {
        int[] cluster = {0, 0, 2, 2, 2, 0, 6, 6};
        assertThat(Truth.within(CODES).clusters(cluster)).isEqualTo(new Score(4, 3, 0));
        assertThat(Truth.across(CODES, 3).clusters(cluster)).isEqualTo(new Score(3, 1, 0));
    }

    @Test
    void bCubedIsTheMeanOverRows() {
        int[] cluster = {0, 0, 2, 2, 2, 5, 6, 6};
        Shares shares = Truth.within(CODES).bCubed(cluster);
        double precision = (1 + 1 + 2 / 3.0 + 1 / 3.0 + 2 / 3.0 + 1 + 0.5 + 0.5) / 8;
        double recall = (2 / 3.0 + 2 / 3.0 + 1 + 1 + 1 + 1 / 3.0 + 1 + 1) / 8;
        assertThat(shares.precision()).isCloseTo(precision, within(1e-12));
        assertThat(shares.recall()).isCloseTo(recall, within(1e-12));
        assertThat(shares.f1()).isCloseTo(2 * precision * recall / (precision + recall), within(1e-12));
    }

    @Test
    void bCubedIsWhatEachRowSees() {
        Random random = new Random(61);
        for (int round = 0; round < 500; round++) {
            int rows = 1 + random.nextInt(12);
            int[] codes = IntStream.range(0, rows).map(row -> random.nextInt(5)).toArray();
            int[] cluster = IntStream.range(0, rows).map(row -> random.nextInt(rows)).toArray();
            double precision = 0;
            double recall = 0;
            for (int row = 0; row < rows; row++) {
                int me = row;
                long one = codes[row] == 0 ? 1 : IntStream.of(codes).filter(code -> code == codes[me]).count();
                long together = IntStream.of(cluster).filter(number -> number == cluster[me]).count();
                long both = IntStream.range(0, rows).filter(other -> cluster[other] == cluster[me]
                        && (other == me || codes[other] != 0 && codes[other] == codes[me])).count();
                precision += (double) both / together / rows;
                recall += (double) both / one / rows;
            }
            Shares shares = Truth.within(codes).bCubed(cluster);
            assertThat(shares.precision()).isCloseTo(precision, within(1e-12));
            assertThat(shares.recall()).isCloseTo(recall, within(1e-12));
        }
    }

    @Test
    void aPairBetweenTwoGroupsCountsForBoth() {
        int[] group = {1, 1, 1, 2, 2, 2, 2, 2};
        List<GroupScore> groups = Truth.within(CODES).groups(group, LINKS, 7);
        assertThat(groups).containsExactly(
                new GroupScore(1, 3, new Score(3, 0, 1)),
                new GroupScore(2, 5, new Score(2, 2, 1)));
    }

    @Test
    void nothingIsWellDefined() {
        Truth truth = Truth.within(new int[0]);
        Curve curve = truth.curve(new Links(new int[0], new int[0], new float[0]));
        assertThat(truth.pairs()).isZero();
        assertThat(curve.best()).isEmpty();
        assertThat(curve.points(500)).isEmpty();
        assertThat(truth.clusters(new int[0])).isEqualTo(new Score(0, 0, 0));
    }

    @Test
    void theSameAsLookingAtEveryPair() {
        Random random = new Random(53);
        for (int round = 0; round < 2000; round++) {
            int rows = 1 + random.nextInt(12);
            int[] codes = IntStream.range(0, rows).map(row -> random.nextInt(5)).toArray();
            int[] cluster = IntStream.range(0, rows).map(row -> random.nextInt(rows)).toArray();
            int[] group = IntStream.range(0, rows).map(row -> random.nextInt(3)).toArray();
            int second = 1 + random.nextInt(rows);
            boolean across = random.nextBoolean();
            Truth truth = across ? Truth.across(codes, second) : Truth.within(codes);
            EveryPair pairs = new EveryPair(codes, across ? second : 0, random);
            Links links = pairs.links();
            assertThat(truth.pairs()).isEqualTo(pairs.score((left, right) -> false, -1, group).missed());
            assertThat(truth.clusters(cluster))
                    .isEqualTo(pairs.score((left, right) -> cluster[left] == cluster[right], -1, group));
            Curve curve = truth.curve(links);
            for (int threshold = -1; threshold < 6; threshold++) {
                int least = threshold;
                assertThat(curve.at(threshold))
                        .isEqualTo(pairs.score((left, right) -> pairs.weight(left, right) >= least, -1, group));
                for (GroupScore each : truth.groups(group, links, threshold)) {
                    assertThat(each.score()).isEqualTo(
                            pairs.score((left, right) -> pairs.weight(left, right) >= least, each.group(), group));
                }
            }
            curve.points(500).forEach(point -> assertThat(point.score()).isEqualTo(curve.at(point.weight())));
            curve.best().ifPresent(best -> curve.points(500).forEach(
                    point -> assertThat(point.score().f1()).isLessThanOrEqualTo(best.score().f1())));
        }
    }

    @Test
    void aLongCurveIsThinnedButKeepsItsEndsAndItsBest() {
        Random random = new Random(59);
        int rows = 4000;
        int[] codes = IntStream.range(0, rows).map(row -> 1 + row / 2).toArray();
        int[] left = IntStream.range(0, 30_000).map(i -> i < 2000 ? 2 * i : random.nextInt(rows / 2)).toArray();
        int[] right = IntStream.range(0, 30_000).map(i -> i < 2000 ? 2 * i + 1 : rows / 2 + random.nextInt(rows / 2)).toArray();
        float[] weight = new float[left.length];
        for (int i = 0; i < weight.length; i++) {
            weight[i] = (float) (random.nextGaussian() * 3 + (i < 2000 ? 12 : 0));
        }
        Curve curve = Truth.within(codes).curve(new Links(left, right, weight));
        List<Curve.Point> points = curve.points(500);
        assertThat(points.size()).isBetween(400, 500);
        assertThat(points).contains(curve.best().orElseThrow());
        assertThat(points).isSortedAccordingTo((a, b) -> Float.compare(b.weight(), a.weight()));
        assertThat(points.get(points.size() - 1).score()).isEqualTo(curve.at(-1000));
        assertThat(points.get(0).score().correct() + points.get(0).score().wrong()).isEqualTo(1);
        assertThat(curve.points(3)).hasSizeLessThanOrEqualTo(3);
    }
}
