package org.ruhu.tools.link.block;

import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.table.Column;

/**
 * Rows with a value for each key of a rule. A row whose key holds several values stands here several times; rows never
 * fall.
 *
 * @param rows  row of each entry
 * @param keys  by key, the code of each entry's value, never 0
 * @param sizes by key: codes are smaller
 */
record Entries(int[] rows, int[][] keys, int[] sizes) {

    static Entries of(Rule rule, Keys keys) {
        List<Column> columns = rule.on().stream().map(keys::column).toList();
        Entries entries = whole(rule, columns);
        for (int k = 0; k < columns.size(); k++) {
            if (rule.on().get(k).each()) {
                entries = entries.expanded(k, Keys.Parts.of(columns.get(k).values()));
            }
        }
        return entries;
    }

    int size() {
        return rows.length;
    }

    private static Entries whole(Rule rule, List<Column> columns) {
        int[][] codes = columns.stream().map(Column::codes).toArray(int[][]::new);
        int[] sizes = columns.stream().mapToInt(column -> column.values().size()).toArray();
        boolean[][] shared = new boolean[codes.length][];
        for (int k = 0; k < codes.length; k++) {
            shared[k] = rule.on().get(k).each() ? there(sizes[k]) : shared(codes[k], sizes[k]);
        }
        int[] rows = new int[codes[0].length];
        int count = 0;
        for (int row = 0; row < rows.length; row++) {
            boolean all = true;
            for (int k = 0; k < codes.length; k++) {
                all &= shared[k][codes[k][row]];
            }
            rows[count] = row;
            count += all ? 1 : 0;
        }
        int[][] keys = new int[codes.length][count];
        for (int k = 0; k < keys.length; k++) {
            for (int e = 0; e < count; e++) {
                keys[k][e] = codes[k][rows[e]];
            }
        }
        return new Entries(Arrays.copyOf(rows, count), keys, sizes);
    }

    private static boolean[] there(int size) {
        boolean[] there = new boolean[size];
        Arrays.fill(there, true);
        there[Column.MISSING] = false;
        return there;
    }

    /** Whether a value is there and more rows than one have it; others need not be sorted. */
    private static boolean[] shared(int[] codes, int size) {
        boolean[] once = new boolean[size];
        boolean[] shared = new boolean[size];
        for (int code : codes) {
            shared[code] |= once[code];
            once[code] = true;
        }
        shared[Column.MISSING] = false;
        return shared;
    }

    private Entries expanded(int key, Keys.Parts parts) {
        long size = 0;
        for (int value : keys[key]) {
            size += parts.from()[value + 1] - parts.from()[value];
        }
        if (size > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException("a blocking key holds too many values in one");
        }
        int[] row = new int[(int) size];
        int[][] key2 = new int[keys.length][(int) size];
        int at = 0;
        for (int e = 0; e < rows.length; e++) {
            int value = keys[key][e];
            for (int i = parts.from()[value]; i < parts.from()[value + 1]; i++) {
                row[at] = rows[e];
                for (int k = 0; k < keys.length; k++) {
                    key2[k][at] = k == key ? parts.parts()[i] : keys[k][e];
                }
                at++;
            }
        }
        int[] sizes2 = sizes.clone();
        sizes2[key] = parts.size();
        return new Entries(row, key2, sizes2);
    }

    /**
     * Entries in the order of their keys, those that agree on all in the order of their rows: a counting sort for each
     * key.
     */
    int[] sorted() {
        int[] order = new int[size()];
        Arrays.setAll(order, i -> i);
        int[] other = new int[size()];
        for (int k = keys.length - 1; k >= 0; k--) {
            sort(keys[k], sizes[k], order, other);
            int[] swap = order;
            order = other;
            other = swap;
        }
        return order;
    }

    private static void sort(int[] codes, int size, int[] order, int[] into) {
        int[] places = new int[size + 1];
        for (int code : codes) {
            places[code + 1]++;
        }
        for (int code = 0; code < size; code++) {
            places[code + 1] += places[code];
        }
        for (int entry : order) {
            into[places[codes[entry]]++] = entry;
        }
    }

    /** By place in a sorted order, whether the entry there differs from the one before it in some key. */
    boolean[] begins(int[] order) {
        boolean[] begins = new boolean[order.length];
        for (int[] codes : keys) {
            begin(codes, order, begins);
        }
        return begins;
    }

    private static void begin(int[] codes, int[] order, boolean[] begins) {
        int before = -1;
        for (int place = 0; place < order.length; place++) {
            int code = codes[order[place]];
            begins[place] |= code != before;
            before = code;
        }
    }
}
