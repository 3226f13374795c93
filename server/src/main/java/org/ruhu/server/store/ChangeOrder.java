package org.ruhu.server.store;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.LongSupplier;

/**
 * Gives sequences to writes that a database settles in any order. A sequence is the number of this opening of the store
 * and a count; what is asked for while a lower one is not settled stays hidden until it is.
 */
final class ChangeOrder {

    static final int COUNT_BITS = 40;
    /** So long a write whose fate is unknown holds back the others: then it has arrived or never will. */
    static final long DOUBT_NANOS = 30_000_000_000L;

    private final LongSupplier nanos;
    private final TreeSet<Long> inFlight = new TreeSet<>();
    private final Map<Long, Long> doubtfulUntil = new HashMap<>();
    private long last;
    private long newestWritten;

    /** @param newestWritten the highest sequence in the database */
    ChangeOrder(long epoch, long newestWritten, LongSupplier nanos) {
        this.last = epoch << COUNT_BITS;
        this.newestWritten = newestWritten;
        this.nanos = nanos;
    }

    /** The first of {@code count} sequences in a row. */
    synchronized long take(int count) {
        long first = last + 1;
        for (int i = 0; i < count; i++) {
            inFlight.add(++last);
        }
        return first;
    }

    synchronized void written(long sequence) {
        newestWritten = Math.max(newestWritten, sequence);
        inFlight.remove(sequence);
    }

    /** Nothing was written under it, nor will be. */
    synchronized void unused(long sequence) {
        inFlight.remove(sequence);
    }

    synchronized void doubtful(long sequence) {
        doubtfulUntil.put(sequence, nanos.getAsLong() + DOUBT_NANOS);
    }

    /** Everything up to it is settled: what may be shown. */
    synchronized long settled() {
        long now = nanos.getAsLong();
        doubtfulUntil.entrySet().removeIf(doubt -> doubt.getValue() - now <= 0 && inFlight.remove(doubt.getKey()));
        return inFlight.isEmpty() ? last : inFlight.first() - 1;
    }

    synchronized long newestWritten() {
        return newestWritten;
    }
}
