package org.ruhu.server.door;

import java.time.Clock;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** So many requests a second for each name; who was quiet may send some more at once. */
public final class Rates {

    private static final int MOST_NAMES = 100_000;

    /**
     * @param left    requests that may still be sent at {@code millis}
     * @param granted whether the one that made this bucket could be
     */
    private record Bucket(double left, long millis, boolean granted) {}

    private final double perSecond;
    private final double most;
    private final Clock clock;
    private final ConcurrentMap<String, Bucket> buckets = new ConcurrentHashMap<>();

    /** @param most at once, after a time of quiet */
    public Rates(double perSecond, double most, Clock clock) {
        this.perSecond = perSecond;
        this.most = most;
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
                    : Math.min(most, before.left() + perSecond * Math.max(0, now - before.millis()) / 1000);
            return left >= 1 ? new Bucket(left - 1, now, true) : new Bucket(left, now, false);
        });
        if (!bucket.granted()) {
            throw new Refusal(Refusal.Kind.TOO_MANY_REQUESTS, "Wait, then go on more slowly")
                    .retryAfter((long) Math.ceil(1 / perSecond));
        }
    }
}
