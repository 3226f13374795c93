package org.ruhu.tools.link.score;

/** Nothing but whether two values of one column are equal, or missing. */
final class EqualFacet extends Facet {

    private final int missing;
    private final int equal;

    EqualFacet(int column, int missing, int equal) {
        super(column, column);
        this.missing = missing;
        this.equal = equal;
    }

    @Override
    int bits(int a, int b) {
        return a == 0 || b == 0 ? missing : a == b ? equal : 0;
    }

    @Override
    void judge(Tile tile, int[] bits, int shift) {
        int[] codes = tile.codes[left];
        int[] lefts = tile.left;
        int[] rights = tile.right;
        int ifMissing = missing << shift;
        int ifEqual = equal << shift;
        for (int i = 0; i < tile.pairs; i++) {
            int a = codes[lefts[i]];
            int b = codes[rights[i]];
            bits[i] |= a == 0 || b == 0 ? ifMissing : a == b ? ifEqual : 0;
        }
    }
}
