package org.ruhu.tools.link.block;

import java.util.List;
import org.ruhu.tools.link.Rule;

/**
 * Which blocks of each rule a row is in, so that it can be told which rules find a pair. For a rule by which a row is
 * in one block at most, the mark of a row is that block's number and 1, or 0. For others it is where a list of them
 * begins.
 */
public final class Membership {

    private final int rules;
    private final int[] marks;
    private final boolean[] several;
    private final int[][] lists;

    private Membership(int rules, int[] marks, boolean[] several, int[][] lists) {
        this.rules = rules;
        this.marks = marks;
        this.several = several;
        this.lists = lists;
    }

    static Membership of(List<Rule> rules, List<Blocks> blocks, int rows) {
        int stride = rules.size();
        if ((long) stride * rows > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(rows + " records are too many for " + stride
                    + " blocking rules; use fewer");
        }
        int[] marks = new int[stride * rows];
        boolean[] several = new boolean[stride];
        int[][] lists = new int[stride][];
        for (int rule = 0; rule < stride; rule++) {
            several[rule] = rules.get(rule).several();
            if (several[rule]) {
                lists[rule] = lists(blocks.get(rule), marks, rule, stride);
            } else {
                mark(blocks.get(rule), marks, rule, stride);
            }
        }
        return new Membership(stride, marks, several, lists);
    }

    /**
     * Marks that were made elsewhere.
     *
     * @param marks by row and then by rule
     * @param lists by rule, see {@link #lists}; empty for a rule by which a row is in one block at most
     */
    public static Membership of(List<Rule> rules, int[] marks, int[][] lists) {
        boolean[] several = new boolean[rules.size()];
        for (int rule = 0; rule < several.length; rule++) {
            several[rule] = rules.get(rule).several();
        }
        return new Membership(several.length, marks, several, lists);
    }

    private static void mark(Blocks blocks, int[] marks, int rule, int stride) {
        for (int block = 0; block < blocks.count(); block++) {
            for (int place = blocks.start(block); place < blocks.end(block); place++) {
                marks[blocks.row(place) * stride + rule] = block + 1;
            }
        }
    }

    /** Each list is its length and then the numbers, rising, from 1. The list at 0 is empty. */
    private static int[] lists(Blocks blocks, int[] marks, int rule, int stride) {
        int places = blocks.count() == 0 ? 0 : blocks.end(blocks.count() - 1);
        for (int place = 0; place < places; place++) {
            marks[blocks.row(place) * stride + rule]++;
        }
        int length = 1;
        for (int at = rule; at < marks.length; at += stride) {
            int count = marks[at];
            marks[at] = count == 0 ? 0 : length;
            length = Math.addExact(length, count == 0 ? 0 : count + 1);
        }
        int[] lists = new int[length];
        for (int block = 0; block < blocks.count(); block++) {
            for (int place = blocks.start(block); place < blocks.end(block); place++) {
                int list = marks[blocks.row(place) * stride + rule];
                lists[list + ++lists[list]] = block + 1;
            }
        }
        return lists;
    }

    /** Marks of some rows, an array for each rule; of rules from one to before another. */
    public void gather(int[] rows, int count, int[][] byRule, int from, int to) {
        for (int rule = from; rule < to; rule++) {
            int[] into = byRule[rule];
            for (int i = 0; i < count; i++) {
                into[i] = marks[rows[i] * rules + rule];
            }
        }
    }

    public int mark(int row, int rule) {
        return marks[row * rules + rule];
    }

    /** Whether rows may be in several blocks of a rule. */
    public boolean several(int rule) {
        return several[rule];
    }

    /** The first block of a rule that two rows with these marks are in, counted from 1, or 0. */
    public int shared(int rule, int one, int other) {
        if (!several[rule]) {
            return one == other ? one : 0;
        }
        int[] lists = this.lists[rule];
        int i = one + 1;
        int j = other + 1;
        int iEnd = i + lists[one];
        int jEnd = j + lists[other];
        while (i < iEnd && j < jEnd) {
            if (lists[i] == lists[j]) {
                return lists[i];
            }
            if (lists[i] < lists[j]) {
                i++;
            } else {
                j++;
            }
        }
        return 0;
    }

    /** The lowest rule that finds a pair, or -1. */
    public int owner(int left, int right) {
        for (int rule = 0; rule < rules; rule++) {
            if (shared(rule, mark(left, rule), mark(right, rule)) > 0) {
                return rule;
            }
        }
        return -1;
    }
}
