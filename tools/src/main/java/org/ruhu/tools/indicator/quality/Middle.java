package org.ruhu.tools.indicator.quality;

import java.util.Arrays;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;

/**
 * The middle of some numbers, as minutes of interviews or days until a problem is closed.
 *
 * @param lower  quartile, by straight lines between numbers (Hyndman, Fan 1996, definition 7, as R has it)
 */
public record Middle(long base, Measured lower, Measured median, Measured upper) {

    /** @param numbers finite */
    public static Middle of(double... numbers) {
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new Middle(sorted.length, at(sorted, 0.25), at(sorted, 0.5), at(sorted, 0.75));
    }

    private static Measured at(double[] sorted, double share) {
        if (sorted.length == 0) {
            return Measured.lacking(Lack.NO_BASE);
        }
        double place = share * (sorted.length - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.length - 1);
        return Measured.of(sorted[below] + (place - below) * (sorted[above] - sorted[below]));
    }
}
