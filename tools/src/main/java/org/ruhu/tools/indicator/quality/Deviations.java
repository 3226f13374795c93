package org.ruhu.tools.indicator.quality;

import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;

/** How far numbers stand out among all, as interviews that took little time. */
public final class Deviations {

    /** Makes the median distance of a normal distribution its standard deviation. */
    private static final double MAD = 1.482602218505602;

    private Deviations() {}

    /** Each number less the mean, over the standard deviation. Long tails want the logarithms of times. */
    public static List<Measured> scores(double... numbers) {
        double mean = numbers.length == 0 ? 0 : Sum.of(numbers) / numbers.length;
        return scores(numbers, mean, Repeated.variance(numbers).map(Math::sqrt));
    }

    /**
     * Each number less the median, over 1.4826 times the median distance from it: not moved by the very numbers it is
     * to find (Iglewicz, Hoaglin 1993, How to Detect and Handle Outliers).
     */
    public static List<Measured> robustScores(double... numbers) {
        if (numbers.length == 0) {
            return List.of();
        }
        double median = Middle.of(numbers).median().value().orElseThrow();
        Measured spread = Middle.of(Arrays.stream(numbers).map(number -> Math.abs(number - median)).toArray()).median();
        return scores(numbers, median, spread.map(number -> number * MAD));
    }

    private static List<Measured> scores(double[] numbers, double centre, Measured spread) {
        return Arrays.stream(numbers).mapToObj(number -> spread.value().isEmpty() ? spread
                : Measured.ratio(number - centre, spread.value().getAsDouble(), Lack.NO_VARIATION)).toList();
    }

    /**
     * A team's mean less the mean of all, over the standard error it would have were the team like all.
     *
     * @param team some of all
     */
    public static Measured group(double[] team, double[] all) {
        if (team.length == 0) {
            return Measured.lacking(Lack.NO_BASE);
        }
        Measured variance = Repeated.variance(all);
        return variance.value().isEmpty() ? variance
                : Measured.ratio(Sum.of(team) / team.length - Sum.of(all) / all.length,
                        Math.sqrt(variance.value().getAsDouble() / team.length), Lack.NO_VARIATION);
    }
}
