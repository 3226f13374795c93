package org.ruhu.tools.link.truth;

import java.util.Random;
import java.util.function.IntBinaryOperator;
import org.ruhu.tools.link.cluster.Links;

/** Counts by going through all pairs of a few rows; about half of them have a weight. */
final class EveryPair {

    private static final int NONE = -9;

    private final int[] codes;
    private final int second;
    private final int[][] weight;

    /** @param second 0 for pairs of any two rows */
    EveryPair(int[] codes, int second, Random random) {
        this.codes = codes;
        this.second = second;
        weight = new int[codes.length][codes.length];
        each((left, right) -> weight[left][right] = random.nextBoolean() ? random.nextInt(6) : NONE);
    }

    interface Called {
        boolean same(int left, int right);
    }

    int weight(int left, int right) {
        return weight[left][right];
    }

    Links links() {
        int[] count = {0};
        each((left, right) -> count[0] += weight[left][right] == NONE ? 0 : 1);
        Links links = new Links(new int[count[0]], new int[count[0]], new float[count[0]]);
        each((left, right) -> {
            if (weight[left][right] != NONE) {
                count[0]--;
                links.left()[count[0]] = left;
                links.right()[count[0]] = right;
                links.weight()[count[0]] = weight[left][right];
            }
            return 0;
        });
        return links;
    }

    /** @param of pairs with a row in this group, or all if it is negative */
    Score score(Called called, int of, int[] group) {
        int[] counts = new int[4];
        each((left, right) -> {
            if (of < 0 || group[left] == of || group[right] == of) {
                boolean same = codes[left] == codes[right] && codes[left] != 0;
                counts[(same ? 2 : 0) + (called.same(left, right) ? 1 : 0)]++;
            }
            return 0;
        });
        return new Score(counts[3], counts[1], counts[2]);
    }

    private void each(IntBinaryOperator seen) {
        for (int left = 0; left < codes.length; left++) {
            for (int right = left + 1; right < codes.length; right++) {
                if (second == 0 || left < second && right >= second) {
                    seen.applyAsInt(left, right);
                }
            }
        }
    }
}
