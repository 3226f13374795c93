package org.ruhu.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ChangeOrderTest {

    private static final long START = 3L << ChangeOrder.COUNT_BITS;

    private final AtomicLong nanos = new AtomicLong();
    private final ChangeOrder order = new ChangeOrder(3, START - 5, nanos::get);

    @Test
    void whatIsInFlightHidesWhatWasWrittenAfterIt() {
        long slow = order.take(1);
        long fast = order.take(1);
        order.written(fast);
        assertThat(order.settled()).isEqualTo(slow - 1).isEqualTo(START);
        order.written(slow);
        assertThat(order.settled()).isEqualTo(fast);
        assertThat(order.newestWritten()).isEqualTo(fast);
    }

    @Test
    void aRefusedWriteLeavesAGap() {
        long first = order.take(3);
        order.written(first);
        order.unused(first + 1);
        order.unused(first + 2);
        assertThat(order.settled()).isEqualTo(first + 2);
        assertThat(order.newestWritten()).isEqualTo(first);
    }

    @Test
    void aDoubtfulWriteHoldsBackTheOthersForAWhile() {
        long doubtful = order.take(1);
        order.doubtful(doubtful);
        order.written(order.take(1));
        nanos.set(ChangeOrder.DOUBT_NANOS - 1);
        assertThat(order.settled()).isEqualTo(doubtful - 1);
        nanos.set(ChangeOrder.DOUBT_NANOS);
        assertThat(order.settled()).isEqualTo(doubtful + 1);
    }

    @Test
    void aLaterOpeningGoesOnAboveEverythingBefore() {
        assertThat(order.newestWritten()).isEqualTo(START - 5);
        assertThat(order.take(1)).isEqualTo(START + 1);
        assertThat(new ChangeOrder(4, 0, nanos::get).take(1)).isGreaterThan(START + (1L << 39));
    }
}
