package org.ruhu.tools.link.score;

import java.util.List;

/**
 * Tests of columns with many distinct values. What is missing or equal is seen from the codes; the pairs that are left
 * are measured, one measure after the other.
 */
final class MeasuredFacet extends Facet {

    private final Asker[] askers;
    private final boolean oneColumn;
    /** Bits of equal codes, and what has to be measured even so. */
    private final int equal;
    private final Ask[] unsteady;
    /** By code what these say, and 1; 0 is not known yet. Empty where it is not worth remembering. */
    private final int[] ofEqual;

    /** Where there are so few rows that preparing takes longer than asking. */
    static MeasuredFacet ofFew(int left, int right, Outcome outcome) {
        return new MeasuredFacet(left, right, outcome, outcome.asks().stream().map(Asker::plain).toArray(Asker[]::new),
                new int[0]);
    }

    /** @param values codes of the left column are smaller */
    static MeasuredFacet of(int left, int right, Outcome outcome, int values) {
        boolean steady = outcome.asks().stream().allMatch(ask -> ask.ofEqual().isPresent());
        return new MeasuredFacet(left, right, outcome, outcome.asks().stream().map(Asker::of).toArray(Asker[]::new),
                new int[steady || left != right ? 0 : values]);
    }

    private MeasuredFacet(int left, int right, Outcome outcome, Asker[] askers, int[] ofEqual) {
        super(left, right, outcome);
        this.askers = askers;
        this.ofEqual = ofEqual;
        oneColumn = left == right;
        equal = oneColumn ? outcome.ofEqual() : 0;
        unsteady = outcome.asks().stream().filter(ask -> ask.ofEqual().isEmpty()).toArray(Ask[]::new);
    }

    @Override
    Facet own() {
        return new MeasuredFacet(left, right, outcome, List.of(askers).stream().map(Asker::own).toArray(Asker[]::new),
                ofEqual);
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

    /** Measured once for each value; two threads that do write the same. */
    private int unsteady(int code) {
        if (ofEqual.length == 0) {
            return measuredWithItself(code);
        }
        if (ofEqual[code] == 0) {
            ofEqual[code] = 1 + measuredWithItself(code);
        }
        return ofEqual[code] - 1;
    }

    private int measuredWithItself(int code) {
        int bits = 0;
        for (Ask ask : unsteady) {
            bits |= ask.bits(code, code);
        }
        return bits;
    }

    private void measureEqual(Tile tile, int[] bits, int shift) {
        int[] codes = tile.codes[left];
        for (int i = 0; i < tile.pairs; i++) {
            int a = codes[tile.left[i]];
            if (a != 0 && a == codes[tile.right[i]]) {
                bits[i] |= unsteady(a) << shift;
            }
        }
    }

    @Override
    void judge(Tile tile, int[] bits, int shift, byte[] needed) {
        int count = sorted(tile, bits, outcome.ofMissing() << shift, equal << shift, needed);
        if (oneColumn && unsteady.length > 0) {
            measureEqual(tile, bits, shift);
        }
        for (Asker asker : askers) {
            asker.ask(tile, left, right, count, bits, shift);
        }
    }

    /** Settles what codes tell, and leaves the others, if they matter, in the tile's open pairs. */
    private int sorted(Tile tile, int[] bits, int missing, int same, byte[] needed) {
        int before = needed.length - 1;
        int[] lefts = tile.codes[left];
        int[] rights = tile.codes[right];
        int[] open = tile.open;
        int ever = oneColumn ? 0 : 1;
        int count = 0;
        for (int i = 0; i < tile.pairs; i++) {
            int a = lefts[tile.left[i]];
            int b = rights[tile.right[i]];
            int there = there(a, b);
            int other = there & (differ(a, b) | ever);
            bits[i] |= missing & there - 1 | same & -(there & ~other);
            open[count] = i;
            count += other & needed[bits[i] & before];
        }
        return count;
    }
}
