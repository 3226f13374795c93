package org.ruhu.tools.link.measure;

import java.util.OptionalDouble;
import org.ruhu.tools.link.likeness.Bag;
import org.ruhu.tools.link.likeness.Pieces;
import org.ruhu.tools.link.table.Values;

/** What two texts have in common once they are cut into pieces, each text once, and their order is forgotten. */
final class PiecesLikeness implements Likeness {

    private static final OptionalDouble ONE = OptionalDouble.of(1);

    /** A measure of two sets by their sizes and that of what is in both, which is not 0. */
    @FunctionalInterface
    private interface OfSizes {
        double of(int left, int right, int both);
    }

    private final OfSizes function;
    private final OptionalDouble ofEqual;
    private final Pieces left;
    private final Pieces right;

    private PiecesLikeness(OfSizes function, OptionalDouble ofEqual, Pieces left, Pieces right) {
        this.function = function;
        this.ofEqual = ofEqual;
        this.left = left;
        this.right = right;
    }

    /** Different pieces in both by different pieces in either (Jaccard 1901). */
    static Measure jaccard(Bag cut) {
        return of(cut, PiecesLikeness::jaccard, ONE);
    }

    /** Different pieces in both, twice, by the different pieces of the one and of the other (Dice 1945). */
    static Measure dice(Bag cut) {
        return of(cut, (left, right, both) -> {
            double jaccard = jaccard(left, right, both);
            return 2 * jaccard / (1 + jaccard);
        }, ONE);
    }

    /** Different pieces in both by the different pieces of the text that has fewer: 1 if one is part of the other. */
    static Measure overlap(Bag cut) {
        return of(cut, (left, right, both) -> (double) both / Math.min(left, right), ONE);
    }

    /** Different pieces in both, which is not the same for all equal texts. */
    static Measure common(Bag cut) {
        return of(cut, (left, right, both) -> both, OptionalDouble.empty());
    }

    private static double jaccard(int left, int right, int both) {
        return (double) both / (left + right - both);
    }

    private static Measure of(Bag cut, OfSizes function, OptionalDouble ofEqual) {
        return (left, right) -> {
            Pieces pieces = pieces(cut, left);
            return new PiecesLikeness(function, ofEqual, pieces, left == right ? pieces : pieces(cut, right));
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
        int both = left.shared(a, right, b);
        return both == 0 ? 0 : function.of(left.different(a), right.different(b), both);
    }

    @Override
    public boolean reaches(double bound, int a, int b) {
        return of(a, b) >= bound;
    }

    @Override
    public OptionalDouble ofEqual() {
        return ofEqual;
    }
}
