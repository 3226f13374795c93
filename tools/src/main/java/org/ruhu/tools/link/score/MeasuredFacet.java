package org.ruhu.tools.link.score;

import java.util.List;
import java.util.OptionalInt;

/**
 * Tests of columns with many distinct values. What is missing or equal is seen from the codes; the pairs that are left are
 * measured, one measure after the other.
 */
final class MeasuredFacet extends Facet {

    private final Outcome outcome;
    private final Asker[] askers;
    private final boolean oneColumn;
    /** Whether equal codes need no measuring. */
    private final boolean steady;
    private final int equal;

    MeasuredFacet(int left, int right, Outcome outcome) {
        this(left, right, outcome, outcome.asks().stream().map(Asker::of).toArray(Asker[]::new));
    }

    private MeasuredFacet(int left, int right, Outcome outcome, Asker[] askers) {
        super(left, right);
        this.outcome = outcome;
        this.askers = askers;
        OptionalInt ofEqual = outcome.ofEqual();
        oneColumn = left == right;
        steady = oneColumn && ofEqual.isPresent();
        equal = steady ? ofEqual.getAsInt() : oneColumn ? outcome.ofEqualCodes() : 0;
    }

    @Override
    Facet own() {
        return new MeasuredFacet(left, right, outcome, List.of(askers).stream().map(Asker::own).toArray(Asker[]::new));
    }

    @Override
    boolean sketched() {
        return List.of(askers).stream().anyMatch(Asker::sketched);
    }

    @Override
    int bits(int a, int b) {
        if (a == 0 || b == 0) {
            return outcome.ofMissing();
        }
        int known = oneColumn && a == b ? equal : 0;
        if (steady && a == b) {
            return known;
        }
        for (Asker asker : askers) {
            known |= asker.bits(a, b);
        }
        return known;
    }

    @Override
    void judge(Tile tile, int[] bits, int shift) {
        int[] lefts = tile.codes[left];
        int[] rights = tile.codes[right];
        int[] leftSlots = tile.left;
        int[] rightSlots = tile.right;
        int[] open = tile.open;
        int missing = outcome.ofMissing() << shift;
        int same = equal << shift;
        boolean measureEqual = !steady;
        int count = 0;
        for (int i = 0; i < tile.pairs; i++) {
            int a = lefts[leftSlots[i]];
            int b = rights[rightSlots[i]];
            boolean there = a != 0 && b != 0;
            boolean equalCodes = oneColumn && a == b;
            bits[i] |= there ? equalCodes ? same : 0 : missing;
            open[count] = i;
            count += there && (measureEqual || !equalCodes) ? 1 : 0;
        }
        for (Asker asker : askers) {
            asker.ask(tile, left, right, count, bits, shift);
        }
    }
}
