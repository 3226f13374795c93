package org.ruhu.server;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Logger;
import org.ruhu.server.door.Stack;

/** What the server does by itself, again and again, on one thread. A chore that fails is tried again. */
final class Chores implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Chores.class.getName());

    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread made = new Thread(task, "chores");
        made.setDaemon(true);
        return made;
    });
    private final Map<String, Runnable> chores = new LinkedHashMap<>();

    void everySecond(String name, Runnable chore) {
        chores.put(name, chore);
    }

    void start() {
        chores.forEach((name, chore) -> thread.scheduleWithFixedDelay(careful(name, chore), 0, 1, TimeUnit.SECONDS));
    }

    /** Says once that a chore fails, not every second. */
    private static Runnable careful(String name, Runnable chore) {
        AtomicBoolean failing = new AtomicBoolean();
        return () -> {
            try {
                chore.run();
                failing.set(false);
            } catch (RuntimeException e) {
                if (!failing.getAndSet(true)) {
                    LOG.severe(() -> "the chore " + name + " fails" + Stack.of(e));
                }
            }
        };
    }

    /** Waits for the chore under way. */
    @Override
    public void close() {
        thread.shutdown();
        try {
            if (!thread.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warning("a chore did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
