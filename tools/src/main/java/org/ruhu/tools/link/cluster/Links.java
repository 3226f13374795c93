package org.ruhu.tools.link.cluster;

/**
 * Pairs of rows and how much speaks for each, in bits. The arrays are not copied: there may be tens of millions of
 * pairs.
 *
 * @param left  a row; {@code left[i] != right[i]}, and no pair is there twice
 */
public record Links(int[] left, int[] right, float[] weight) {

    public Links {
        if (left.length != right.length || left.length != weight.length) {
            throw new IllegalArgumentException("%d left rows, %d right rows, %d weights"
                    .formatted(left.length, right.length, weight.length));
        }
    }

    public int count() {
        return left.length;
    }
}
