package org.ruhu.tools.link.score;

import java.util.List;
import java.util.OptionalInt;
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

    /** One for another thread. */
    Facet own() {
        return this;
    }

    /** @param left place of the left column among those in a tile */
    static Facet of(List<Test> tests, Column leftColumn, int left, Column rightColumn, int right) {
        Outcome outcome = new Outcome(tests, leftColumn.values(), rightColumn.values());
        boolean same = left == right;
        OptionalInt ofEqual = same ? outcome.ofEqual() : OptionalInt.empty();
        if (same && Outcome.onlyEquality(tests)) {
            return new EqualFacet(left, outcome.ofMissing(), ofEqual.orElseThrow());
        }
        if (outcome.quick() || leftColumn.codes().length <= FEW_ROWS) {
            return new QuickFacet(left, right, outcome);
        }
        boolean few = Math.max(leftColumn.values().size(), rightColumn.values().size()) <= SQUARE;
        return few && tests.size() <= BITS_IN_SQUARE
                ? new SquareFacet(left, right, outcome, ofEqual, leftColumn.values().size(), rightColumn.values().size())
                : new CachedFacet(left, right, outcome, ofEqual);
    }
}
