package org.ruhu.tools.link.table;

import java.util.Arrays;

/** Values of some rows, put aside until there are enough of them to be numbered together. */
final class Pending {

    private static final int ROWS = 128;

    private char[] chars = new char[1 << 14];
    private int end;
    /** By column and row. */
    private final int[][] from;
    private final int[][] to;
    private final int[] codes = new int[ROWS];
    private int rows;

    Pending(int columns) {
        from = new int[columns][ROWS];
        to = new int[columns][ROWS];
    }

    /** @return whether it is full */
    boolean add(Fields values) {
        int length = values.end();
        if (end + length > chars.length) {
            chars = Arrays.copyOf(chars, Growth.beyond(end + length));
        }
        System.arraycopy(values.chars(), 0, chars, end, length);
        for (int column = 0; column < from.length; column++) {
            from[column][rows] = end + values.from(column);
            to[column][rows] = end + values.to(column);
        }
        end += length;
        return ++rows == ROWS;
    }

    int rows() {
        return rows;
    }

    /** Codes of a column's values, to be used before they are asked for again. */
    int[] codes(int column, Dictionary dictionary) {
        dictionary.codes(chars, from[column], to[column], rows, codes);
        return codes;
    }

    void clear() {
        end = 0;
        rows = 0;
    }
}
