package org.ruhu.tools.link.score;

import java.util.List;
import org.ruhu.tools.link.likeness.Letters;
import org.ruhu.tools.link.likeness.Screen;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.Values;

/**
 * What is compared, row by row, so that a row costs one or two misses of the cache: a code for each column, then for
 * each sketched column the two halves of its letters, its head and its tail.
 *
 * @param width    numbers of a row
 * @param sketches by column, where in a row its sketch is; 0 where no measure asks for one
 */
record Rows(int[] packed, int width, int[] sketches) {

    private static final int SKETCH = 4;

    static Rows of(List<String> names, boolean[] sketched, Records records) {
        int width = names.size();
        for (boolean with : sketched) {
            width += with ? SKETCH : 0;
        }
        if ((long) width * records.size() > Integer.MAX_VALUE - 8) {
            throw new IllegalArgumentException(records.size() + " records are too many to compare in "
                    + names.size() + " columns");
        }
        int[] packed = new int[width * records.size()];
        int[] sketches = new int[names.size()];
        int extra = names.size();
        for (int c = 0; c < names.size(); c++) {
            Column column = records.column(names.get(c));
            for (int row = 0, at = c; row < column.codes().length; row++, at += width) {
                packed[at] = column.codes()[row];
            }
            if (sketched[c]) {
                sketch(column, packed, extra, width);
                sketches[c] = extra;
                extra += SKETCH;
            }
        }
        return new Rows(packed, width, sketches);
    }

    private static void sketch(Column column, int[] packed, int from, int width) {
        Values values = column.values();
        long[] letters = new long[values.size()];
        int[] heads = new int[values.size()];
        int[] tails = new int[values.size()];
        for (int code = 1; code < letters.length; code++) {
            letters[code] = Letters.of(values.chars(), values.from(code), values.to(code));
            heads[code] = Screen.head(values.chars(), values.from(code), values.to(code));
            tails[code] = Screen.tail(values.chars(), values.from(code), values.to(code));
        }
        for (int row = 0, at = from; row < column.codes().length; row++, at += width) {
            int code = column.codes()[row];
            packed[at] = (int) letters[code];
            packed[at + 1] = (int) (letters[code] >>> 32);
            packed[at + 2] = heads[code];
            packed[at + 3] = tails[code];
        }
    }

    int columns() {
        return sketches.length;
    }

    int at(int row) {
        return row * width;
    }

    /**
     * Lays out the rows of a tile, column by column: reading the same number of many rows, the processor need not wait
     * for one row before it asks for the next.
     */
    void gather(Tile tile) {
        int[] starts = tile.starts;
        for (int i = 0; i < tile.slots; i++) {
            starts[i] = tile.rows[i] * width;
        }
        for (int c = 0; c < tile.codes.length; c++) {
            gather(starts, tile.slots, c, tile.codes[c]);
        }
    }

    private void gather(int[] starts, int count, int offset, int[] into) {
        for (int i = 0; i < count; i++) {
            into[i] = packed[starts[i] + offset];
        }
    }
}
