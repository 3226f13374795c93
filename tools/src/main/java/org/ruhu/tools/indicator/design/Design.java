package org.ruhu.tools.indicator.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntPredicate;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;

/**
 * How the units at hand were drawn. Units are known by their place; 12 bytes each. Arrays of numbers given to the
 * estimators have a number for every unit, and those outside the domain are not looked at.
 */
public final class Design {

    /** All units. */
    public static final IntPredicate ALL = unit -> true;

    private final int[] cluster;
    private final double[] weight;
    private final int[] stratumOf;
    private final List<Stratum> strata;
    private final Lonely lonely;

    /**
     * @param clusters  drawn
     * @param unsampled share of the stratum's clusters that were not drawn, the finite population correction
     */
    record Stratum(String name, int clusters, double unsampled) {

        boolean lonely() {
            return clusters == 1 && unsampled > 0;
        }
    }

    Design(int[] cluster, double[] weight, int[] stratumOf, List<Stratum> strata, Lonely lonely) {
        this.cluster = cluster;
        this.weight = weight;
        this.stratumOf = stratumOf;
        this.strata = List.copyOf(strata);
        this.lonely = lonely;
    }

    /** Everybody was asked, so nothing varies by chance: each unit weighs 1 and every variance is 0. */
    public static Design census(int size) {
        double[] weight = new double[size];
        Arrays.fill(weight, 1);
        return new Design(new int[size], weight, new int[1], List.of(new Stratum("all", 1, 0)), Lonely.REFUSE);
    }

    public int size() {
        return weight.length;
    }

    public double weight(int unit) {
        return weight[unit];
    }

    /** Strata of which one cluster was drawn out of more. */
    public List<String> lonelyStrata() {
        return strata.stream().filter(Stratum::lonely).map(Stratum::name).toList();
    }

    /** The sum of weight times number over a domain. */
    double weighted(double[] numbers, IntPredicate domain) {
        sized(numbers);
        Sum sum = new Sum();
        for (int i = 0; i < weight.length; i++) {
            if (domain.test(i)) {
                sum.add(weight[i] * numbers[i]);
            }
        }
        return sum.value();
    }

    void sized(double[] numbers) {
        if (numbers.length != weight.length) {
            throw new IllegalArgumentException(numbers.length + " numbers for " + weight.length + " units");
        }
    }

    /**
     * Variance of the sum of weight times number, outside the domain 0: sum over strata of (1 - f) n / (n - 1) times
     * the squared distances of the clusters' sums from their mean, n being all clusters drawn, also those without a unit
     * in the domain. Given linearised numbers of a statistic, it is the statistic's (Woodruff 1971, JASA 66; Deville
     * 1999, Survey Methodology 25(2)).
     */
    public Measured variance(double[] numbers, IntPredicate domain) {
        if (lonely == Lonely.REFUSE && strata.stream().anyMatch(Stratum::lonely)) {
            return Measured.lacking(Lack.LONELY_CLUSTER);
        }
        double[] totals = totals(numbers, domain);
        double[] means = means(totals);
        Sum variance = new Sum();
        for (int c = 0; c < totals.length; c++) {
            Stratum stratum = strata.get(stratumOf[c]);
            double away = stratum.clusters() == 1 ? totals[c] : totals[c] - means[stratumOf[c]];
            double scale = stratum.clusters() == 1 ? 1 : stratum.clusters() / (stratum.clusters() - 1.0);
            variance.add(stratum.unsampled() * scale * away * away);
        }
        return Measured.of(variance.value());
    }

    private double[] totals(double[] numbers, IntPredicate domain) {
        sized(numbers);
        List<Sum> sums = new ArrayList<>();
        for (int c = 0; c < stratumOf.length; c++) {
            sums.add(new Sum());
        }
        for (int i = 0; i < weight.length; i++) {
            if (domain.test(i)) {
                sums.get(cluster[i]).add(weight[i] * numbers[i]);
            }
        }
        return sums.stream().mapToDouble(Sum::value).toArray();
    }

    private double[] means(double[] totals) {
        List<Sum> sums = strata.stream().map(stratum -> new Sum()).toList();
        for (int c = 0; c < totals.length; c++) {
            sums.get(stratumOf[c]).add(totals[c]);
        }
        double[] means = new double[strata.size()];
        for (int h = 0; h < means.length; h++) {
            means[h] = sums.get(h).value() / strata.get(h).clusters();
        }
        return means;
    }

    /** Clusters less strata, of those that have a unit of some weight in the domain. */
    int degreesOfFreedom(IntPredicate domain) {
        BitSet clusters = new BitSet();
        BitSet met = new BitSet();
        for (int i = 0; i < weight.length; i++) {
            if (weight[i] > 0 && domain.test(i)) {
                clusters.set(cluster[i]);
                met.set(stratumOf[cluster[i]]);
            }
        }
        return clusters.cardinality() - met.cardinality();
    }
}
