package org.ruhu.tools.link.score;

import java.util.Arrays;

/** Pairs of one rule that were heavy enough, growing. */
final class Kept {

    private final int rule;
    private int[] left = new int[64];
    private int[] right = new int[64];
    private float[] weight = new float[64];
    private int[] pattern = new int[64];
    private int size;
    /** Pairs compared, kept or not. */
    private long compared;

    Kept(int rule) {
        this.rule = rule;
    }

    int rule() {
        return rule;
    }

    int size() {
        return size;
    }

    long compared() {
        return compared;
    }

    float weight(int index) {
        return weight[index];
    }

    void compared(int pairs) {
        compared += pairs;
    }

    void add(int leftRow, int rightRow, float bits, int shown) {
        if (size == left.length) {
            trim(size + (size >> 1) + 16);
        }
        left[size] = leftRow;
        right[size] = rightRow;
        weight[size] = bits;
        pattern[size++] = shown;
    }

    private void trim(int length) {
        left = Arrays.copyOf(left, length);
        right = Arrays.copyOf(right, length);
        weight = Arrays.copyOf(weight, length);
        pattern = Arrays.copyOf(pattern, length);
    }

    /** Lets go of lighter ones, and of room that is not needed. */
    void keep(double least) {
        int kept = 0;
        for (int i = 0; i < size; i++) {
            if (weight[i] >= least) {
                left[kept] = left[i];
                right[kept] = right[i];
                weight[kept] = weight[i];
                pattern[kept++] = pattern[i];
            }
        }
        size = kept;
        trim(kept);
    }

    void copy(int[] lefts, int[] rights, float[] weights, int[] patterns, int at) {
        System.arraycopy(left, 0, lefts, at, size);
        System.arraycopy(right, 0, rights, at, size);
        System.arraycopy(weight, 0, weights, at, size);
        System.arraycopy(pattern, 0, patterns, at, size);
    }
}
