package org.ruhu.tools.lines;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Works on many things at once and hands the results on in the order of the things, never holding more than a few
 * batches. The caller's thread reads and consumes; the others only work.
 */
public final class InOrder {

    private static final int BATCH = 16;

    private InOrder() {}

    public static <A, B> void forEach(Iterator<A> things, int threads, Function<A, B> work, Consumer<B> consumer) {
        ExecutorService workers = Executors.newFixedThreadPool(threads, InOrder::daemon);
        ArrayDeque<Future<List<B>>> ahead = new ArrayDeque<>();
        try {
            while (things.hasNext()) {
                List<A> batch = batch(things);
                ahead.add(workers.submit(() -> batch.stream().map(work).toList()));
                if (ahead.size() > 4 * threads) {
                    finished(ahead.remove()).forEach(consumer);
                }
            }
            while (!ahead.isEmpty()) {
                finished(ahead.remove()).forEach(consumer);
            }
        } finally {
            workers.shutdownNow();
        }
    }

    private static <A> List<A> batch(Iterator<A> things) {
        List<A> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH && things.hasNext()) {
            batch.add(things.next());
        }
        return batch;
    }

    private static <B> List<B> finished(Future<List<B>> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        }
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "in-order");
        thread.setDaemon(true);
        return thread;
    }
}
