package org.ruhu.tools.indicator.quality;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ChiSquareTest;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.ruhu.tools.indicator.Lack;

/**
 * Which last digits numbers have: people who make up numbers, or round them, do not use all alike (Mosimann and others
 * 1995, Accountability in Research 4; Diekmann 2007, Journal of Applied Statistics 34).
 *
 * @param counts   of 0 to 9
 * @param round    numbers that end in 0 or 5
 * @param evenness Pearson's chi-square against all digits alike, 9 degrees of freedom; lacks under 50 numbers, where
 *                 the distribution does not hold
 */
public record Digits(List<Long> counts, Share round, Tested evenness) {

    private static final int DIGITS = 10;
    private static final int LEAST = 50;

    public Digits {
        counts = List.copyOf(counts);
    }

    /** @param counts of the digits 0 to 9 */
    public static Digits of(long... counts) {
        if (counts.length != DIGITS || Arrays.stream(counts).anyMatch(count -> count < 0)) {
            throw new IllegalArgumentException("ten counts, none negative");
        }
        long all = Arrays.stream(counts).sum();
        return new Digits(Arrays.stream(counts).boxed().toList(), new Share(counts[0] + counts[DIGITS / 2], all),
                all < LEAST ? Tested.lacking(all == 0 ? Lack.NO_BASE : Lack.TOO_FEW) : evenness(counts));
    }

    /** Of the numbers as they are written, their sign aside. */
    public static Digits of(List<Long> numbers) {
        long[] counts = new long[DIGITS];
        numbers.forEach(number -> counts[(int) Math.abs(number % DIGITS)]++);
        return of(counts);
    }

    private static Tested evenness(long[] counts) {
        SignificanceResult result = ChiSquareTest.withDefaults().test(counts);
        return Tested.of(result.getStatistic(), result.getPValue());
    }

    /** Numbers that are a multiple of a step, as incomes of full thousands; zeros do not count. */
    public static Share heaping(List<Long> numbers, long step) {
        List<Long> others = numbers.stream().filter(number -> number != 0).toList();
        return new Share(others.stream().filter(number -> number % step == 0).count(), others.size());
    }

    static IntStream all() {
        return IntStream.range(0, DIGITS);
    }
}
