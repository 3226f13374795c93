package org.ruhu.tools.link;

import java.util.List;

/** How the levels of all comparisons are written as one number: the first comparison has stride 1. */
public final class Shape {

    private final int[] radices;
    private final int[] strides;
    private final int patterns;

    public Shape(List<Comparison> comparisons) {
        radices = comparisons.stream().mapToInt(Comparison::radix).toArray();
        strides = new int[radices.length];
        long stride = 1;
        for (int c = 0; c < radices.length; c++) {
            strides[c] = (int) stride;
            stride *= radices[c];
            if (stride > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("the comparisons have more than two thousand million combinations of"
                        + " levels; leave out a comparison or some levels");
            }
        }
        patterns = (int) stride;
    }

    public int comparisons() {
        return radices.length;
    }

    /** Levels of a comparison, the first and the last included. */
    public int radix(int comparison) {
        return radices[comparison];
    }

    public int stride(int comparison) {
        return strides[comparison];
    }

    /** How many patterns there are. */
    public int patterns() {
        return patterns;
    }

    public int level(int pattern, int comparison) {
        return pattern / strides[comparison] % radices[comparison];
    }

    public int pattern(int... levels) {
        int pattern = 0;
        for (int c = 0; c < levels.length; c++) {
            pattern += levels[c] * strides[c];
        }
        return pattern;
    }
}
