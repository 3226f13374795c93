package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.link.train.PatternCounts;

/** Counts patterns: in an array where there are few, in a hash table where there might be too many. */
final class Tally {

    private static final int FEW = 1 << 20;

    private final long[] dense;
    private int[] keys = new int[0];
    private long[] counts = new long[0];
    private int size;

    Tally(int patterns) {
        dense = new long[patterns <= FEW ? patterns : 0];
        if (patterns > FEW) {
            keys = new int[1024];
            counts = new long[1024];
        }
    }

    void add(int pattern, long count) {
        if (dense.length > 0) {
            dense[pattern] += count;
        } else {
            int slot = slot(pattern);
            size += counts[slot] == 0 ? 1 : 0;
            keys[slot] = pattern;
            counts[slot] += count;
            if (2 * size > keys.length) {
                grow();
            }
        }
    }

    private int slot(int pattern) {
        int slot = pattern * 0x9E3779B1 >>> Integer.numberOfLeadingZeros(keys.length - 1);
        while (counts[slot] != 0 && keys[slot] != pattern) {
            slot = slot + 1 & keys.length - 1;
        }
        return slot;
    }

    private void grow() {
        int[] oldKeys = keys;
        long[] oldCounts = counts;
        keys = new int[2 * oldKeys.length];
        counts = new long[2 * oldKeys.length];
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldCounts[i] != 0) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    private void addAll(Tally other) {
        for (int pattern = 0; pattern < other.dense.length; pattern++) {
            dense[pattern] += other.dense[pattern];
        }
        for (int i = 0; i < other.keys.length; i++) {
            if (other.counts[i] != 0) {
                add(other.keys[i], other.counts[i]);
            }
        }
    }

    /**
     * The sum of tallies of the same patterns, each count times a factor and rounded; what occurs at all counts 1 at
     * least.
     */
    static PatternCounts sum(int patterns, List<Tally> tallies, double factor) {
        Tally sum = new Tally(patterns);
        tallies.forEach(sum::addAll);
        List<Integer> met = new ArrayList<>();
        for (int pattern = 0; pattern < sum.dense.length; pattern++) {
            if (sum.dense[pattern] != 0) {
                met.add(pattern);
            }
        }
        IntStream.range(0, sum.keys.length).filter(i -> sum.counts[i] != 0).forEach(i -> met.add(sum.keys[i]));
        int[] rising = met.stream().mapToInt(i -> i).sorted().toArray();
        long[] counts = IntStream.of(rising).mapToLong(pattern -> Math.max(1, Math.round(factor * sum.count(pattern))))
                .toArray();
        return new PatternCounts(rising, counts);
    }

    /** The same of what was summed up before. */
    static PatternCounts sumOf(int patterns, List<PatternCounts> counts, double factor) {
        Tally sum = new Tally(patterns);
        for (PatternCounts some : counts) {
            for (int i = 0; i < some.size(); i++) {
                sum.add(some.pattern(i), some.count(i));
            }
        }
        return sum(patterns, List.of(sum), factor);
    }

    private long count(int pattern) {
        return dense.length > 0 ? dense[pattern] : counts[slot(pattern)];
    }
}
