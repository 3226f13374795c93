package org.ruhu.tools.link.train;

import org.ruhu.tools.link.Shape;

/** Counted patterns taken apart into levels, so that going over them again and again divides nothing. */
final class Sample {

    private final byte[][] levels;
    private final double[] counts;
    private final int[] radices;
    private final Clamp clamp;

    Sample(Shape shape, PatternCounts counted) {
        this(shape, counted, Clamp.none(counted.size()));
    }

    Sample(Shape shape, PatternCounts counted, Clamp clamp) {
        this.clamp = clamp;
        radices = new int[shape.comparisons()];
        levels = new byte[radices.length][counted.size()];
        counts = new double[counted.size()];
        for (int c = 0; c < radices.length; c++) {
            radices[c] = shape.radix(c);
            if (radices[c] > Byte.MAX_VALUE) {
                throw new IllegalArgumentException("a comparison has more than " + (Byte.MAX_VALUE - 2) + " levels");
            }
            for (int i = 0; i < counts.length; i++) {
                levels[c][i] = (byte) shape.level(counted.pattern(i), c);
            }
        }
        for (int i = 0; i < counts.length; i++) {
            counts[i] = counted.count(i);
        }
    }

    int size() {
        return counts.length;
    }

    int level(int comparison, int index) {
        return levels[comparison][index];
    }

    double count(int index) {
        return counts[index];
    }

    /** Pairs of a pattern that are as people said. */
    double clamped(int index) {
        return clamp.pairs()[index];
    }

    /** Share of them that is the same. */
    double said(int index) {
        return clamp.same()[index];
    }

    /** Chances of the patterns to be matches, changed to what people said of their pairs; the same array. */
    double[] held(double[] chances) {
        for (int i = 0; i < chances.length; i++) {
            if (clamp.pairs()[i] > 0) {
                double held = clamp.pairs()[i] / counts[i];
                chances[i] = chances[i] * (1 - held) + clamp.same()[i] * held;
            }
        }
        return chances;
    }

    /** Pairs of each pattern; not to be written to. */
    double[] counts() {
        return counts;
    }

    double pairs() {
        double pairs = 0;
        for (double count : counts) {
            pairs += count;
        }
        return pairs;
    }

    /** A number for each comparison and level, all 0. */
    double[][] empty() {
        double[][] empty = new double[radices.length][];
        for (int c = 0; c < empty.length; c++) {
            empty[c] = new double[radices[c]];
        }
        return empty;
    }

    /** For each pattern the sum of what its levels are worth. */
    double[] sums(double[][] worth) {
        double[] sums = new double[counts.length];
        for (int c = 0; c < levels.length; c++) {
            byte[] level = levels[c];
            double[] of = worth[c];
            for (int i = 0; i < sums.length; i++) {
                sums[i] += of[level[i]];
            }
        }
        return sums;
    }

    /** How many pairs are on each level, when only {@code share} of those of a pattern count. */
    double[][] tally(double[] share) {
        double[][] tally = empty();
        double[] counting = new double[counts.length];
        for (int i = 0; i < counting.length; i++) {
            counting[i] = counts[i] * share[i];
        }
        for (int c = 0; c < levels.length; c++) {
            byte[] level = levels[c];
            double[] of = tally[c];
            for (int i = 0; i < counting.length; i++) {
                of[level[i]] += counting[i];
            }
        }
        return tally;
    }
}
