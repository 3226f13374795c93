package org.ruhu.tools.load;

import java.util.concurrent.TimeUnit;

/** Lets so many through each second, evenly. */
final class Pace {

    private final double perSecond;
    private final long start = System.nanoTime();
    private long begun;

    /** @param perSecond 0 lets everybody through */
    Pace(double perSecond) {
        this.perSecond = perSecond;
    }

    void take(int things) {
        if (perSecond == 0) {
            return;
        }
        long due;
        synchronized (this) {
            due = start + (long) (begun / perSecond * 1e9);
            begun += things;
        }
        try {
            TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
