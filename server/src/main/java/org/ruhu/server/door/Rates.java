package org.ruhu.server.door;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** So many requests a second for each name, saved up for a few seconds. */
public final class Rates {

    private static final int SAVED_SECONDS = 3;
    private static final int MOST_NAMES = 100_000;

    /** @param left requests that may be sent at {@code millis} */
    private record Bucket(double left, long millis) {}

    private final double perSecond;
    private final double most;
    private final Clock clock;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    public Rates(double perSecond, Clock clock) {
        this.perSecond = perSecond;
        this.most = Math.max(1, perSecond * SAVED_SECONDS);
        this.clock = clock;
    }

    /** @throws Refusal {@code too-many-requests} */
    public void take(String name) {
        long now = clock.millis();
        if (buckets.size() > MOST_NAMES) {
            buckets.clear();
        }
        Bucket bucket = buckets.compute(name, (n, before) -> {
            double left = before == null ? most
                    : Math.min(most, Math.max(0, before.left()) + perSecond * Math.max(0, now - before.millis()) / 1000);
            return new Bucket(left - 1, now);
        });
        if (bucket.left() < 0) {
            throw new Refusal(Refusal.Kind.TOO_MANY_REQUESTS, "Wait, then go on more slowly")
                    .retryAfter((long) Math.ceil(1 / perSecond));
        }
    }
}
