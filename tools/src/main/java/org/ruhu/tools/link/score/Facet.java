package org.ruhu.tools.link.score;

import org.ruhu.tools.link.table.Column;

/**
 * All tests that a comparison makes between one column of the left record and one of the right. It may remember what it
 * found, so each thread has its own.
 */
abstract class Facet {

    /** Up to so many distinct values, what was found is kept for every two of them: 4 MB at most. */
    private static final int SQUARE = 2048;
    private static final int BITS_IN_SQUARE = 7;

    /** What codes say of two values: one is missing, or they are of one column and equal, or neither. */
    static final int MISSING = 0;
    static final int EQUAL = 1;
    static final int OTHER = 2;
    static final int LOOKS = 3;

    /** Among so few rows little comes twice. */
    private static final int FEW_ROWS = 2048;

    /** Codes of the left and the right column, by row or by place in a tile. */
    final int left;
    final int right;
    final Outcome outcome;

    Facet(int left, int right, Outcome outcome) {
        this.left = left;
        this.right = right;
        this.outcome = outcome;
    }

    /** Bits of the tests that hold for two codes. */
    abstract int bits(int a, int b);

    /**
     * Sets the bits of the tests that hold, shifted, for every pair of the tile.
     *
     * @param needed by the bits below, whether it has to be measured; else any bits will do
     */
    abstract void judge(Tile tile, int[] bits, int shift, byte[] needed);

    /** Appends what codes say of every pair of the tile to the looks of other facets before. */
    final void look(Tile tile) {
        int[] lefts = tile.codes[left];
        int[] rights = tile.codes[right];
        int ever = left == right ? 0 : 1;
        for (int i = 0; i < tile.pairs; i++) {
            int a = lefts[tile.left[i]];
            int b = rights[tile.right[i]];
            tile.look[i] = tile.look[i] * LOOKS + there(a, b) * (EQUAL + (differ(a, b) | ever));
        }
    }

    /** Adds to the hopes of every pair of the tile what codes say, as a table of {@link #LOOKS} has it. */
    final void hope(Tile tile, float[] byLook) {
        int[] lefts = tile.codes[left];
        int[] rights = tile.codes[right];
        int ever = left == right ? 0 : 1;
        for (int i = 0; i < tile.pairs; i++) {
            int a = lefts[tile.left[i]];
            int b = rights[tile.right[i]];
            tile.hope[i] += byLook[there(a, b) * (EQUAL + (differ(a, b) | ever))];
        }
    }

    /** 1 if neither code is missing, else 0: without a jump, as which it will be nobody can foretell. */
    static int there(int a, int b) {
        return (-a & -b) >>> Integer.SIZE - 1;
    }

    /** 1 if the codes differ, else 0. */
    static int differ(int a, int b) {
        int bits = a ^ b;
        return (bits | -bits) >>> Integer.SIZE - 1;
    }

    /** About how long all that has to be measured takes. */
    final double cost() {
        return outcome.asks().stream().mapToDouble(Ask::cost).sum();
    }

    /** Whether the columns' values are needed as sketches. */
    boolean sketched() {
        return false;
    }

    /** One for another thread. */
    Facet own() {
        return this;
    }

    /** @param left place of the left column among those in a tile */
    static Facet of(Outcome outcome, int tests, Column leftColumn, int left, Column rightColumn, int right) {
        if (outcome.asks().isEmpty() && left == right) {
            return new EqualFacet(left, outcome);
        }
        if (leftColumn.codes().length <= FEW_ROWS) {
            return MeasuredFacet.ofFew(left, right, outcome);
        }
        boolean few = Math.max(leftColumn.values().size(), rightColumn.values().size()) <= SQUARE;
        boolean slow = outcome.asks().stream().anyMatch(ask -> !ask.quick());
        return few && slow && tests <= BITS_IN_SQUARE
                ? new SquareFacet(left, right, outcome, leftColumn.values().size(), rightColumn.values().size())
                : MeasuredFacet.of(left, right, outcome, leftColumn.values().size());
    }
}
