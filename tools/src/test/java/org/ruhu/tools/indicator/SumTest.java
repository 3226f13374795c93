package org.ruhu.tools.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class SumTest {

    @Test
    void nothingIsLostBesideSomethingHuge() {
        assertThat(Sum.of(new double[] {1e100, 1, -1e100, 1e-300})).isEqualTo(1);
        assertThat(Sum.of(new double[10])).isZero();
        assertThat(Sum.of(DoubleStream.generate(() -> 0.1).limit(10).toArray())).isEqualTo(1);
        assertThat(new Sum().value()).isZero();
    }

    @Test
    void halfWayBetweenTwoDoublesWhatLiesBelowDecides() {
        assertThat(Sum.of(new double[] {1, 0x1p-53})).isEqualTo(1);
        assertThat(Sum.of(new double[] {1, 0x1p-53, 0x1p-120})).isEqualTo(1 + 0x1p-52);
        assertThat(Sum.of(new double[] {1, 0x1p-53, -0x1p-120})).isEqualTo(1);
    }

    @Test
    void isTheTrueSumRoundedOnceInAnyOrderAndAnyParts() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            double[] numbers = DoubleStream
                    .generate(() -> random.nextGaussian() * Math.pow(10, random.nextInt(40) - 20)).limit(300).toArray();
            double truth = DoubleStream.of(numbers).mapToObj(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add)
                    .doubleValue();
            assertThat(Sum.of(numbers)).isEqualTo(truth);
            Sum even = new Sum();
            Sum odd = new Sum();
            for (int i = numbers.length - 1; i >= 0; i--) {
                (i % 2 == 0 ? even : odd).add(numbers[i]);
            }
            assertThat(odd.add(even).value()).isEqualTo(truth);
        }
    }

    @Test
    void whatIsTooLargeIsNoNumber() {
        assertThat(Measured.of(new Sum().add(Double.MAX_VALUE).add(Double.MAX_VALUE).value()).lack())
                .contains(Lack.OUT_OF_RANGE);
        Sum lost = new Sum();
        for (int i = 0; i < 100_000; i++) {
            lost.add(i % 2 == 0 ? Double.MAX_VALUE : 1e300);
        }
        assertThat(Measured.of(lost.value()).lack()).contains(Lack.OUT_OF_RANGE);
    }
}
