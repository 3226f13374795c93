package org.ruhu.server.odata;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.ruhu.server.door.Refusal;

/**
 * Counts that may take longer than anybody waits: they go on when nobody does, and whoever asks again finds them. For a
 * while a count is told again as it was when it was begun; OData lets it differ from the entities that follow (OData
 * 4.0 Protocol, 11.2.5.5).
 */
public final class Counting implements AutoCloseable {

    private static final Duration KEPT = Duration.ofMinutes(10);
    private static final int MOST = 20;
    private static final int AGAIN_SECONDS = 10;

    private record Begun(Future<Long> count, Instant at) {

        boolean serves(Instant now) {
            return !count.isDone() || now.isBefore(at.plus(KEPT));
        }
    }

    private final Clock clock;
    private final Duration patience;
    private final Map<Object, Begun> begun = new LinkedHashMap<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(task -> {
        Thread made = new Thread(task, "counts");
        made.setDaemon(true);
        return made;
    });

    /** @param patience how long a request waits for its count */
    public Counting(Clock clock, Duration patience) {
        this.clock = clock;
        this.patience = patience;
    }

    /**
     * @param what  the same for the same question of somebody with the same rights
     * @param count counts it
     * @throws Refusal {@code busy} while it is being counted, {@code too-many-requests} if very many others are
     */
    long of(Object what, Callable<Long> count) {
        Future<Long> counted = found(what, count);
        try {
            return counted.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Refusal(Refusal.Kind.BUSY, "It is being counted: ask again, or leave $count out")
                    .retryAfter(AGAIN_SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            forget(what);
            throw new IllegalStateException("could not be counted", e.getCause());
        }
    }

    private synchronized Future<Long> found(Object what, Callable<Long> count) {
        Instant now = clock.instant();
        begun.values().removeIf(one -> !one.serves(now));
        Begun one = begun.get(what);
        if (one == null) {
            if (begun.values().stream().filter(other -> !other.count().isDone()).count() >= MOST) {
                throw new Refusal(Refusal.Kind.TOO_MANY_REQUESTS, "Wait until some of %d counts have ended"
                        .formatted(MOST)).retryAfter(AGAIN_SECONDS);
            }
            one = new Begun(thread.submit(count), now);
            begun.put(what, one);
        }
        return one.count();
    }

    private synchronized void forget(Object what) {
        begun.remove(what);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
