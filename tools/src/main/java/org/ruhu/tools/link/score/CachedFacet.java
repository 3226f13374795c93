package org.ruhu.tools.link.score;

import java.util.OptionalInt;

/**
 * Tests of columns with many distinct values. The last pairs of values are remembered in slots that newer ones take over;
 * where that seldom helps, as for id numbers, it is given up.
 */
final class CachedFacet extends Facet {

    private static final int SLOTS = 1 << 14;
    private static final int TRIAL = 1 << 16;
    /** Remembering is given up when fewer than one in so many was known. */
    private static final int SELDOM = 4;

    private final Outcome outcome;
    private final boolean steady;
    private final int equal;
    private final long[] keys = new long[SLOTS];
    private final int[] known = new int[SLOTS];
    private int asked;
    private int hits;
    private boolean givenUp;

    CachedFacet(int left, int right, Outcome outcome, OptionalInt ofEqual) {
        super(left, right);
        this.outcome = outcome;
        steady = ofEqual.isPresent();
        equal = ofEqual.orElse(0);
    }

    @Override
    Facet own() {
        return new CachedFacet(left, right, outcome, steady ? OptionalInt.of(equal) : OptionalInt.empty());
    }

    @Override
    int bits(int a, int b) {
        if (a == 0 || b == 0) {
            return outcome.ofMissing();
        }
        return steady && a == b ? equal : givenUp ? outcome.of(a, b) : remembered(a, b);
    }

    private int remembered(int a, int b) {
        long key = (long) a << 32 | b;
        int slot = (int) (key * 0x9E3779B97F4A7C15L >>> 50);
        if (++asked == TRIAL) {
            givenUp = hits < TRIAL / SELDOM;
            asked = 0;
            hits = 0;
        }
        if (keys[slot] == key) {
            hits++;
            return known[slot];
        }
        int bits = outcome.of(a, b);
        keys[slot] = key;
        known[slot] = bits;
        return bits;
    }

    @Override
    void judge(Tile tile, int[] bits, int shift) {
        int[] lefts = tile.codes[left];
        int[] rights = tile.codes[right];
        for (int i = 0; i < tile.pairs; i++) {
            bits[i] |= bits(lefts[tile.left[i]], rights[tile.right[i]]) << shift;
        }
    }
}
