package org.ruhu.server.dataset;

import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Logger;
import org.ruhu.server.door.Stack;

/**
 * Work that goes on when the request for it has been answered, on threads of its own that give way to others. What is
 * to be done must be known to the store: what is cut off here is for the next server.
 */
public final class Jobs implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(Jobs.class.getName());
    private static final int PATIENCE_SECONDS = 10;

    private final String what;
    private final ExecutorService threads;
    private final ConcurrentMap<String, Progress> running = new ConcurrentHashMap<>();
    private volatile boolean closing;

    /** @param what is done, as the log and the threads say it */
    public Jobs(String what, int atOnce) {
        this.what = what;
        this.threads = Executors.newFixedThreadPool(atOnce, task -> {
            Thread made = new Thread(task, what);
            made.setDaemon(true);
            made.setPriority(Thread.MIN_PRIORITY);
            return made;
        });
    }

    /** @param job lets out what the progress throws, and tells of its other failures itself */
    public void add(String id, Consumer<Progress> job) {
        threads.execute(() -> {
            if (!closing) {
                turn(id, job);
            }
        });
    }

    private void turn(String id, Consumer<Progress> job) {
        Progress progress = new Progress();
        running.put(id, progress);
        if (closing) {
            progress.stop();
        }
        try {
            job.accept(progress);
        } catch (Progress.Unwanted stopped) {
            LOG.fine(() -> what + ": " + id + " was stopped");
        } catch (RuntimeException e) {
            LOG.severe(() -> what + ": " + id + " cannot be followed" + Stack.of(e));
        } finally {
            running.remove(id);
        }
    }

    /** How far it is; empty if it is not being done now. */
    public Optional<Progress> progress(String id) {
        return Optional.ofNullable(running.get(id));
    }

    /** Lets nothing more begin, and stops what is being done. */
    @Override
    public void close() {
        closing = true;
        threads.shutdown();
        running.values().forEach(Progress::stop);
        try {
            if (!threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                LOG.warning(what + ": not everything stopped in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
