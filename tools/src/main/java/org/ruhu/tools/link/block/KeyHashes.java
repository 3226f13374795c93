package org.ruhu.tools.link.block;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.Values;

/**
 * The blocks of a rule that records are in, named by 64 bits made of the keys' values, so that records that are far from
 * each other can be brought together. That any two of n blocks have one name has a chance of n^2 / 2^64, or one in 1,800
 * for a hundred million blocks; their records would be compared, and a pair could be found by a rule it is not due to.
 *
 * @param from   where the names of each record's blocks begin, then where the last ones end
 * @param hashes never 0; the lowest bit is 0, for whoever wants to note something there
 */
public record KeyHashes(int[] from, long[] hashes) {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    /** By rule; blocks of two rules have different names even if their values are equal. */
    public static List<KeyHashes> of(List<Rule> rules, Records records) {
        Keys keys = new Keys(records);
        return IntStream.range(0, rules.size()).mapToObj(rule -> of(rules.get(rule), rule, keys, records)).toList();
    }

    private static KeyHashes of(Rule rule, int number, Keys keys, Records records) {
        List<Column> columns = rule.on().stream().map(keys::column).toList();
        long[] one = new long[records.size()];
        Arrays.fill(one, mixed(number + 1L));
        KeyHashes all = new KeyHashes(counting(one.length), one);
        for (int k = 0; k < columns.size(); k++) {
            Column column = columns.get(k);
            all = rule.on().get(k).each() ? all.expanded(column) : all.with(column);
        }
        return all.there();
    }

    private static int[] counting(int rows) {
        int[] from = new int[rows + 1];
        Arrays.setAll(from, i -> i);
        return from;
    }

    private KeyHashes with(Column column) {
        long[] texts = texts(column.values());
        long[] next = new long[hashes.length];
        for (int row = 0; row < from.length - 1; row++) {
            for (int i = from[row]; i < from[row + 1]; i++) {
                next[i] = both(hashes[i], column.codes()[row] == Column.MISSING ? 0 : texts[column.codes()[row]]);
            }
        }
        return new KeyHashes(from, next);
    }

    /** A block for each of the values that stand in one. */
    private KeyHashes expanded(Column column) {
        Keys.Parts parts = Keys.Parts.of(column.values());
        long[] texts = texts(parts.texts());
        int[] begin = new int[from.length];
        long[] next = new long[hashes.length];
        int at = 0;
        for (int row = 0; row < from.length - 1; row++) {
            int code = column.codes()[row];
            for (int i = from[row]; i < from[row + 1]; i++) {
                for (int part = parts.from()[code]; part < parts.from()[code + 1]; part++) {
                    next = at == next.length ? Arrays.copyOf(next, 2 * at + 16) : next;
                    next[at++] = both(hashes[i], texts[parts.parts()[part]]);
                }
            }
            begin[row + 1] = at;
        }
        return new KeyHashes(begin, Arrays.copyOf(next, at));
    }

    /** Without what has no value for a key. */
    private KeyHashes there() {
        int[] begin = new int[from.length];
        long[] kept = new long[hashes.length];
        int at = 0;
        for (int row = 0; row < from.length - 1; row++) {
            for (int i = from[row]; i < from[row + 1]; i++) {
                kept[at] = hashes[i];
                at += hashes[i] == 0 ? 0 : 1;
            }
            begin[row + 1] = at;
        }
        return new KeyHashes(begin, Arrays.copyOf(kept, at));
    }

    /** 0 if either is. */
    private static long both(long one, long other) {
        if (one == 0 || other == 0) {
            return 0;
        }
        long hash = mixed(one + Long.rotateLeft(other, 17)) & ~1;
        return hash == 0 ? 2 : hash;
    }

    /** By code a number that stands for the text, 0 for the one that is missing; equal texts have equal ones. */
    public static long[] texts(Values values) {
        long[] hashes = new long[values.size()];
        for (int code = 1; code < hashes.length; code++) {
            hashes[code] = text(values.chars(), values.from(code), values.to(code));
        }
        return hashes;
    }

    /** The same for one that is not missing. */
    public static long text(char[] chars, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i++) {
            hash = mixed(hash ^ chars[i]);
        }
        return hash == 0 ? 1 : hash;
    }

    /** SplitMix64, in which every bit tells of every other. */
    private static long mixed(long bits) {
        long z = bits + MIX;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }
}
