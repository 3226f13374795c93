package org.ruhu.tools.load;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** So many clients working through one list. */
final class Crew {

    private Crew() {}

    static <T> void work(int clients, List<T> things, Consumer<T> work) {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(clients, task -> {
            Thread thread = new Thread(task, "client");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<? extends Future<?>> clientsAtWork = IntStream.range(0, clients)
                    .mapToObj(client -> threads.submit(() -> {
                for (int i = next.getAndIncrement(); i < things.size(); i = next.getAndIncrement()) {
                    work.accept(things.get(i));
                }
            })).toList();
            for (Future<?> client : clientsAtWork) {
                client.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException ours ? ours : new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
