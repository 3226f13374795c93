package org.ruhu.tools.link.score;

/** Tests that take no longer than remembering: of numbers, days, equality over two columns; any tests of few rows. */
final class QuickFacet extends Facet {

    private final Outcome outcome;

    QuickFacet(int left, int right, Outcome outcome) {
        super(left, right);
        this.outcome = outcome;
    }

    @Override
    int bits(int a, int b) {
        return a == 0 || b == 0 ? outcome.ofMissing() : outcome.of(a, b);
    }

    @Override
    void judge(Tile tile, int[] bits, int shift) {
        int[] lefts = tile.codes[left];
        int[] rights = tile.codes[right];
        for (int i = 0; i < tile.pairs; i++) {
            bits[i] |= bits(lefts[tile.left[i]], rights[tile.right[i]]) << shift;
        }
    }
}
