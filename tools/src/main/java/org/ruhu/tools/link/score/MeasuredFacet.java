package org.ruhu.tools.link.score;

import java.util.List;

/**
 * Tests of columns with many distinct values. What is missing or equal is seen from the codes; the pairs that are left
 * are measured, one measure after the other.
 */
final class MeasuredFacet extends Facet {

    private final Outcome outcome;
    private final Asker[] askers;
    private final boolean oneColumn;
    /** Bits of equal codes, and what has to be measured even so. */
    private final int equal;
    private final Ask[] unsteady;

    /** @param few whether there are so few rows that preparing takes longer than asking */
    MeasuredFacet(int left, int right, Outcome outcome, boolean few) {
        this(left, right, outcome,
                outcome.asks().stream().map(ask -> few ? Asker.plain(ask) : Asker.of(ask)).toArray(Asker[]::new));
    }

    private MeasuredFacet(int left, int right, Outcome outcome, Asker[] askers) {
        super(left, right);
        this.outcome = outcome;
        this.askers = askers;
        oneColumn = left == right;
        equal = oneColumn ? outcome.ofEqual() : 0;
        unsteady = outcome.asks().stream().filter(ask -> ask.ofEqual().isEmpty()).toArray(Ask[]::new);
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
        if (oneColumn && a == b) {
            return equal | unsteady(a);
        }
        int bits = 0;
        for (Asker asker : askers) {
            bits |= asker.bits(a, b);
        }
        return bits;
    }

    private int unsteady(int code) {
        int bits = 0;
        for (Ask ask : unsteady) {
            bits |= ask.bits(code, code);
        }
        return bits;
    }

    @Override
    void judge(Tile tile, int[] bits, int shift) {
        int[] lefts = tile.codes[left];
        int[] rights = tile.codes[right];
        int[] leftSlots = tile.left;
        int[] rightSlots = tile.right;
        int[] open = tile.open;
        int missing = outcome.ofMissing() << shift;
        int count = 0;
        for (int i = 0; i < tile.pairs; i++) {
            int a = lefts[leftSlots[i]];
            int b = rights[rightSlots[i]];
            boolean there = a != 0 && b != 0;
            boolean same = oneColumn && a == b;
            bits[i] |= !there ? missing : same ? (equal | unsteady(a)) << shift : 0;
            open[count] = i;
            count += there && !same ? 1 : 0;
        }
        for (Asker asker : askers) {
            asker.ask(tile, left, right, count, bits, shift);
        }
    }
}
