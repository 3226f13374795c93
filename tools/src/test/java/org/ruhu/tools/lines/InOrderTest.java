package org.ruhu.tools.lines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class InOrderTest {

    @Test
    void resultsComeInTheOrderOfTheThingsWhateverTheThreads() {
        List<Integer> results = new ArrayList<>();
        InOrder.forEach(IntStream.range(0, 10_000).iterator(), 4, i -> i * 2, results::add);
        assertThat(results).isEqualTo(IntStream.range(0, 10_000).map(i -> i * 2).boxed().toList());
    }

    @Test
    void whatFailsInAThreadFailsHereAsItIs() {
        assertThatThrownBy(() -> InOrder.forEach(List.of(1, 0).iterator(), 2, i -> 1 / i, i -> { }))
                .isInstanceOf(ArithmeticException.class);
    }

    @Test
    void onlyAFewBatchesAreEverAhead() {
        AtomicInteger read = new AtomicInteger();
        int[] most = {0};
        int[] consumed = {0};
        InOrder.forEach(IntStream.range(0, 100_000).peek(i -> read.set(i)).iterator(), 2, i -> i, i -> {
            most[0] = Math.max(most[0], read.get() - consumed[0]++);
        });
        assertThat(most[0]).isLessThan(1000);
    }
}
