package org.ruhu.tools.link.table;

import java.util.Arrays;

/** Codes of rows, growing. */
public final class Codes {

    private int[] codes = new int[1024];
    private int size;

    public void add(int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, Growth.beyond(size + 1));
        }
        codes[size++] = code;
    }

    void add(int[] more, int count) {
        if (size + count > codes.length) {
            codes = Arrays.copyOf(codes, Growth.beyond(size + count));
        }
        System.arraycopy(more, 0, codes, size, count);
        size += count;
    }

    public void set(int row, int code) {
        codes[row] = code;
    }

    public int size() {
        return size;
    }

    public int get(int row) {
        return codes[row];
    }

    public int[] all() {
        return codes.length == size ? codes : Arrays.copyOf(codes, size);
    }
}
