package org.ruhu.tools.link.lookup;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * Rows of numbers, none below 0, in as few bytes as the highest of a column needs. All of a row stand together, so that
 * reading them costs the processor one wait or two. Any number of threads may read while none writes.
 */
final class Sheet {

    private static final int ROW_BITS = 10;
    private static final int ROWS = 1 << ROW_BITS;
    private static final int FIRST_ROWS = 4;
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int columns;
    private Chunk[] chunks = new Chunk[1];
    private int size;

    Sheet(int columns) {
        this.columns = columns;
    }

    int size() {
        return size;
    }

    /** Adds a row of zeros. */
    void add() {
        int chunk = size >>> ROW_BITS;
        if (chunk == chunks.length) {
            chunks = Arrays.copyOf(chunks, chunk + (chunk >> 1) + 1);
        }
        if (chunks[chunk] == null) {
            chunks[chunk] = chunk == 0 ? new Chunk(new int[columns], FIRST_ROWS)
                    : new Chunk(chunks[chunk - 1].widths, ROWS);
        }
        chunks[chunk].hold((size++ & ROWS - 1) + 1);
    }

    int get(int row, int column) {
        return chunks[row >>> ROW_BITS].get(row & ROWS - 1, column);
    }

    void set(int row, int column, int number) {
        Chunk chunk = chunks[row >>> ROW_BITS];
        if ((number & ~chunk.masks[column]) != 0) {
            int[] widths = chunk.widths.clone();
            widths[column] = (Integer.SIZE - Integer.numberOfLeadingZeros(number) + 7) / 8;
            chunk = chunk.copied(widths);
            chunks[row >>> ROW_BITS] = chunk;
        }
        chunk.set(row & ROWS - 1, column, number);
    }

    /** Rows whose columns have the same widths, in bytes. */
    private static final class Chunk {

        private final int[] widths;
        private final int[] offsets;
        private final int[] masks;
        private final int stride;
        private byte[] bytes;

        Chunk(int[] widths, int rows) {
            this.widths = widths;
            offsets = new int[widths.length];
            masks = new int[widths.length];
            int end = 0;
            for (int c = 0; c < widths.length; c++) {
                offsets[c] = end;
                masks[c] = (int) ((1L << 8 * widths[c]) - 1);
                end += widths[c];
            }
            stride = end;
            bytes = new byte[length(rows)];
        }

        /** An int may be read at the last byte. */
        private int length(int rows) {
            return rows * stride + Integer.BYTES;
        }

        void hold(int rows) {
            if (length(rows) > bytes.length) {
                bytes = Arrays.copyOf(bytes, length(Math.min(ROWS, 2 * rows)));
            }
        }

        int get(int row, int column) {
            return (int) INT.get(bytes, row * stride + offsets[column]) & masks[column];
        }

        void set(int row, int column, int number) {
            int at = row * stride + offsets[column];
            INT.set(bytes, at, (int) INT.get(bytes, at) & ~masks[column] | number);
        }

        Chunk copied(int[] wider) {
            int rows = stride == 0 ? ROWS : (bytes.length - Integer.BYTES) / stride;
            Chunk copy = new Chunk(wider, rows);
            for (int row = 0; row < rows; row++) {
                for (int c = 0; c < widths.length; c++) {
                    copy.set(row, c, get(row, c));
                }
            }
            return copy;
        }
    }
}
