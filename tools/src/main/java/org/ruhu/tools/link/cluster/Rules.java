package org.ruhu.tools.link.cluster;

import java.util.List;

/**
 * What may become a cluster.
 *
 * @param threshold weight from which a pair links its rows
 * @param most      rows a cluster may have, 1 or more
 * @param vetoes    for each veto column the value of each row, 0 for none: two different values never come together
 * @param bridge    a single link between two dense groups is cut if its weight is below this; at the threshold or below
 *                  it nothing is cut
 */
public record Rules(double threshold, int most, List<int[]> vetoes, double bridge) {

    public Rules {
        if (most < 1) {
            throw new IllegalArgumentException("a cluster has at least one row, not " + most);
        }
        vetoes = List.copyOf(vetoes);
    }

    /** Whatever the links say. */
    public static Rules from(double threshold) {
        return new Rules(threshold, Integer.MAX_VALUE, List.of(), threshold);
    }

    /** Whether two rows have different values in a veto column. */
    public static boolean vetoed(List<int[]> vetoes, int one, int other) {
        for (int[] codes : vetoes) {
            if (codes[one] != 0 && codes[other] != 0 && codes[one] != codes[other]) {
                return true;
            }
        }
        return false;
    }
}
