package org.ruhu.tools.link.cluster;

import java.util.Arrays;

/**
 * The links from a threshold on, the strongest first; of equal weight the one with the smaller rows, left before right.
 */
final class FallingWeight {

    private static final int LOW = 32;

    private FallingWeight() {}

    static Links of(Links links, double threshold) {
        long[] keys = keys(links, threshold);
        Arrays.parallelSort(keys);
        int[] left = new int[keys.length];
        int[] right = new int[keys.length];
        float[] weight = new float[keys.length];
        for (int i = 0; i < keys.length; i++) {
            int link = (int) keys[i];
            left[i] = links.left()[link];
            right[i] = links.right()[link];
            weight[i] = links.weight()[link];
        }
        tieByRows(left, right, weight);
        return new Links(left, right, weight);
    }

    private static long[] keys(Links links, double threshold) {
        int count = 0;
        for (float weight : links.weight()) {
            count += weight >= threshold ? 1 : 0;
        }
        long[] keys = new long[count];
        int next = 0;
        for (int i = 0; i < links.count(); i++) {
            if (links.weight()[i] >= threshold) {
                keys[next++] = (long) ~rising(links.weight()[i]) << LOW | i;
            }
        }
        return keys;
    }

    /** An int that rises with the number; -0 and 0 are one. */
    private static int rising(float weight) {
        int bits = Float.floatToIntBits(weight + 0f);
        return bits >= 0 ? bits : bits ^ Integer.MAX_VALUE;
    }

    /**
     * Within a weight, links stand in the order they were given; only if that is not the order of rows they are sorted.
     */
    private static void tieByRows(int[] left, int[] right, float[] weight) {
        int start = 0;
        while (start < weight.length) {
            int end = start + 1;
            boolean sorted = true;
            while (end < weight.length && weight[end] == weight[start]) {
                sorted &= rows(left, right, end - 1) <= rows(left, right, end);
                end++;
            }
            if (!sorted) {
                sortByRows(left, right, start, end);
            }
            start = end;
        }
    }

    private static void sortByRows(int[] left, int[] right, int start, int end) {
        long[] rows = new long[end - start];
        for (int i = start; i < end; i++) {
            rows[i - start] = rows(left, right, i);
        }
        Arrays.sort(rows);
        for (int i = start; i < end; i++) {
            left[i] = (int) (rows[i - start] >> LOW);
            right[i] = (int) rows[i - start];
        }
    }

    private static long rows(int[] left, int[] right, int link) {
        return (long) left[link] << LOW | right[link];
    }
}
