package org.ruhu.tools.link.measure;

import java.util.Arrays;
import org.ruhu.tools.link.likeness.Bag;
import org.ruhu.tools.link.likeness.JaroWinkler;
import org.ruhu.tools.link.likeness.Sets;

/** Words of two texts, parted by blanks, each word measured. */
final class WordMeasures {

    /** Of 32 words each; a pair of them takes as long as some thousand pairs of names. */
    static final int MOST_PAIRS = 1_024;

    private WordMeasures() {}

    /**
     * The mean, over the words of both texts, of the best Jaro-Winkler similarity to a word of the other. Where that is
     * more than {@link #MOST_PAIRS} words to compare, only equal ones count: different words in both, twice, by the
     * different words of the one and of the other (Dice 1945), which takes as long as the texts are.
     */
    static double similar(char[] a, int aFrom, int aTo, char[] b, int bFrom, int bTo) {
        int[] left = words(a, aFrom, aTo);
        int[] right = words(b, bFrom, bTo);
        if (left.length == 0 || right.length == 0) {
            return 0;
        }
        if ((long) (left.length / 2) * (right.length / 2) > MOST_PAIRS) {
            double jaccard = Sets.jaccard(Bag.WORDS, a, aFrom, aTo, b, bFrom, bTo);
            return 2 * jaccard / (1 + jaccard);
        }
        double[] best = new double[right.length / 2];
        double sum = 0;
        for (int i = 0; i < left.length; i += 2) {
            double mine = 0;
            for (int j = 0; j < right.length; j += 2) {
                double alike = JaroWinkler.of(a, left[i], left[i + 1], b, right[j], right[j + 1]);
                mine = Math.max(mine, alike);
                best[j / 2] = Math.max(best[j / 2], alike);
            }
            sum += mine;
        }
        return (sum + Arrays.stream(best).sum()) / (left.length / 2 + best.length);
    }

    /** Where each word begins and ends. */
    private static int[] words(char[] text, int from, int to) {
        int[] bounds = new int[to - from + 2];
        int count = 0;
        for (int i = from; i < to; i++) {
            boolean inside = !Character.isWhitespace(text[i]);
            if (inside == (count % 2 == 0)) {
                bounds[count++] = i;
            }
        }
        if (count % 2 == 1) {
            bounds[count++] = to;
        }
        return Arrays.copyOf(bounds, count);
    }
}
