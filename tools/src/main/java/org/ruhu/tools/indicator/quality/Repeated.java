package org.ruhu.tools.indicator.quality;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.ContinuityCorrection;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.SignificanceResult;
import org.apache.commons.statistics.inference.TTest;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;

/**
 * How far a number given in a first and in a second interview agrees.
 *
 * @param meanDifference   of first less second
 * @param responseVariance simple response variance, the variance of the differences over 2 (Hansen, Hurwitz, Pritzker
 *                         1964)
 * @param reliability      1 - response variance over the variance of the second answers (O'Muircheartaigh 1991, in
 *                         Measurement Errors in Surveys)
 * @param t                paired t-test: does the mean differ
 * @param wilcoxon         signed-rank test, of pairs that differ; exact under 50 of them without ties, else with the
 *                         normal distribution and continuity correction. The statistic is the sum of positive ranks
 */
public record Repeated(int pairs, Measured meanDifference, Measured responseVariance, Measured reliability, Tested t,
        Tested wilcoxon) {

    private static final int EXACT_BELOW = 50;

    /** Pairs by place. */
    public static Repeated of(double[] first, double[] second) {
        if (first.length != second.length) {
            throw new IllegalArgumentException(first.length + " first answers and " + second.length + " second");
        }
        double[] differences = IntStream.range(0, first.length).mapToDouble(i -> first[i] - second[i]).sorted()
                .toArray();
        Measured variance = variance(differences);
        Measured response = variance.map(number -> number / 2);
        Measured whole = variance(second);
        return new Repeated(first.length, Measured.ratio(Sum.of(differences), first.length, Lack.NO_BASE), response,
                response.value().isEmpty() ? response
                        : Measured.ratio(response.value().getAsDouble(), whole.value().orElse(0), Lack.NO_VARIATION)
                                .map(share -> 1 - share),
                t(differences, variance), wilcoxon(differences));
    }

    static Measured variance(double[] numbers) {
        if (numbers.length < 2) {
            return Measured.lacking(Lack.TOO_FEW);
        }
        double mean = Sum.of(numbers) / numbers.length;
        Sum squares = new Sum();
        for (double number : numbers) {
            squares.add((number - mean) * (number - mean));
        }
        return Measured.of(squares.value() / (numbers.length - 1));
    }

    private static Tested t(double[] differences, Measured variance) {
        if (variance.value().orElse(0) == 0) {
            return Tested.lacking(variance.lack().orElse(Lack.NO_VARIATION));
        }
        return of(TTest.withDefaults().test(Sum.of(differences) / differences.length,
                variance.value().getAsDouble(), differences.length));
    }

    private static Tested wilcoxon(double[] differences) {
        double[] unequal = Arrays.stream(differences).filter(difference -> difference != 0).toArray();
        if (unequal.length == 0) {
            return Tested.lacking(differences.length == 0 ? Lack.NO_BASE : Lack.NO_VARIATION);
        }
        boolean tied = Arrays.stream(unequal).map(Math::abs).distinct().count() < unequal.length;
        boolean exact = unequal.length < EXACT_BELOW && !tied;
        return of(WilcoxonSignedRankTest.withDefaults().with(ContinuityCorrection.ENABLED)
                .with(exact ? PValueMethod.EXACT : PValueMethod.ASYMPTOTIC).test(unequal));
    }

    private static Tested of(SignificanceResult result) {
        return Tested.of(result.getStatistic(), result.getPValue());
    }
}
