package org.ruhu.spark;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Names of the blocks in which there is something to compare, as bits: a name that is in is never said not to be; some
 * that are not are let pass, and cost only their way.
 */
final class Live implements Serializable {

    private static final long serialVersionUID = 1;
    private static final int FEWEST = 16;
    private static final int MOST = 31;
    /** Bits for a name, so that few stand for another. */
    private static final int EACH = 4;

    private final long[] words;
    private final int bits;

    /** @param bits the logarithm of how many there are */
    Live(int bits) {
        this.bits = bits;
        words = new long[1 << bits - 6];
    }

    /** @param names that there may be */
    static int bits(long names) {
        return Math.max(FEWEST, Math.min(MOST, Long.SIZE - Long.numberOfLeadingZeros(EACH * names)));
    }

    void add(long name) {
        int bit = bit(name);
        words[bit >>> 6] |= 1L << bit;
    }

    boolean has(long name) {
        int bit = bit(name);
        return (words[bit >>> 6] >>> bit & 1) == 1;
    }

    private int bit(long name) {
        return (int) (name >>> Long.SIZE - bits);
    }

    void add(long[] others) {
        for (int i = 0; i < words.length; i++) {
            words[i] |= others[i];
        }
    }

    long[] words() {
        return Arrays.copyOf(words, words.length);
    }
}
