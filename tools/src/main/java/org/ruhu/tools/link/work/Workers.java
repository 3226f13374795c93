package org.ruhu.tools.link.work;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/**
 * Does pieces of work in several threads. Results come in the order of the pieces, so nothing depends on how many
 * threads there are or which of them was quicker.
 */
public record Workers(int threads, Watch watch) {

    public Workers {
        if (threads < 1) {
            throw new IllegalArgumentException("there must be a thread at least, not " + threads);
        }
    }

    public static Workers of(int threads) {
        return new Workers(threads, Watch.NOBODY);
    }

    /** A piece of work, done with what the thread keeps for itself. */
    public interface Piece<S, T> {
        T done(S own, int piece);
    }

    public <T> List<T> each(String what, int pieces, IntFunction<T> work) {
        return each(what, pieces, () -> 0, (none, piece) -> work.apply(piece));
    }

    /**
     * @param own what each thread makes for itself before its first piece
     * @throws Watch.Stopped if the watch wants an early end; what a piece throws goes through
     */
    public <S, T> List<T> each(String what, int pieces, Supplier<S> own, Piece<S, T> work) {
        Object[] results = new Object[pieces];
        AtomicInteger next = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        AtomicReference<Throwable> failed = new AtomicReference<>();
        Runnable share = () -> {
            try {
                S mine = own.get();
                for (int i = next.getAndIncrement(); i < pieces && failed.get() == null; i = next.getAndIncrement()) {
                    results[i] = work.done(mine, i);
                    tell(what, done.incrementAndGet(), pieces);
                }
            } catch (RuntimeException | Error e) {
                failed.compareAndSet(null, e);
            }
        };
        run(share, Math.min(threads, pieces));
        Throwable failure = failed.get();
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure != null) {
            throw (RuntimeException) failure;
        }
        List<T> list = new ArrayList<>(pieces);
        Arrays.stream(results).forEach(result -> list.add(typed(result)));
        return list;
    }

    private void tell(String what, int done, int of) {
        synchronized (watch) {
            watch.at(what, done, of);
            if (watch.stop()) {
                throw new Watch.Stopped();
            }
        }
    }

    /** The calling thread does its share. It waits for the others in any case: they must not work on unseen. */
    private static void run(Runnable share, int threads) {
        List<Thread> others = new ArrayList<>();
        for (int i = 1; i < threads; i++) {
            Thread thread = new Thread(share, "linkage-" + i);
            thread.setDaemon(true);
            thread.start();
            others.add(thread);
        }
        share.run();
        boolean interrupted = false;
        for (Thread thread : others) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @SuppressWarnings("unchecked")
    private static <T> T typed(Object result) {
        return (T) result;
    }
}
