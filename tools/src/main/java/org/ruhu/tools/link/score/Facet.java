package org.ruhu.tools.link.score;

import java.util.List;
import org.ruhu.tools.link.condition.Condition.Test;
import org.ruhu.tools.link.table.Column;

/**
 * All tests that a comparison makes between one column of the left record and one of the right. It may remember what it
 * found, so each thread has its own.
 */
abstract class Facet {

    /** Up to so many distinct values, what was found is kept for every two of them: 4 MB at most. */
    private static final int SQUARE = 2048;
    private static final int BITS_IN_SQUARE = 7;

    /** Among so few rows little comes twice. */
    private static final int FEW_ROWS = 2048;

    /** Codes of the left and the right column, by row or by place in a tile. */
    final int left;
    final int right;

    Facet(int left, int right) {
        this.left = left;
        this.right = right;
    }

    /** Bits of the tests that hold for two codes. */
    abstract int bits(int a, int b);

    /** Sets the bits of the tests that hold, shifted, for every pair of the tile. */
    abstract void judge(Tile tile, int[] bits, int shift);

    /** Whether the columns' values are needed as sketches. */
    boolean sketched() {
        return false;
    }

    /** One for another thread. */
    Facet own() {
        return this;
    }

    /** @param left place of the left column among those in a tile */
    static Facet of(List<Test> tests, Column leftColumn, int left, Column rightColumn, int right) {
        Outcome outcome = new Outcome(tests, leftColumn.values(), rightColumn.values());
        if (outcome.asks().isEmpty() && left == right) {
            return new EqualFacet(left, outcome.ofMissing(), outcome.ofEqualCodes());
        }
        if (leftColumn.codes().length <= FEW_ROWS) {
            return new MeasuredFacet(left, right, outcome, true);
        }
        boolean few = Math.max(leftColumn.values().size(), rightColumn.values().size()) <= SQUARE;
        boolean slow = outcome.asks().stream().anyMatch(ask -> !ask.quick());
        return few && slow && tests.size() <= BITS_IN_SQUARE
                ? new SquareFacet(left, right, outcome, leftColumn.values().size(), rightColumn.values().size())
                : new MeasuredFacet(left, right, outcome, false);
    }
}
