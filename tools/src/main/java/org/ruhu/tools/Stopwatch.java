package org.ruhu.tools;

import java.util.Locale;

/** How fast something went, for people to read. */
public final class Stopwatch {

    private final long start = System.nanoTime();

    public double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }

    public String rate(long things, String name) {
        double seconds = Math.max(seconds(), 1e-3);
        return String.format(Locale.ROOT, "%,.0f %s/s in %.1f s", things / seconds, name, seconds);
    }
}
