package org.ruhu.tools.load;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What happened so far. Safe to share between threads. */
final class Tally {

    final Latencies latencies = new Latencies();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private final LongAdder requests = new LongAdder();
    private final LongAdder acknowledged = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final LongAdder givenUp = new LongAdder();

    void request() {
        requests.increment();
    }

    /** @param name status, or what else became of a request */
    void answer(String name) {
        answers.computeIfAbsent(name, n -> new LongAdder()).increment();
    }

    void acknowledged() {
        acknowledged.increment();
    }

    void refused() {
        refused.increment();
    }

    void givenUp() {
        givenUp.increment();
    }

    long requests() {
        return requests.sum();
    }

    long acknowledgedSoFar() {
        return acknowledged.sum();
    }

    long refusedSoFar() {
        return refused.sum();
    }

    long givenUpSoFar() {
        return givenUp.sum();
    }

    Map<String, Long> answers() {
        Map<String, Long> sums = new TreeMap<>();
        answers.forEach((name, count) -> sums.put(name, count.sum()));
        return sums;
    }
}
