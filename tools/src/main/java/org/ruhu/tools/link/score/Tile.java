package org.ruhu.tools.link.score;

import java.util.Arrays;

/**
 * Some thousand pairs that are compared at a time, one comparison after the other, from copies of their rows' codes that
 * fit into the nearest cache. A slot is a row's place in the tile.
 */
final class Tile {

    static final int PAIRS = 2048;

    /** By column, the code of each slot. */
    final int[][] codes;
    /** By rule, the mark of each slot; see {@link org.ruhu.tools.link.block.Membership}. */
    final int[][] marks;
    int[] rows = new int[512];
    int slots;

    int pairs;
    final int[] left = new int[PAIRS];
    final int[] right = new int[PAIRS];
    final int[] pattern = new int[PAIRS];
    final int[] bits = new int[PAIRS];

    Tile(int columns, int rules) {
        codes = new int[columns][rows.length];
        marks = new int[rules][rows.length];
    }

    /** Makes room for more slots. */
    void room(int more) {
        int needed = slots + more;
        if (needed > rows.length) {
            int length = Math.max(needed, 2 * rows.length);
            rows = Arrays.copyOf(rows, length);
            widen(codes, length);
            widen(marks, length);
        }
    }

    private static void widen(int[][] arrays, int length) {
        for (int i = 0; i < arrays.length; i++) {
            arrays[i] = Arrays.copyOf(arrays[i], length);
        }
    }

    int leftRow(int pair) {
        return rows[left[pair]];
    }

    int rightRow(int pair) {
        return rows[right[pair]];
    }
}
