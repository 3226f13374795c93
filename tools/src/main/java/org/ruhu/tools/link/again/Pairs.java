package org.ruhu.tools.link.again;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.link.score.Scored;

/** Pairs of a second look, gathered so that they can be put among those of the first. */
final class Pairs {

    private record Pair(int left, int right, float weight, int pattern) {}

    private final List<Pair> pairs = new ArrayList<>();
    private final BitSet replaced = new BitSet();
    private final Scored first;
    private final int rule;

    /** @param first with as many rules as there will be */
    Pairs(Scored first, int rule) {
        this.first = first;
        this.rule = rule;
    }

    /** @param left the smaller row */
    static long packed(int left, int right) {
        return (long) left << 32 | right;
    }

    static int left(long packed) {
        return (int) (packed >>> 32);
    }

    static int right(long packed) {
        return (int) packed;
    }

    /** Whether the first look found the pair, and so many bits for it. */
    boolean forPeople(long packed, double bits) {
        int known = known(packed);
        return known >= 0 && first.weight()[known] >= bits;
    }

    /** Its place among the pairs of the first look; negative if it is not there. */
    private int known(long packed) {
        int low = 0;
        int high = first.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long there = packed(first.left()[middle], first.right()[middle]);
            if (there == packed) {
                return middle;
            }
            low = there < packed ? middle + 1 : low;
            high = there < packed ? high : middle - 1;
        }
        return -1;
    }

    /** Takes the place of what was thought of the pair before, if it was there. */
    void add(long packed, float weight, int pattern) {
        int known = known(packed);
        if (known >= 0) {
            replaced.set(known);
        }
        pairs.add(new Pair(left(packed), right(packed), weight, pattern));
    }

    /**
     * @param size     of the records
     * @param compared pairs that were looked at
     */
    Scored merged(int size, long compared, int most) {
        int[] stay = IntStream.range(0, first.size()).filter(i -> !replaced.get(i)).toArray();
        float[] weights = new float[stay.length];
        byte[] rules = new byte[stay.length];
        for (int i = 0; i < stay.length; i++) {
            weights[i] = first.weight()[stay[i]];
            rules[i] = first.rule()[stay[i]];
        }
        Scored before = new Scored(IntStream.of(stay).map(i -> first.left()[i]).toArray(),
                IntStream.of(stay).map(i -> first.right()[i]).toArray(), weights,
                IntStream.of(stay).map(i -> first.pattern()[i]).toArray(), rules, first.keep(), first.raised(),
                first.newPairs());
        return Scored.of(size, List.of(before, mine(compared)), first.keep(), most);
    }

    private Scored mine(long compared) {
        float[] weights = new float[pairs.size()];
        byte[] rules = new byte[pairs.size()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = pairs.get(i).weight();
            rules[i] = (byte) rule;
        }
        long[] newPairs = new long[first.newPairs().length];
        newPairs[rule] = compared;
        return new Scored(pairs.stream().mapToInt(Pair::left).toArray(), pairs.stream().mapToInt(Pair::right).toArray(),
                weights, pairs.stream().mapToInt(Pair::pattern).toArray(), rules, first.keep(), false, newPairs);
    }
}
