package org.ruhu.tools.link.again;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.ruhu.tools.link.block.Pairing;
import org.ruhu.tools.link.cluster.Links;
import org.ruhu.tools.link.household.Rosters;

/** Finds, of two households that have somebody in common, the pairs of members who are not linked there. */
final class Remaining {

    /** Members of a household; who else is in larger ones, such as barracks, says nothing. */
    static final int MOST = 50;

    private final Rosters rosters;
    private final Pairing pairing;
    private final Links believed;
    private final BitSet linked;

    private Remaining(Rosters rosters, Pairing pairing, Links believed) {
        this.rosters = rosters;
        this.pairing = pairing;
        this.believed = believed;
        this.linked = new BitSet();
    }

    /** @return pairs as {@link Pairs#packed}, rising */
    static long[] of(Rosters rosters, Pairing pairing, Links believed) {
        return new Remaining(rosters, pairing, believed).found();
    }

    private long[] found() {
        int[] links = IntStream.range(0, believed.count()).filter(i -> one(i) != other(i)).boxed()
                .sorted((a, b) -> Long.compare(households(a), households(b))).mapToInt(Integer::intValue).toArray();
        LongStream.Builder pairs = LongStream.builder();
        int from = 0;
        for (int to = 1; to <= links.length; to++) {
            if (to == links.length || households(links[to]) != households(links[from])) {
                add(links, from, to, pairs);
                from = to;
            }
        }
        long[] found = pairs.build().toArray();
        Arrays.sort(found);
        return found;
    }

    private void add(int[] links, int from, int to, LongStream.Builder pairs) {
        int one = one(links[from]);
        int other = other(links[from]);
        if (rosters.members(one) > MOST || rosters.members(other) > MOST) {
            return;
        }
        for (int i = from; i < to; i++) {
            linked.set(believed.left()[links[i]]);
            linked.set(believed.right()[links[i]]);
        }
        for (int i = 0; i < rosters.members(one); i++) {
            for (int j = 0; j < rosters.members(other); j++) {
                int left = Math.min(rosters.row(one, i), rosters.row(other, j));
                int right = Math.max(rosters.row(one, i), rosters.row(other, j));
                if (!linked.get(left) && !linked.get(right) && pairing.allows(left, right)) {
                    pairs.add(Pairs.packed(left, right));
                }
            }
        }
        for (int i = from; i < to; i++) {
            linked.clear(believed.left()[links[i]]);
            linked.clear(believed.right()[links[i]]);
        }
    }

    private long households(int link) {
        return Pairs.packed(one(link), other(link));
    }

    private int one(int link) {
        return Math.min(rosters.household(believed.left()[link]), rosters.household(believed.right()[link]));
    }

    private int other(int link) {
        return Math.max(rosters.household(believed.left()[link]), rosters.household(believed.right()[link]));
    }
}
