package org.ruhu.tools.dataset.stata;

import java.io.IOException;
import java.util.List;
import org.ruhu.tools.dataset.Coding.Storage;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.Spool;

/** The rows, column by column; long texts stand elsewhere and are meant by column and row. */
final class DtaRows implements Spool.Reader {

    /** Days from 1960-01-01, where Stata begins to count, to 1970-01-01. */
    static final long DAYS = 3_653;
    private static final long MILLISECONDS_A_DAY = 86_400_000;
    private static final int BITS_OF_COLUMN = 16;

    private final List<DtaColumn> columns;
    private final DtaOut out;
    private long row = 1;

    DtaRows(List<DtaColumn> columns, DtaOut out) {
        this.columns = columns;
        this.out = out;
    }

    @Override
    public void number(int column, double value) throws IOException {
        Storage storage = columns.get(column).coding().storage();
        double kept = storage == Storage.DATE ? value + DAYS
                : storage == Storage.TIME ? value + DAYS * MILLISECONDS_A_DAY : value;
        if (columns.get(column).type().equals(DtaType.DOUBLE)) {
            out.int64(Double.doubleToRawLongBits(kept));
        } else {
            whole(columns.get(column).type(), (int) kept);
        }
        ended(column);
    }

    private void whole(DtaType type, int value) throws IOException {
        switch (type.bytes()) {
            case 1 -> out.int8(value);
            case 2 -> out.int16(value);
            default -> out.int32(value);
        }
    }

    @Override
    public void text(int column, byte[] utf8) throws IOException {
        DtaType type = columns.get(column).type();
        if (type.equals(DtaType.STRL)) {
            out.int64(utf8.length == 0 ? 0 : row << BITS_OF_COLUMN | column + 1);
        } else {
            out.padded(utf8, type.bytes());
        }
        ended(column);
    }

    @Override
    public void gap(int column, Gap gap) throws IOException {
        DtaType type = columns.get(column).type();
        if (type.text()) {
            text(column, new byte[0]);
            return;
        }
        if (type.equals(DtaType.DOUBLE)) {
            out.int64(DtaType.missingDouble(gap));
        } else {
            whole(type, DtaType.missing(type, gap));
        }
        ended(column);
    }

    private void ended(int column) {
        if (column == columns.size() - 1) {
            row++;
        }
    }
}
