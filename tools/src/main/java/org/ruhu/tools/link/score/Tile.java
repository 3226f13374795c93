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
    /** By column, the letters, the head and the tail of each slot's text; empty where no measure asks for them. */
    final long[][] letters;
    final int[][] heads;
    final int[][] tails;
    /** By rule, the mark of each slot; see {@link org.ruhu.tools.link.block.Membership}. */
    final int[][] marks;
    int[] rows = new int[512];
    int slots;
    /** Where each slot's row begins among the packed ones. */
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

    /** @param sketched by column, whether its texts are needed as sketches */
    Tile(boolean[] sketched, int rules) {
        codes = new int[sketched.length][rows.length];
        letters = new long[sketched.length][];
        heads = new int[sketched.length][];
        tails = new int[sketched.length][];
        for (int c = 0; c < sketched.length; c++) {
            letters[c] = new long[sketched[c] ? rows.length : 0];
            heads[c] = new int[letters[c].length];
            tails[c] = new int[letters[c].length];
        }
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
            for (int c = 0; c < letters.length; c++) {
                if (letters[c].length > 0) {
                    letters[c] = Arrays.copyOf(letters[c], length);
                    heads[c] = Arrays.copyOf(heads[c], length);
                    tails[c] = Arrays.copyOf(tails[c], length);
                }
            }
        }
    }

    private static void widen(int[][] arrays, int length) {
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = Arrays.copyOf(arrays[i], length);
        }
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
