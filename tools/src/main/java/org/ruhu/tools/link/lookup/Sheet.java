package org.ruhu.tools.link.lookup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Rows of numbers, none below 0, in as few bytes as the highest of a column needs. All of a row stand together, so that
 * reading them costs the processor one wait. Any number of threads may read while none writes.
 */
final class Sheet {

    private static final int ROW_BITS = 14;
    private static final int ROWS = 1 << ROW_BITS;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private byte[][] chunks = new byte[1][];
    /** By chunk; as a rule the same for nearly all of them. */
    private Layout[] layouts = new Layout[1];
    private int size;

    Sheet(int columns) {
        layouts[0] = new Layout(new int[columns]);
        chunks[0] = new byte[layouts[0].length(1)];
    }

    int size() {
        return size;
    }

    /** Adds a row of zeros. */
    void add() {
        int chunk = size >>> ROW_BITS;
        int rows = (size & ROWS - 1) + 1;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk + (chunk >> 1) + 1);
            layouts = Arrays.copyOf(layouts, chunks.length);
        }
        if (chunks[chunk] == null) {
            layouts[chunk] = layouts[chunk - 1];
            chunks[chunk] = new byte[layouts[chunk].length(rows)];
        }
        if (layouts[chunk].length(rows) > chunks[chunk].length) {
            chunks[chunk] = Arrays.copyOf(chunks[chunk], layouts[chunk].length(Math.min(ROWS, rows + rows / 2)));
        }
        size++;
    }

    int get(int row, int column) {
        Layout layout = layouts[row >>> ROW_BITS];
        return (int) INT.get(chunks[row >>> ROW_BITS], layout.at(row, column)) & layout.masks[column];
    }

    void set(int row, int column, int number) {
        int chunk = row >>> ROW_BITS;
        if ((number & ~layouts[chunk].masks[column]) != 0) {
            widen(chunk, column, number);
        }
        Layout layout = layouts[chunk];
        int at = layout.at(row, column);
        INT.set(chunks[chunk], at, (int) INT.get(chunks[chunk], at) & ~layout.masks[column] | number);
    }

    private void widen(int chunk, int column, int number) {
        Layout old = layouts[chunk];
        int[] widths = old.widths.clone();
        widths[column] = (Integer.SIZE - Integer.numberOfLeadingZeros(number) + Byte.SIZE - 1) / Byte.SIZE;
        Layout wider = new Layout(widths);
        int rows = Math.min(ROWS, size - (chunk << ROW_BITS));
        byte[] bytes = new byte[wider.length(rows)];
        int shifted = old.offsets[column] + old.widths[column];
        for (int row = 0; row < rows; row++) {
            int from = row * old.stride;
            int to = row * wider.stride;
            System.arraycopy(chunks[chunk], from, bytes, to, shifted);
            System.arraycopy(chunks[chunk], from + shifted, bytes, to + old.offsets[column] + widths[column],
                    old.stride - shifted);
        }
        layouts[chunk] = wider;
        chunks[chunk] = bytes;
    }

    /** How many bytes a column has, and where they stand in a row. */
    private static final class Layout {

        private final int[] widths;
        private final int[] offsets;
        private final int[] masks;
        private final int stride;

        Layout(int[] widths) {
            this.widths = widths;
            offsets = new int[widths.length];
            masks = new int[widths.length];
            int end = 0;
            for (int c = 0; c < widths.length; c++) {
                offsets[c] = end;
                masks[c] = (int) ((1L << Byte.SIZE * widths[c]) - 1);
                end += widths[c];
            }
            stride = end;
        }

        /** An int may be read at the last byte. */
        int length(int rows) {
            return rows * stride + Integer.BYTES;
        }

        int at(int row, int column) {
            return (row & ROWS - 1) * stride + offsets[column];
        }
    }
}
