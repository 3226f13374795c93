package org.ruhu.server.link;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Logger;
import org.ruhu.server.door.Stack;

/**
 * Builds something once and then keeps it up to date, on a thread of its own. Who asks waits a moment for what was
 * stored before, and goes on without when that takes too long.
 */
final class Background implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Background.class.getName());
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Runnable build;
    private final Runnable follow;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "likely doubles");
        made.setDaemon(true);
        return made;
    });
    private volatile boolean built;
    private volatile boolean slow;
    private volatile boolean failing;
    private Future<Boolean> next;

    Background(Runnable build, Runnable follow) {
        this.build = build;
        this.follow = follow;
    }

    void start() {
        thread.scheduleWithFixedDelay(this::turn, 0, 1, TimeUnit.SECONDS);
    }

    boolean built() {
        return built;
    }

    /** Whether everything is taken in that was stored when it was asked. */
    boolean caughtUp() {
        if (slow && !built) {
            return false;
        }
        try {
            return ask().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | RejectedExecutionException e) {
            slow = true;
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException("likely doubles cannot be followed", e.getCause());
        }
    }

    /** One turn that has not begun serves all who ask until then. */
    private synchronized Future<Boolean> ask() {
        if (next == null) {
            next = thread.submit(() -> {
                synchronized (this) {
                    next = null;
                }
                return turn();
            });
        }
        return next;
    }

    /** Says once that it fails, and tries again the next time. */
    private boolean turn() {
        try {
            if (!built) {
                build.run();
                built = true;
            }
            follow.run();
            failing = false;
            return true;
        } catch (RuntimeException e) {
            if (!failing) {
                failing = true;
                LOG.severe(() -> "likely doubles cannot be followed" + Stack.of(e));
            }
            return false;
        }
    }

    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warning("the look-up of likely doubles did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
