package org.ruhu.tools.link.score;

import java.util.List;
import org.ruhu.tools.link.likeness.Letters;
import org.ruhu.tools.link.likeness.Screen;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.Values;

/**
 * What is compared, row by row, so that a row costs one or two misses of the cache: a code for each column, then for each
 * sketched column the two halves of its letters and its head.
 *
 * @param width   numbers of a row
 * @param sketched by column
 */
record Rows(int[] packed, int width, boolean[] sketched) {

    private static final int SKETCH = 3;

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
        int extra = names.size();
        for (int c = 0; c < names.size(); c++) {
            Column column = records.column(names.get(c));
            for (int row = 0, at = c; row < column.codes().length; row++, at += width) {
                packed[at] = column.codes()[row];
            }
            if (sketched[c]) {
                sketch(column, packed, extra, width);
                extra += SKETCH;
            }
        }
        return new Rows(packed, width, sketched);
    }

    private static void sketch(Column column, int[] packed, int from, int width) {
        Values values = column.values();
        long[] letters = new long[values.size()];
        int[] heads = new int[values.size()];
        for (int code = 1; code < letters.length; code++) {
            letters[code] = Letters.of(values.chars(), values.from(code), values.to(code));
            heads[code] = Screen.head(values.chars(), values.from(code), values.to(code));
        }
        for (int row = 0, at = from; row < column.codes().length; row++, at += width) {
            int code = column.codes()[row];
            packed[at] = (int) letters[code];
            packed[at + 1] = (int) (letters[code] >>> 32);
            packed[at + 2] = heads[code];
        }
    }

    int at(int row) {
        return row * width;
    }

    void copy(int row, Tile tile, int slot) {
        int at = row * width;
        int[][] codes = tile.codes;
        for (int c = 0; c < codes.length; c++) {
            codes[c][slot] = packed[at + c];
        }
        int extra = at + codes.length;
        for (int c = 0; c < codes.length; c++) {
            if (sketched[c]) {
                tile.letters[c][slot] = packed[extra] & 0xFFFFFFFFL | (long) packed[extra + 1] << 32;
                tile.heads[c][slot] = packed[extra + 2];
                extra += SKETCH;
            }
        }
    }
}
