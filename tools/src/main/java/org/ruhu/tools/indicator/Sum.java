package org.ruhu.tools.indicator;

import java.util.Arrays;

/**
 * A sum without rounding errors: the result is the double next to the true sum, so it is the same in whatever order
 * and by however many threads it was added up. Source: Shewchuk 1997, Adaptive precision floating-point arithmetic,
 * Discrete and Computational Geometry 18, section 2.4 (grow-expansion); the last rounding as in Python's math.fsum.
 */
public final class Sum {

    private static final double LARGEST = 1L << 52;

    /** Of whole numbers, which doubles add exactly as long as they are not too large; most of what is counted is. */
    private double whole;
    /** Parts that do not overlap, small ones first; rarely more than three. */
    private double[] parts = new double[4];
    private int size;

    public Sum add(double number) {
        double more = whole + number;
        if (number == Math.rint(number) && Math.abs(number) < LARGEST && Math.abs(more) < LARGEST) {
            whole = more;
            return this;
        }
        return addPart(number);
    }

    private Sum addPart(double number) {
        double high = number;
        int kept = 0;
        for (int i = 0; i < size; i++) {
            double a = high;
            double b = parts[i];
            if (Math.abs(a) < Math.abs(b)) {
                double swap = a;
                a = b;
                b = swap;
            }
            high = a + b;
            double low = b - (high - a);
            if (low != 0) {
                parts[kept++] = low;
            }
        }
        if (!Double.isFinite(high)) {
            kept = 0;
        }
        if (kept == parts.length) {
            parts = Arrays.copyOf(parts, kept * 2);
        }
        parts[kept] = high;
        size = kept + 1;
        return this;
    }

    public Sum add(Sum other) {
        double wholes = other.whole;
        double[] others = Arrays.copyOf(other.parts, other.size);
        for (double part : others) {
            addPart(part);
        }
        return add(wholes);
    }

    /** Not finite once a number was not, or the sum grew too large. */
    public double value() {
        if (size == 0) {
            return whole;
        }
        addPart(whole);
        whole = 0;
        int i = size - 1;
        double high = parts[i];
        double low = 0;
        while (i > 0 && low == 0) {
            double a = high;
            double b = parts[--i];
            high = a + b;
            low = b - (high - a);
        }
        // half way between two doubles: what lies below decides
        if (i > 0 && low < 0 == parts[i - 1] < 0 && low != 0) {
            double twice = low * 2;
            double next = high + twice;
            if (twice == next - high) {
                high = next;
            }
        }
        return high;
    }

    public static double of(double[] numbers) {
        Sum sum = new Sum();
        for (double number : numbers) {
            sum.add(number);
        }
        return sum.value();
    }
}
