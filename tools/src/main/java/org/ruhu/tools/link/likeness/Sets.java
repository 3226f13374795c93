package org.ruhu.tools.link.likeness;

/** What two texts have in common once they are cut into pieces and their order is forgotten. */
public final class Sets {

    private Sets() {}

    /**
     * Different pieces in both by different pieces in either (Jaccard 1901). Of {@link Bag#CHARACTERS} it is DuckDB's
     * {@code jaccard}, which refuses an empty text, where this is 0.
     */
    public static double jaccard(Bag cut, char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        Scratch scratch = Scratch.mine();
        long[] left = scratch.bag(0, aTo - aFrom);
        long[] right = scratch.bag(1, bTo - bFrom);
        int lefts = different(left, cut.sorted(left, a, aFrom, aTo));
        int rights = different(right, cut.sorted(right, b, bFrom, bTo));
        int both = both(left, 0, lefts, right, 0, rights);
        return both == 0 ? 0 : (double) both / (lefts + rights - both);
    }

    /** Moves each piece of a sorted bag to the front once, and says how many there are. */
    static int different(long[] bag, int count) {
        int different = 0;
        for (int i = 0; i < count; i++) {
            if (i == 0 || bag[i] != bag[different - 1]) {
                bag[different++] = bag[i];
            }
        }
        return different;
    }

    /** How many pieces are in both of two stretches of different ones, rising. */
    static int both(long[] left, int leftFrom, int leftTo, long[] right, int rightFrom, int rightTo) {
        int both = 0;
        int i = leftFrom;
        int j = rightFrom;
        while (i < leftTo && j < rightTo) {
            if (left[i] == right[j]) {
                both++;
                i++;
                j++;
            } else if (left[i] < right[j]) {
                i++;
            } else {
                j++;
            }
        }
        return both;
    }
}
