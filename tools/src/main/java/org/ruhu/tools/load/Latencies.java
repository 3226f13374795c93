package org.ruhu.tools.load;

import java.util.concurrent.atomic.AtomicLongArray;

/** How long things took, to within one part in 32, in a few kilobytes. Safe to share between threads. */
final class Latencies {

    private static final int STEPS = 32;

    private final AtomicLongArray buckets = new AtomicLongArray(64 * STEPS);

    void add(long nanos) {
        buckets.incrementAndGet(bucket(Math.max(1, nanos)));
    }

    long count() {
        long count = 0;
        for (int i = 0; i < buckets.length(); i++) {
            count += buckets.get(i);
        }
        return count;
    }

    /** @param share such as 0.99; 1 is the longest */
    double millis(double share) {
        long wanted = (long) Math.ceil(count() * share);
        long met = 0;
        for (int i = 0; i < buckets.length(); i++) {
            met += buckets.get(i);
            if (met >= wanted && met > 0) {
                return upperEnd(i) / 1e6;
            }
        }
        return 0;
    }

    /** Powers of two, each in equal steps. */
    private static int bucket(long nanos) {
        int power = 63 - Long.numberOfLeadingZeros(nanos);
        long step = power < 5 ? 0 : nanos - (1L << power) >> power - 5;
        return power * STEPS + (int) step;
    }

    private static double upperEnd(int bucket) {
        int power = bucket / STEPS;
        return Math.scalb(1.0, power) * (1 + (bucket % STEPS + 1.0) / STEPS);
    }
}
