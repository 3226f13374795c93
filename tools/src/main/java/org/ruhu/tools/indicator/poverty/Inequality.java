package org.ruhu.tools.indicator.poverty;

import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;

/**
 * How unequal incomes per person are, each person counting the same.
 *
 * @param gini      1 - sum (F_i - F_(i-1)) (L_i + L_(i-1)), F and L being cumulative shares of persons and of income in
 *                  order of income: twice the area between the Lorenz curve and the diagonal (Lerman, Yitzhaki 1989,
 *                  Improving the accuracy of estimates of Gini coefficients, Journal of Econometrics 42). No correction
 *                  for a small sample; a number for all households in equal places, so ties do not matter
 * @param lorenz    at even steps of the share of persons, straight lines between households (Lorenz 1905)
 * @param quintileShares of the total, poorest fifth first; a household across a border belongs to both in part. Empty
 *                  when there is no curve
 * @param ratio     share of the richest fifth over that of the poorest (S80/S20)
 */
public record Inequality(Negatives negatives, Base base, Measured mean, Measured median, Measured gini,
        List<Point> lorenz, List<Double> quintileShares, Measured ratio) {

    private static final int QUINTILES = 5;

    public Inequality {
        lorenz = List.copyOf(lorenz);
        quintileShares = List.copyOf(quintileShares);
    }

    /** Share of the persons from the poorest on, and their share of the income. */
    public record Point(double persons, double income) {}

    /** @param steps of the curve, a multiple of 5 */
    public static Inequality of(Incomes incomes, Negatives negatives, int steps) {
        if (steps < QUINTILES || steps % QUINTILES != 0) {
            throw new IllegalArgumentException("steps of the curve are a multiple of 5: " + steps);
        }
        Ladder ladder = incomes.ladder(negatives);
        Measured mean = Measured.ratio(ladder.total(), ladder.persons(), Lack.NO_BASE);
        Measured median = Quantile.of(ladder, 0.5);
        if (ladder.persons() == 0 || !(ladder.total() > 0) || mean.value().isEmpty()) {
            Measured none = Measured.lacking(mean.lack().orElse(Lack.NO_POSITIVE_TOTAL));
            return new Inequality(negatives, incomes.base(), mean, median, none, List.of(), List.of(), none);
        }
        Lorenz lorenz = new Lorenz(ladder, steps);
        double[] heights = lorenz.heights();
        List<Point> curve = IntStream.rangeClosed(0, steps)
                .mapToObj(step -> new Point((double) step / steps, heights[step])).toList();
        List<Double> shares = IntStream.range(0, QUINTILES)
                .mapToObj(fifth -> heights[(fifth + 1) * steps / QUINTILES] - heights[fifth * steps / QUINTILES])
                .toList();
        return new Inequality(negatives, incomes.base(), mean, median, Measured.of(lorenz.gini()), curve, shares,
                shares.get(0) > 0 ? Measured.ratio(shares.get(QUINTILES - 1), shares.get(0))
                        : Measured.lacking(Lack.NO_POSITIVE_TOTAL));
    }
}
