package org.ruhu.tools.simulation;

import java.util.List;
import java.util.UUID;

/**
 * Chance that is the same on every machine and every Java: SplitMix64 and nothing of the library, whose algorithms may
 * change. Dice made from the same seed, purpose and index fall alike, whoever throws them and in which thread.
 */
final class Dice {

    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    private long state;

    private Dice(long state) {
        this.state = state;
    }

    static Dice of(long seed, String purpose, long index) {
        long state = mixed(seed + GOLDEN);
        for (int i = 0; i < purpose.length(); i++) {
            state = mixed(state ^ purpose.charAt(i) + GOLDEN);
        }
        return new Dice(mixed(state ^ index * GOLDEN));
    }

    private static long mixed(long z) {
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private long next() {
        state += GOLDEN;
        return mixed(state);
    }

    /** 0 ... bound - 1 */
    int below(int bound) {
        return (int) ((next() >>> 32) * bound >>> 32);
    }

    /** Both ends included. */
    int between(int low, int high) {
        return low + below(high - low + 1);
    }

    boolean chance(double probability) {
        return (next() >>> 11) * 0x1p-53 < probability;
    }

    <T> T one(List<T> things) {
        return things.get(below(things.size()));
    }

    String one(String... things) {
        return things[below(things.length)];
    }

    /** Index of a weight, each as likely as it is heavy. */
    int weighted(int... weights) {
        int total = 0;
        for (int weight : weights) {
            total += weight;
        }
        int point = below(total);
        int index = 0;
        while (point >= weights[index]) {
            point -= weights[index++];
        }
        return index;
    }

    /** A random UUID, version 4. */
    UUID uuid() {
        return new UUID(next() & ~0xF000L | 0x4000L, next() & ~(3L << 62) | 1L << 63);
    }
}
