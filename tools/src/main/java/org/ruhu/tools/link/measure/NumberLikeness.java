package org.ruhu.tools.link.measure;

import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import org.ruhu.tools.link.table.Values;

/** A distance of numbers; each value's number is worked out once. NaN is what is no number. */
final class NumberLikeness implements Likeness {

    private final double[] left;
    private final double[] right;
    private final DoubleBinaryOperator distance;

    private NumberLikeness(double[] left, double[] right, DoubleBinaryOperator distance) {
        this.left = left;
        this.right = right;
        this.distance = distance;
    }

    static Measure of(ToDoubleFunction<String> number, DoubleBinaryOperator distance) {
        return (left, right) -> {
            double[] numbers = numbers(left, number);
            return new NumberLikeness(numbers, left == right ? numbers : numbers(right, number), distance);
        };
    }

    static double[] numbers(Values values, ToDoubleFunction<String> number) {
        double[] numbers = new double[values.size()];
        for (int code = 1; code < numbers.length; code++) {
            numbers[code] = number.applyAsDouble(values.text(code));
        }
        return numbers;
    }

    /** A plain number, or NaN. */
    static double number(String text) {
        try {
            double number = Double.parseDouble(text);
            return Double.isFinite(number) ? number : Double.NaN;
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    @Override
    public double of(int a, int b) {
        return distance.applyAsDouble(left[a], right[b]);
    }

    @Override
    public boolean reaches(double bound, int a, int b) {
        return of(a, b) <= bound;
    }

    @Override
    public boolean quick() {
        return true;
    }
}
