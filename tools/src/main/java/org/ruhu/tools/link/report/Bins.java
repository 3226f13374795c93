package org.ruhu.tools.link.report;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Cuts;

/**
 * How many pairs have which match weight. Bins are half a bit wide and never lie across a threshold, so what is counted
 * from a threshold on is exact.
 */
public final class Bins {

    private static final int LOWEST = -60;
    private static final int HIGHEST = 120;
    private static final double WIDTH = 0.5;

    private final double[] edges;
    private final long[] pairs;
    private final long[] same;
    private final double[] expected;
    private long forbidden;

    public Bins(Cuts cuts) {
        edges = DoubleStream.concat(
                IntStream.rangeClosed((int) (LOWEST / WIDTH), (int) (HIGHEST / WIDTH)).mapToDouble(i -> i * WIDTH),
                DoubleStream.of(cuts.automatic(), cuts.clerical(), cuts.match()).filter(Double::isFinite))
                .sorted().distinct().toArray();
        pairs = new long[edges.length];
        same = new long[edges.length];
        expected = new double[edges.length];
    }

    public void add(double weight, long count) {
        int bin = bin(weight);
        pairs[bin] += count;
        expected[bin] += count * Model.probability(weight);
    }

    /** Of the pairs added, so many of that weight are truly the same. */
    public void same(double weight, long count) {
        same[bin(weight)] += count;
    }

    /** One of the pairs added is heavy enough to be linked by itself, and is for clerks all the same. */
    public void forbidden() {
        forbidden++;
    }

    /** Pairs linked by themselves, of those from the threshold on. */
    long linkedFrom(double automatic) {
        return pairsFrom(automatic) - forbidden;
    }

    private int bin(double weight) {
        int found = Arrays.binarySearch(edges, weight);
        return Math.max(0, found >= 0 ? found : -found - 2);
    }

    int size() {
        return edges.length;
    }

    /** Lower end of a bin. */
    double edge(int bin) {
        return edges[bin];
    }

    long pairs(int bin) {
        return pairs[bin];
    }

    long same(int bin) {
        return same[bin];
    }

    /** Pairs of this weight or a higher one. */
    long pairsFrom(double weight) {
        return sumFrom(pairs, weight);
    }

    long sameFrom(double weight) {
        return sumFrom(same, weight);
    }

    /** Matches expected among them: the sum of their probabilities. */
    double expectedFrom(double weight) {
        double sum = 0;
        for (int bin = first(weight); bin < edges.length; bin++) {
            sum += expected[bin];
        }
        return sum;
    }

    long all() {
        return Arrays.stream(pairs).sum();
    }

    private long sumFrom(long[] counts, double weight) {
        long sum = 0;
        for (int bin = first(weight); bin < edges.length; bin++) {
            sum += counts[bin];
        }
        return sum;
    }

    /** First bin that begins at the weight or above. */
    private int first(double weight) {
        int found = Arrays.binarySearch(edges, weight);
        return found >= 0 ? found : -found - 1;
    }
}
