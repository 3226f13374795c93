package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Model;

/**
 * The pairs that were heavy enough to keep, in the order of their left and then their right rows.
 *
 * <p>The arrays are not to be written to.
 *
 * @param left     row of the left record
 * @param weight   match weight in bits
 * @param pattern  levels of all comparisons, see {@link org.ruhu.tools.link.Shape}
 * @param rule     the first rule that finds the pair
 * @param keep     pairs lighter than that were let go
 * @param raised   whether {@code keep} is more than was wanted, because there were too many pairs
 * @param newPairs by rule, how many pairs were compared that no earlier rule finds
 */
public record Scored(int[] left, int[] right, float[] weight, int[] pattern, byte[] rule, double keep, boolean raised,
        long[] newPairs) {

    /**
     * Of parts that were scored apart, as if it had been done at once.
     *
     * @param rows of all records
     * @param most pairs to keep; if there are more, the lightest are let go
     */
    public static Scored of(int rows, List<Scored> parts, double keep, int most) {
        Room room = new Room(most, keep);
        List<Kept> kept = new ArrayList<>();
        long[] newPairs = new long[parts.get(0).newPairs.length];
        for (Scored part : parts) {
            Kept[] byRule = IntStream.range(0, newPairs.length).mapToObj(Kept::new).toArray(Kept[]::new);
            for (int i = 0; i < part.size(); i++) {
                byRule[part.rule[i]].add(part.left[i], part.right[i], part.weight[i], part.pattern[i]);
            }
            for (int rule = 0; rule < newPairs.length; rule++) {
                newPairs[rule] += part.newPairs[rule];
                kept.add(room.take(byRule[rule]));
            }
        }
        double least = room.settle();
        return of(rows, kept, least, least > keep, newPairs);
    }

    public int size() {
        return left.length;
    }

    public double probability(int pair) {
        return Model.probability(weight[pair]);
    }

    /** Pairs that were compared, each once. */
    public long compared() {
        return Arrays.stream(newPairs).sum();
    }

    static Scored of(int rows, List<Kept> parts, double keep, boolean raised, long[] newPairs) {
        int size = parts.stream().mapToInt(Kept::size).sum();
        int[] left = new int[size];
        int[] right = new int[size];
        float[] weight = new float[size];
        int[] pattern = new int[size];
        byte[] rule = new byte[size];
        int at = 0;
        for (Kept part : parts) {
            part.copy(left, right, weight, pattern, at);
            Arrays.fill(rule, at, at + part.size(), (byte) part.rule());
            at += part.size();
        }
        int[] order = new int[size];
        Arrays.setAll(order, i -> i);
        order = sorted(sorted(order, right, rows), left, rows);
        return new Scored(picked(left, order), picked(right, order), picked(weight, order), picked(pattern, order),
                picked(rule, order), keep, raised, newPairs);
    }

    /** A counting sort that leaves in order what is equal. */
    private static int[] sorted(int[] order, int[] by, int rows) {
        int[] places = new int[rows + 1];
        for (int row : by) {
            places[row + 1]++;
        }
        for (int row = 0; row < rows; row++) {
            places[row + 1] += places[row];
        }
        int[] sorted = new int[order.length];
        for (int i : order) {
            sorted[places[by[i]]++] = i;
        }
        return sorted;
    }

    private static int[] picked(int[] from, int[] order) {
        int[] picked = new int[order.length];
        Arrays.setAll(picked, i -> from[order[i]]);
        return picked;
    }

    private static float[] picked(float[] from, int[] order) {
        float[] picked = new float[order.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = from[order[i]];
        }
        return picked;
    }

    private static byte[] picked(byte[] from, int[] order) {
        byte[] picked = new byte[order.length];
        for (int i = 0; i < picked.length; i++) {
            picked[i] = from[order[i]];
        }
        return picked;
    }
}
