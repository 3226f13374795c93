package org.ruhu.tools.dataset.stata;

import java.io.IOException;
import java.util.List;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.Spool;

/** Texts of columns in which one is longer than 2,045 bytes: all of them, with column and row in front. */
final class DtaLongTexts implements Spool.Reader {

    /** {@code GSO}, column, row, kind and length in front, a zero behind. */
    private static final int AROUND = 3 + 4 + 8 + 1 + 4 + 1;
    /** UTF-8 that ends with a zero. */
    private static final int KIND = 130;

    private final List<DtaColumn> columns;
    private final DtaOut out;
    private long row = 1;

    DtaLongTexts(List<DtaColumn> columns, DtaOut out) {
        this.columns = columns;
        this.out = out;
    }

    /** How much room they take. */
    static long bytes(List<DtaColumn> columns, Spool spool) {
        long bytes = 0;
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).type().equals(DtaType.STRL)) {
                bytes += spool.texts(i) * AROUND + spool.bytes(i);
            }
        }
        return bytes;
    }

    @Override
    public void text(int column, byte[] utf8) throws IOException {
        if (utf8.length > 0 && columns.get(column).type().equals(DtaType.STRL)) {
            out.text("GSO");
            out.int32(column + 1);
            out.int64(row);
            out.int8(KIND);
            out.int32(utf8.length + 1);
            out.padded(utf8, utf8.length + 1);
        }
        ended(column);
    }

    @Override
    public void number(int column, double value) {
        ended(column);
    }

    @Override
    public void gap(int column, Gap gap) {
        ended(column);
    }

    private void ended(int column) {
        if (column == columns.size() - 1) {
            row++;
        }
    }
}
