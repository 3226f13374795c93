package org.ruhu.server.benchmark;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Some clients that send requests one after another, each as soon as it has its answer. */
record Load(URI server, List<String> tokens) {

    /** What is sent: made before the clock runs. */
    record Request(String method, String path, String type, byte[] body) {}

    /**
     * @param cpu processor time of the server
     */
    record Measured(int requests, double seconds, Duration cpu, long[] nanos, Map<Integer, Integer> statuses) {

        double rate() {
            return requests / seconds;
        }

        double cpuMillis() {
            return cpu.toNanos() / 1e6 / requests;
        }

        /** Milliseconds that a share of the requests did not exceed. */
        double millis(double share) {
            return nanos[Math.min(nanos.length - 1, (int) (nanos.length * share))] / 1e6;
        }

        String row(String name) {
            return "| %-46s | %9.0f | %10.3f | %8.1f | %8.1f | %s |"
                    .formatted(name, rate(), cpuMillis(), millis(0.5), millis(0.99), statuses);
        }
    }

    Measured send(List<Request> requests, Supplier<Duration> cpu) throws IOException {
        ExecutorService clients = Executors.newFixedThreadPool(tokens.size());
        AtomicInteger next = new AtomicInteger();
        long[] nanos = new long[requests.size()];
        int[] statuses = new int[requests.size()];
        Duration cpuBefore = cpu.get();
        long start = System.nanoTime();
        List<Future<?>> done = new ArrayList<>();
        for (String token : tokens) {
            done.add(clients.submit(() -> {
                try (Wire wire = new Wire(server, token)) {
                    for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                        Request request = requests.get(i);
                        long sent = System.nanoTime();
                        statuses[i] = wire.send(request).status();
                        nanos[i] = System.nanoTime() - sent;
                    }
                }
                return null;
            }));
        }
        await(done);
        double seconds = (System.nanoTime() - start) / 1e9;
        clients.shutdown();
        Arrays.sort(nanos);
        Map<Integer, Integer> counted = new TreeMap<>();
        Arrays.stream(statuses).forEach(status -> counted.merge(status, 1, Integer::sum));
        return new Measured(requests.size(), seconds, cpu.get().minus(cpuBefore), nanos, counted);
    }

    private static void await(List<Future<?>> done) throws IOException {
        try {
            for (Future<?> one : done) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IOException("a client failed", e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
