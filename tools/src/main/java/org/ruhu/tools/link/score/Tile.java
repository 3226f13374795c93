package org.ruhu.tools.link.score;

import java.util.Arrays;

/**
 * Some thousand pairs that are compared at a time, one comparison after the other, from copies of their rows' codes
 * that fit into the nearest cache. A slot is a row's place in the tile.
 */
final class Tile {

    static final int PAIRS = 2048;

    /** By column, the code of each slot. */
    final int[][] codes;
    /** By rule, the mark of each slot; see {@link org.ruhu.tools.link.block.Membership}. */
    final int[][] marks;
    int[] rows = new int[512];
    int slots;
    /** The packed rows, and where each slot's begins; few pairs are compared as far as to look at sketches there. */
    final Rows packed;
    int[] starts = new int[512];

    int pairs;
    final int[] left = new int[PAIRS];
    final int[] right = new int[PAIRS];
    final int[] pattern = new int[PAIRS];
    final int[] bits = new int[PAIRS];
    /** What the codes of a comparison say, see {@link Facet#look}, and the most that a pair may still weigh. */
    final int[] look = new int[PAIRS];
    final float[] hope = new float[PAIRS];
    /** Pairs that a facet has to measure, and of these those that a sketch leaves open. */
    final int[] open = new int[PAIRS];
    final int[] survivors = new int[PAIRS];

    Tile(Rows packed, int rules) {
        this.packed = packed;
        codes = new int[packed.columns()][rows.length];
        marks = new int[rules][rows.length];
    }

    /** Makes room for so many slots; what is in them may be lost. */
    void room(int slots) {
        if (slots > rows.length) {
            int length = Math.max(slots, 2 * rows.length);
            rows = Arrays.copyOf(rows, length);
            starts = new int[length];
            widen(codes, length);
            widen(marks, length);
        }
    }

    private static void widen(int[][] arrays, int length) {
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = Arrays.copyOf(arrays[i], length);
        }
    }

    /** Takes pairs of one left slot, from some place in a list of right slots on, as many as there is room for. */
    int add(int slot, int[] rights, int from, int to) {
        int some = Math.min(to - from, PAIRS - pairs);
        Arrays.fill(left, pairs, pairs + some, slot);
        System.arraycopy(rights, from, right, pairs, some);
        pairs += some;
        return from + some;
    }

    /** Leaves the pairs that may still weigh so much, with the patterns that they have. */
    void hopeful(float least) {
        int kept = 0;
        for (int i = 0; i < pairs; i++) {
            left[kept] = left[i];
            right[kept] = right[i];
            pattern[kept] = pattern[i];
            hope[kept] = hope[i];
            kept += hope[i] >= least ? 1 : 0;
        }
        pairs = kept;
    }

    int leftRow(int pair) {
        return rows[left[pair]];
    }

    int rightRow(int pair) {
        return rows[right[pair]];
    }
}
