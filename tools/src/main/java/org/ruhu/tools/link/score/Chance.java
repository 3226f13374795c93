package org.ruhu.tools.link.score;

/** Numbers that look random and are the same every time (SplitMix64, Steele, Lea and Flood 2014). */
final class Chance {

    private static final long STEP = 0x9E3779B97F4A7C15L;

    private long state;

    Chance(long seed) {
        state = seed;
    }

    static long mixed(long bits) {
        long z = (bits ^ bits >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    /** From 0 to before the bound, evenly to one part in 2^31. */
    int below(int bound) {
        state += STEP;
        return (int) ((mixed(state) >>> 32) * bound >>> 32);
    }

    /** From 0 to before 1. */
    double share() {
        state += STEP;
        return (mixed(state) >>> 11) * 0x1p-53;
    }

    /** The same share for the same two rows. */
    static double of(int left, int right) {
        return (mixed(((long) left << 32 | right) * STEP) >>> 11) * 0x1p-53;
    }
}
