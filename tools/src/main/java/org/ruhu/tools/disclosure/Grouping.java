package org.ruhu.tools.disclosure;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** Rows with the same codes in some columns, put together; groups are numbered in the order they are met. */
final class Grouping {

    private final int[] of;
    private final int[] first;
    private final int[] size;
    private final int count;

    private Grouping(int[] of, int[] first, int[] size, int count) {
        this.of = of;
        this.first = first;
        this.size = size;
        this.count = count;
    }

    /** @param columns a code for every row in each */
    static Grouping of(int[][] columns, int rows) {
        int[] of = new int[rows];
        int[] first = new int[16];
        int[] size = new int[16];
        int[] table = new int[64];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            int slot = slot(table, columns, first, row);
            if (table[slot] == 0) {
                if (count == first.length) {
                    first = Arrays.copyOf(first, 2 * count);
                    size = Arrays.copyOf(size, 2 * count);
                }
                first[count] = row;
                table[slot] = ++count;
                of[row] = count - 1;
                size[count - 1] = 1;
                if (4 * count > 2 * table.length) {
                    table = larger(table, columns, first, count);
                }
            } else {
                of[row] = table[slot] - 1;
                size[of[row]]++;
            }
        }
        return new Grouping(of, first, size, count);
    }

    /** Where the row's group is, or would be. */
    private static int slot(int[] table, int[][] columns, int[] first, int row) {
        int slot = hash(columns, row) & table.length - 1;
        while (table[slot] != 0 && !same(columns, first[table[slot] - 1], row)) {
            slot = slot + 1 & table.length - 1;
        }
        return slot;
    }

    private static int[] larger(int[] table, int[][] columns, int[] first, int count) {
        int[] larger = new int[4 * table.length];
        for (int group = 0; group < count; group++) {
            larger[slot(larger, columns, first, first[group])] = group + 1;
        }
        return larger;
    }

    private static int hash(int[][] columns, int row) {
        int hash = 1;
        for (int[] column : columns) {
            hash = (hash ^ column[row]) * 0x9E3779B1;
            hash ^= hash >>> 15;
        }
        return hash ^ hash >>> 13;
    }

    private static boolean same(int[][] columns, int a, int b) {
        for (int[] column : columns) {
            if (column[a] != column[b]) {
                return false;
            }
        }
        return true;
    }

    /** Number of groups. */
    int count() {
        return count;
    }

    /** The group of a row. */
    int of(int row) {
        return of[row];
    }

    /** Rows in a group. */
    int size(int group) {
        return size[group];
    }

    /** A row of the group: its first. */
    int first(int group) {
        return first[group];
    }

    /** How many different codes of a column each group has, some codes not counted. */
    int[] distinct(int[] column, boolean[] counted) {
        return distinct(column, code -> counted[code]);
    }

    /** How many different codes of a column each group has. */
    int[] distinct(int[] column) {
        return distinct(column, code -> true);
    }

    private int[] distinct(int[] column, IntPredicate counted) {
        Grouping pairs = of(new int[][] {of, column}, of.length);
        int[] distinct = new int[count];
        for (int pair = 0; pair < pairs.count(); pair++) {
            int row = pairs.first(pair);
            if (counted.test(column[row])) {
                distinct[of[row]]++;
            }
        }
        return distinct;
    }
}
