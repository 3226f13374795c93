package org.ruhu.tools.link.block;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.link.Rule;

/**
 * The blocks of one rule that are compared: at least a pair, and no more records than the rule allows. Blocks are
 * numbered from 0 in the order of their keys' codes; a place is where a row stands in the list of all blocks one behind
 * the other.
 */
public final class Blocks {

    private final Pairing pairing;
    private final int[] rows;
    private final int[] starts;
    private final int[] splits;
    private final Found found;

    private Blocks(Pairing pairing, int[] rows, int[] starts, int[] splits, Found found) {
        this.pairing = pairing;
        this.rows = rows;
        this.starts = starts;
        this.splits = splits;
        this.found = found;
    }

    /**
     * What a rule finds, before anything is compared.
     *
     * @param records places in blocks; a record that is in several blocks of the rule counts in each
     * @param pairs   in these blocks, whatever other rules find
     * @param leftOut what would have been there without the limit of the rule
     */
    public record Found(String rule, long blocks, long records, long pairs, int largest, LeftOut leftOut) {

        public static Found nothing(String rule) {
            return new Found(rule, 0, 0, 0, 0, LeftOut.NOTHING);
        }

        /** With one more block, if it holds a pair; it is left out if it has more records than the rule allows. */
        public Found and(int size, long inside, int most) {
            if (inside == 0) {
                return this;
            }
            return size > most ? new Found(rule, blocks, records, pairs, largest, leftOut.and(size, inside))
                    : new Found(rule, blocks + 1, records + size, pairs + inside, Math.max(largest, size), leftOut);
        }

        /** Of other blocks of the same rule too. */
        public Found and(Found other) {
            LeftOut out = other.leftOut;
            return new Found(rule, blocks + other.blocks, records + other.records, pairs + other.pairs,
                    Math.max(largest, other.largest), new LeftOut(leftOut.blocks + out.blocks,
                    leftOut.records + out.records, leftOut.pairs + out.pairs));
        }
    }

    public record LeftOut(long blocks, long records, long pairs) {
        public static final LeftOut NOTHING = new LeftOut(0, 0, 0);

        LeftOut and(int size, long pairs) {
            return new LeftOut(blocks + 1, records + size, this.pairs + pairs);
        }
    }

    static Blocks of(Rule rule, Keys keys, Pairing pairing) {
        Entries entries = Entries.of(rule, keys);
        int[] order = entries.sorted();
        boolean[] begins = entries.begins(order);
        int[] rows = new int[order.length];
        int[] starts = new int[16];
        int[] splits = new int[16];
        int blocks = 0;
        int kept = 0;
        int largest = 0;
        long pairs = 0;
        LeftOut leftOut = LeftOut.NOTHING;
        for (int from = 0, to; from < order.length; from = to) {
            to = end(begins, from);
            if (to - from == 1) {
                continue;
            }
            int split = pairing.twoInputs() ? split(entries, order, from, to, pairing.first()) : to;
            long inside = pairing.pairs(split - from, to - split);
            if (inside > 0 && to - from > rule.most()) {
                leftOut = leftOut.and(to - from, inside);
            } else if (inside > 0) {
                if (blocks + 1 == starts.length) {
                    starts = Arrays.copyOf(starts, 2 * starts.length);
                    splits = Arrays.copyOf(splits, 2 * splits.length);
                }
                splits[blocks] = kept + split - from;
                pick(entries.rows(), order, from, to, rows, kept);
                kept += to - from;
                starts[++blocks] = kept;
                pairs += inside;
                largest = Math.max(largest, to - from);
            }
        }
        Found found = new Found(rule.name(), blocks, kept, pairs, largest, leftOut);
        return new Blocks(pairing, Arrays.copyOf(rows, kept), Arrays.copyOf(starts, blocks + 1),
                Arrays.copyOf(splits, blocks), found);
    }

    /**
     * Blocks that were found elsewhere, one behind the other.
     *
     * @param rows   rising within a block
     * @param starts where each begins, then where the last ends; some may be empty
     */
    public static Blocks of(String rule, Pairing pairing, int[] rows, int[] starts) {
        int[] splits = new int[starts.length - 1];
        int largest = 0;
        long pairs = 0;
        for (int block = 0; block < splits.length; block++) {
            splits[block] = starts[block];
            while (splits[block] < starts[block + 1] && rows[splits[block]] < pairing.first()) {
                splits[block]++;
            }
            largest = Math.max(largest, starts[block + 1] - starts[block]);
            pairs += pairing.pairs(splits[block] - starts[block], starts[block + 1] - splits[block]);
        }
        return new Blocks(pairing, rows, starts, splits,
                new Found(rule, splits.length, rows.length, pairs, largest, LeftOut.NOTHING));
    }

    private static int end(boolean[] begins, int from) {
        int to = from + 1;
        while (to < begins.length && !begins[to]) {
            to++;
        }
        return to;
    }

    private static void pick(int[] from, int[] order, int first, int end, int[] into, int at) {
        for (int i = first; i < end; i++) {
            into[at + i - first] = from[order[i]];
        }
    }

    /** Where rows of the second input begin. */
    private static int split(Entries entries, int[] order, int from, int to, int first) {
        int split = to;
        while (split > from && entries.rows()[order[split - 1]] >= first) {
            split--;
        }
        return split;
    }

    public Found found() {
        return found;
    }

    public int count() {
        return splits.length;
    }

    public int row(int place) {
        return rows[place];
    }

    /** Rows of places to the front of an array. */
    public void copy(int from, int to, int[] into) {
        System.arraycopy(rows, from, into, 0, to - from);
    }

    /** Place of a block's first row. */
    public int start(int block) {
        return starts[block];
    }

    /** Place behind a block's last row. */
    public int end(int block) {
        return starts[block + 1];
    }

    /** The block a place is in. */
    public int block(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    /** Places of the rows that the row at a place of a block is the left one of. */
    public int rightsFrom(int place, int block) {
        return pairing.rightsFrom(place, splits[block]);
    }

    public int rightsTo(int place, int block) {
        return pairing.rightsTo(place, splits[block], starts[block + 1]);
    }

    /** Left places, from and to before, cut so that each part has about so many pairs. */
    List<int[]> cut(long pairsEach) {
        List<int[]> parts = new ArrayList<>();
        int from = 0;
        long pairs = 0;
        for (int block = 0; block < count(); block++) {
            for (int place = starts[block]; place < starts[block + 1]; place++) {
                pairs += Math.max(0, rightsTo(place, block) - rightsFrom(place, block));
                if (pairs >= pairsEach) {
                    parts.add(new int[] {from, place + 1});
                    from = place + 1;
                    pairs = 0;
                }
            }
        }
        if (from < rows.length) {
            parts.add(new int[] {from, rows.length});
        }
        return parts;
    }
}
