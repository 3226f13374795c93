package org.ruhu.tools.link.score;

/** Nothing but whether two values of one column are equal, or missing. */
final class EqualFacet extends Facet {

    private final int missing;
    private final int equal;

    EqualFacet(int column, Outcome outcome) {
        super(column, column, outcome);
        missing = outcome.ofMissing();
        equal = outcome.ofEqualCodes();
    }

    @Override
    int bits(int a, int b) {
        return a == 0 || b == 0 ? missing : a == b ? equal : 0;
    }

    @Override
    void judge(Tile tile, int[] bits, int shift, byte[] needed) {
        int[] codes = tile.codes[left];
        int[] lefts = tile.left;
        int[] rights = tile.right;
        int ifMissing = missing << shift;
        int ifEqual = equal << shift;
        for (int i = 0; i < tile.pairs; i++) {
            int a = codes[lefts[i]];
            int b = codes[rights[i]];
            int there = there(a, b);
            bits[i] |= ifMissing & there - 1 | ifEqual & -there & differ(a, b) - 1;
        }
    }
}
