package org.ruhu.tools.link.likeness;

import java.util.Arrays;

/**
 * The different pieces of many texts, each text cut and sorted once. A sketch of 64 bits tells of most two texts that
 * they have no piece in common, without a look at the pieces.
 */
public final class Pieces {

    private final long[] sketches;
    private final int[] starts;
    private long[] pieces = new long[64];

    /** @param bounds where each text begins, then where the last ends */
    public Pieces(Bag cut, char[] chars, int[] bounds) {
        sketches = new long[bounds.length - 1];
        starts = new int[bounds.length];
        for (int text = 0; text < sketches.length; text++) {
            starts[text + 1] = add(cut, chars, bounds[text], bounds[text + 1], starts[text]);
            for (int i = starts[text]; i < starts[text + 1]; i++) {
                sketches[text] |= 1L << pieces[i];
            }
        }
        pieces = Arrays.copyOf(pieces, starts[sketches.length]);
    }

    private int add(Bag cut, char[] chars, int from, int to, int at) {
        long[] bag = Scratch.mine().bag(0, to - from);
        int different = Sets.different(bag, cut.sorted(bag, chars, from, to));
        if (at + different > pieces.length) {
            pieces = Arrays.copyOf(pieces, Math.max(at + different, pieces.length + (pieces.length >> 1)));
        }
        System.arraycopy(bag, 0, pieces, at, different);
        return at + different;
    }

    /** How many different pieces a text has. */
    public int different(int text) {
        return starts[text + 1] - starts[text];
    }

    /** How many different pieces are in both a text of these and one of the others. */
    public int shared(int a, Pieces others, int b) {
        if ((sketches[a] & others.sketches[b]) == 0) {
            return 0;
        }
        return Sets.both(pieces, starts[a], starts[a + 1], others.pieces, others.starts[b], others.starts[b + 1]);
    }
}
