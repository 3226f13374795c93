package org.ruhu.tools.link.score;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Makes the comparisons one after the other, those that take long last, and lets go of a pair as soon as it cannot
 * become heavy enough, whatever the comparisons that are left may say. The others have the pattern that all give.
 */
final class Sieve {

    /** What rounding may take. */
    private static final double SLACK = 1e-3;

    private final Judge[] judges;
    private final Prospect[] prospects;
    /** The first so many are seen from codes. */
    private final int seen;
    private final float prior;
    private final float least;

    Sieve(Judge[] judges, Weigher weigher, double keep) {
        int[] order = IntStream.range(0, judges.length).boxed()
                .sorted(Comparator.comparingDouble(c -> judges[c].cost())).mapToInt(c -> c).toArray();
        this.judges = IntStream.of(order).mapToObj(c -> judges[c]).toArray(Judge[]::new);
        prospects = IntStream.of(order).mapToObj(c -> judges[c].prospect(weigher.worth(c))).toArray(Prospect[]::new);
        seen = (int) IntStream.range(0, judges.length)
                .takeWhile(c -> this.judges[c].cost() == 0 && prospects[c].tells()).count();
        prior = (float) weigher.prior();
        least = (float) (keep - SLACK);
    }

    /** Works out the patterns of the tile's pairs that may be heavy enough, and drops the others. */
    void judge(Tile tile) {
        Arrays.fill(tile.pattern, 0, tile.pairs, 0);
        Arrays.fill(tile.hope, 0, tile.pairs, prior);
        for (int c = 0; c < judges.length; c++) {
            if (c < seen) {
                judges[c].judge(tile);
                gain(tile, prospects[c].byBits());
            } else {
                judges[c].hope(tile, prospects[c].byLook());
            }
        }
        tile.hopeful(least);
        for (int c = seen; c < judges.length && tile.pairs > 0; c++) {
            boolean tells = prospects[c].tells();
            if (tells) {
                judges[c].hope(tile, prospects[c].taken());
            }
            judges[c].judge(tile);
            if (tells) {
                gain(tile, prospects[c].byBits());
                tile.hopeful(least);
            }
        }
    }

    private static void gain(Tile tile, float[] byBits) {
        for (int i = 0; i < tile.pairs; i++) {
            tile.hope[i] += byBits[tile.bits[i]];
        }
    }
}
