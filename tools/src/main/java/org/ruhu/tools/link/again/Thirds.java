package org.ruhu.tools.link.again;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.link.block.Pairing;
import org.ruhu.tools.link.cluster.Rules;
import org.ruhu.tools.link.score.Scored;

/**
 * Finds the pairs of records that are linked to one and the same third, and how likely they are one person for that
 * reason alone: as likely as both links hold.
 */
final class Thirds {

    private final Pairing pairing;
    private final int most;
    private final List<int[]> vetoes;
    private final int[] starts;
    private final int[] rows;
    private final float[] weights;

    /**
     * @param from bits from which a pair counts as a link, if only a possible one
     * @param most links of a record; one that has more says nothing
     * @param vetoes codes by row, see {@link org.ruhu.tools.link.cluster.Rules}
     */
    Thirds(Scored scored, int size, Pairing pairing, double from, int most, List<int[]> vetoes) {
        this.pairing = pairing;
        this.most = most;
        this.vetoes = vetoes;
        starts = new int[size + 1];
        for (int pair = 0; pair < scored.size(); pair++) {
            if (scored.weight()[pair] >= from) {
                starts[scored.left()[pair] + 1]++;
                starts[scored.right()[pair] + 1]++;
            }
        }
        for (int row = 0; row < size; row++) {
            starts[row + 1] += starts[row];
        }
        rows = new int[starts[size]];
        weights = new float[rows.length];
        int[] next = starts.clone();
        for (int pair = 0; pair < scored.size(); pair++) {
            if (scored.weight()[pair] >= from) {
                put(next[scored.left()[pair]]++, scored.right()[pair], scored.weight()[pair]);
                put(next[scored.right()[pair]]++, scored.left()[pair], scored.weight()[pair]);
            }
        }
    }

    private void put(int at, int row, float weight) {
        rows[at] = row;
        weights[at] = weight;
    }

    /**
     * Bits by pair, see {@link Pairs#packed}; of several thirds the one that says most counts. A third that could be
     * either of two who exclude each other does not speak for them being one; it may if it excludes one of them itself.
     */
    Map<Long, Float> found() {
        Map<Long, Float> found = new HashMap<>();
        for (int third = 0; third < starts.length - 1; third++) {
            for (int i = starts[third]; i < starts[third + 1] && starts[third + 1] - starts[third] <= most; i++) {
                for (int j = i + 1; j < starts[third + 1]; j++) {
                    int left = Math.min(rows[i], rows[j]);
                    int right = Math.max(rows[i], rows[j]);
                    if (pairing.allows(left, right) && (!vetoed(left, right) || vetoed(left, third)
                            || vetoed(right, third))) {
                        found.merge(Pairs.packed(left, right), both(weights[i], weights[j]), Math::max);
                    }
                }
            }
        }
        return found;
    }

    private boolean vetoed(int one, int other) {
        return Rules.vetoed(vetoes, one, other);
    }

    /** Bits for two links holding at once: worked out from the chances that they do not, which may be tiny. */
    static float both(float one, float other) {
        double a = 1 / (1 + Math.pow(2, one));
        double b = 1 / (1 + Math.pow(2, other));
        double not = a + b - a * b;
        return (float) (Math.log((1 - not) / not) / Math.log(2));
    }
}
