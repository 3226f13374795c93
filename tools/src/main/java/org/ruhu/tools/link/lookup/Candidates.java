package org.ruhu.tools.link.lookup;

import java.util.Arrays;

/** Rows with the rules that found them, as they are met. */
final class Candidates {

    private long[] met = new long[64];
    private int size;

    void add(long candidate) {
        if (size == met.length) {
            met = Arrays.copyOf(met, 2 * size);
        }
        met[size++] = candidate;
    }

    /** In rising order, of those that are equal but for their last bits only the first. */
    long[] firstOfEach(int lastBits) {
        Arrays.sort(met, 0, size);
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (kept == 0 || met[i] >>> lastBits != met[kept - 1] >>> lastBits) {
                met[kept++] = met[i];
            }
        }
        return Arrays.copyOf(met, kept);
    }
}
