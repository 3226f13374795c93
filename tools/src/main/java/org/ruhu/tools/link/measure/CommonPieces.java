package org.ruhu.tools.link.measure;

import org.ruhu.tools.link.likeness.Bag;
import org.ruhu.tools.link.likeness.Pieces;
import org.ruhu.tools.link.table.Values;

/** How many different pieces two texts have in common, so not the same for all equal texts. */
record CommonPieces(Pieces left, Pieces right) implements Likeness {

    static Measure of(Bag cut) {
        return (left, right) -> {
            Pieces pieces = pieces(cut, left);
            return new CommonPieces(pieces, left == right ? pieces : pieces(cut, right));
        };
    }

    private static Pieces pieces(Bag cut, Values values) {
        int[] bounds = new int[values.size() + 1];
        for (int code = 0; code < values.size(); code++) {
            bounds[code + 1] = values.to(code);
        }
        return new Pieces(cut, values.chars(), bounds);
    }

    @Override
    public double of(int a, int b) {
        return left.shared(a, right, b);
    }

    @Override
    public boolean reaches(double bound, int a, int b) {
        return of(a, b) >= bound;
    }
}
