package org.ruhu.tools.link.score;

/**
 * Tests of columns with few distinct values: what was found is kept for every two of them. Threads share what they
 * found; a byte is written whole, and two threads that find the same thing write the same.
 */
final class SquareFacet extends Facet {

    private final int side;
    /** 0 is not known yet, else the bits and 1. */
    private final byte[] known;

    SquareFacet(int left, int right, Outcome outcome, int leftSize, int rightSize) {
        super(left, right, outcome);
        side = rightSize;
        known = new byte[leftSize * rightSize];
    }

    @Override
    int bits(int a, int b) {
        int found = known[a * side + b];
        return found != 0 ? (found & 0xFF) - 1 : found(a, b);
    }

    private int found(int a, int b) {
        int bits = a == 0 || b == 0 ? outcome.ofMissing()
                : outcome.measured(a, b) | (left == right && a == b ? outcome.ofEqualCodes() : 0);
        known[a * side + b] = (byte) (bits + 1);
        return bits;
    }

    @Override
    void judge(Tile tile, int[] bits, int shift, byte[] needed) {
        int[] lefts = tile.codes[left];
        int[] rights = tile.codes[right];
        for (int i = 0; i < tile.pairs; i++) {
            bits[i] |= bits(lefts[tile.left[i]], rights[tile.right[i]]) << shift;
        }
    }
}
