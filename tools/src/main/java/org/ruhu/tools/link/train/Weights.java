package org.ruhu.tools.link.train;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Shape;

/** Match weights in bits, highest first, and how many pairs have each. */
public final class Weights {

    private final double[] weights;
    private final double[] counts;

    private Weights(double[] weights, double[] counts) {
        this.weights = weights;
        this.counts = counts;
    }

    /** In any order. */
    public static Weights of(double[] weights, double[] counts) {
        int[] order = IntStream.range(0, weights.length).boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -weights[i])).mapToInt(Integer::intValue).toArray();
        return new Weights(Arrays.stream(order).mapToDouble(i -> weights[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> counts[i]).toArray());
    }

    /** What the model gives to each pattern, without the terms for single values. */
    public static Weights of(Model model, PatternCounts counted) {
        return of(model, counted, true);
    }

    /** @param reviewed whether pairs that people look at anyway are among them */
    static Weights of(Model model, PatternCounts counted, boolean reviewed) {
        Shape shape = new Shape(model.settings().comparisons());
        double[] weights = new double[counted.size()];
        double[] counts = new double[counted.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = model.weight(shape, counted.pattern(i));
            int pattern = counted.pattern(i);
            boolean left = !reviewed && model.settings().reviewed(c -> shape.level(pattern, c));
            counts[i] = left ? 0 : counted.count(i);
        }
        return of(weights, counts);
    }

    int size() {
        return weights.length;
    }

    double weight(int index) {
        return weights[index];
    }

    double count(int index) {
        return counts[index];
    }
}
