package org.ruhu.tools.link.lookup;

import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.UnaryOperator;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.table.Codes;

/**
 * The groups of a rule in which a row has one place at most. A group is a chain of rows; its first row stands in a
 * table that is found by hash. The keys of a group are those of its first row, so that nothing is kept twice.
 */
final class RowGroups extends Groups {

    private static final int FREE = 0;
    private static final int LEFT = -1;
    private static final int END = -1;
    private static final int OUT = -2;
    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final int most;
    private final List<Key> keys;
    /** First row of a group, plus one; {@link #LEFT} where a group was. */
    private int[] firsts = new int[64];
    private int taken;
    private final Codes next = new Codes();

    RowGroups(Rule rule, Map<String, Field> fields) {
        most = rule.most();
        keys = rule.on().stream().map(key -> new Key(fields.get(key.column()), key.clean())).toList();
    }

    @Override
    void add(int row, UnaryOperator<String> values) {
        next.add(OUT);
        int[] codes = new int[keys.size()];
        for (int k = 0; k < codes.length; k++) {
            codes[k] = keys.get(k).code(row);
            if (codes[k] == 0) {
                return;
            }
        }
        int at = slot(codes);
        if (at >= 0) {
            next.set(row, firsts[at] - 1);
        } else {
            at = ~at;
            taken += firsts[at] == FREE ? 1 : 0;
            next.set(row, END);
        }
        firsts[at] = row + 1;
        if (taken > firsts.length * 0.7) {
            grow();
        }
    }

    @Override
    void remove(int row, UnaryOperator<String> values) {
        if (next.get(row) == OUT) {
            return;
        }
        int[] codes = keys.stream().mapToInt(key -> key.code(row)).toArray();
        int at = slot(codes);
        int after = next.get(row);
        if (firsts[at] == row + 1) {
            firsts[at] = after == END ? LEFT : after + 1;
        } else {
            int before = firsts[at] - 1;
            while (next.get(before) != row) {
                before = next.get(before);
            }
            next.set(before, after);
        }
        next.set(row, OUT);
    }

    @Override
    void together(UnaryOperator<String> values, IntConsumer found) {
        int[] codes = new int[keys.size()];
        for (int k = 0; k < codes.length; k++) {
            codes[k] = keys.get(k).find(values);
            if (codes[k] == 0) {
                return;
            }
        }
        int at = slot(codes);
        if (at >= 0 && fits(firsts[at] - 1)) {
            for (int row = firsts[at] - 1; row != END; row = next.get(row)) {
                found.accept(row);
            }
        }
    }

    private boolean fits(int first) {
        int size = 0;
        for (int row = first; row != END && size < most; row = next.get(row)) {
            size++;
        }
        return size < most;
    }

    /** Place of the group with these keys, or the complement of the place where it may be put. */
    private int slot(int[] codes) {
        int at = (int) hash(codes) & firsts.length - 1;
        int free = -1;
        while (firsts[at] != FREE) {
            if (firsts[at] == LEFT) {
                free = free < 0 ? at : free;
            } else if (hasKeys(firsts[at] - 1, codes)) {
                return at;
            }
            at = at + 1 & firsts.length - 1;
        }
        return ~(free < 0 ? at : free);
    }

    private boolean hasKeys(int row, int[] codes) {
        for (int k = 0; k < codes.length; k++) {
            if (keys.get(k).code(row) != codes[k]) {
                return false;
            }
        }
        return true;
    }

    private void grow() {
        int[] old = firsts;
        firsts = new int[old.length * 2];
        taken = 0;
        int[] codes = new int[keys.size()];
        for (int first : old) {
            if (first > 0) {
                for (int k = 0; k < codes.length; k++) {
                    codes[k] = keys.get(k).code(first - 1);
                }
                int at = (int) hash(codes) & firsts.length - 1;
                while (firsts[at] != FREE) {
                    at = at + 1 & firsts.length - 1;
                }
                firsts[at] = first;
                taken++;
            }
        }
    }

    private static long hash(int[] codes) {
        long hash = 0;
        for (int code : codes) {
            hash = (hash ^ code) * MIX;
            hash ^= hash >>> 32;
        }
        return hash * MIX >>> 20;
    }
}
