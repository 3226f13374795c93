package org.ruhu.tools.link.table;

import java.util.Arrays;

/** Codes of rows, growing. */
final class Codes {

    private int[] codes = new int[1024];
    private int size;

    void add(int code) {
        if (size == codes.length) {
            codes = Arrays.copyOf(codes, Growth.beyond(size + 1));
        }
        codes[size++] = code;
    }

    int get(int row) {
        return codes[row];
    }

    int[] all() {
        return codes.length == size ? codes : Arrays.copyOf(codes, size);
    }
}
