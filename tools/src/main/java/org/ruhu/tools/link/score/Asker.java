package org.ruhu.tools.link.score;

import org.ruhu.tools.link.likeness.Screen;

/** Puts the tests of one measure to many pairs, in the way that suits the measure. */
abstract class Asker {

    final Ask ask;

    private Asker(Ask ask) {
        this.ask = ask;
    }

    static Asker of(Ask ask) {
        return ask.screen().<Asker>map(screen -> new Screened(ask, screen))
                .orElseGet(() -> ask.quick() ? new Plain(ask) : new Remembering(ask));
    }

    static Asker plain(Ask ask) {
        return new Plain(ask);
    }

    int bits(int a, int b) {
        return ask.bits(a, b);
    }

    boolean sketched() {
        return false;
    }

    Asker own() {
        return this;
    }

    /** Asks of the first pairs that {@link Tile#open} names. */
    abstract void ask(Tile tile, int left, int right, int count, int[] bits, int shift);

    /** Asks of the first of some pairs. */
    final void put(Tile tile, int[] which, int left, int right, int count, int[] bits, int shift) {
        int[] lefts = tile.codes[left];
        int[] rights = tile.codes[right];
        for (int k = 0; k < count; k++) {
            int i = which[k];
            bits[i] |= bits(lefts[tile.left[i]], rights[tile.right[i]]) << shift;
        }
    }

    /** Asks every time. */
    private static final class Plain extends Asker {
        Plain(Ask ask) {
            super(ask);
        }

        @Override
        void ask(Tile tile, int left, int right, int count, int[] bits, int shift) {
            put(tile, tile.open, left, right, count, bits, shift);
        }
    }

    /** Asks when the sketches of the two texts leave it open. */
    private static final class Screened extends Asker {
        private final Screen screen;

        Screened(Ask ask, Screen screen) {
            super(ask);
            this.screen = screen;
        }

        @Override
        boolean sketched() {
            return true;
        }

        @Override
        void ask(Tile tile, int left, int right, int count, int[] bits, int shift) {
            int some = screened(tile, left, right, count, tile.survivors);
            put(tile, tile.survivors, left, right, some, bits, shift);
        }

        private int screened(Tile tile, int left, int right, int count, int[] survivors) {
            int[] packed = tile.packed.packed();
            int leftSketch = tile.packed.sketches()[left];
            int rightSketch = tile.packed.sketches()[right];
            int[] starts = tile.starts;
            int[] open = tile.open;
            int some = 0;
            for (int k = 0; k < count; k++) {
                int i = open[k];
                int a = starts[tile.left[i]] + leftSketch;
                int b = starts[tile.right[i]] + rightSketch;
                survivors[some] = i;
                some += screen.perhaps(packed[a + 2], packed[a + 3], letters(packed, a),
                        packed[b + 2], packed[b + 3], letters(packed, b)) ? 1 : 0;
            }
            return some;
        }

        private static long letters(int[] packed, int at) {
            return packed[at] & 0xFFFFFFFFL | (long) packed[at + 1] << Integer.SIZE;
        }
    }

    /**
     * Remembers the last pairs of values in slots that newer ones take over. Where that seldom helps, as for id
     * numbers, it is given up.
     */
    private static final class Remembering extends Asker {
        private static final int SLOT_BITS = 14;
        private static final int TRIAL = 1 << 16;
        /** Given up when fewer than one in so many was known. */
        private static final int SELDOM = 4;

        private final long[] keys = new long[1 << SLOT_BITS];
        private final int[] known = new int[1 << SLOT_BITS];
        private int asked;
        private int hits;
        private boolean givenUp;

        Remembering(Ask ask) {
            super(ask);
        }

        @Override
        Asker own() {
            return new Remembering(ask);
        }

        @Override
        int bits(int a, int b) {
            return givenUp ? ask.bits(a, b) : remembered(a, b);
        }

        private int remembered(int a, int b) {
            long key = (long) a << 32 | b;
            int slot = (int) (key * 0x9E3779B97F4A7C15L >>> Long.SIZE - SLOT_BITS);
            if (++asked == TRIAL) {
                givenUp = hits < TRIAL / SELDOM;
                asked = 0;
                hits = 0;
            }
            if (keys[slot] == key) {
                hits++;
                return known[slot];
            }
            int bits = ask.bits(a, b);
            keys[slot] = key;
            known[slot] = bits;
            return bits;
        }

        @Override
        void ask(Tile tile, int left, int right, int count, int[] bits, int shift) {
            put(tile, tile.open, left, right, count, bits, shift);
        }
    }
}
