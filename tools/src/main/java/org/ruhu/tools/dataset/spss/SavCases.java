package org.ruhu.tools.dataset.spss;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.dataset.Coding.Storage;
import org.ruhu.tools.dataset.Cut;
import org.ruhu.tools.dataset.Gap;
import org.ruhu.tools.dataset.Spool;
import org.ruhu.tools.dataset.Unfit;
import org.ruhu.tools.dataset.UnfitCounts;

/** The cases, element by element, with a code of one byte for every eight bytes that say little. */
final class SavCases implements Spool.Reader {

    /** A code from 1 to 251 is a whole number and so much more. */
    static final double BIAS = 100;
    /** Days from 1582-10-14, where SPSS begins to count seconds, to 1970-01-01. */
    private static final long DAYS = 141_428;
    private static final long SECONDS_A_DAY = 86_400;

    private static final int GREATEST = 251;
    private static final int END = 252;
    private static final int AS_IT_IS = 253;
    private static final int BLANKS = 254;
    private static final int MISSING = 255;
    private static final int PIECE = SavColumn.LONGEST_PIECE;
    private static final byte[] EIGHT_BLANKS = SavOut.raw(new byte[0]);

    private final List<SavColumn> columns;
    private final SavOut out;
    private final UnfitCounts unfit;
    private final byte[] codes = new byte[8];
    private final ByteArrayOutputStream values = new ByteArrayOutputStream(64);
    private int count;

    /** @param unfit counts the texts that are cut */
    SavCases(List<SavColumn> columns, SavOut out, UnfitCounts unfit) {
        this.unfit = unfit;
        this.columns = columns;
        this.out = out;
    }

    @Override
    public void number(int column, double value) throws IOException {
        Storage storage = columns.get(column).coding().storage();
        number(storage == Storage.DATE ? (value + DAYS) * SECONDS_A_DAY
                : storage == Storage.TIME ? value / 1000 + DAYS * SECONDS_A_DAY : value);
    }

    private void number(double value) throws IOException {
        double code = value + BIAS;
        if (value == Math.rint(value) && code >= 1 && code <= GREATEST && !(value == 0 && 1 / value < 0)) {
            code((int) code);
        } else {
            as(SavOut.raw(value));
        }
    }

    @Override
    public void text(int column, byte[] utf8) throws IOException {
        SavColumn kept = columns.get(column);
        int length = Cut.fitting(utf8, kept.width());
        if (length < utf8.length) {
            unfit.count(column, Unfit.Why.CUT);
        }
        int from = 0;
        for (int piece = 0; piece < kept.pieces(); piece++) {
            int bytes = kept.pieces() == 1 ? kept.width() : PIECE;
            int to = Math.min(length, from + bytes);
            elements(utf8, Math.min(from, to), to, kept.elements(piece));
            from += bytes;
        }
    }

    private void elements(byte[] text, int from, int to, int elements) throws IOException {
        for (int i = 0; i < elements; i++) {
            int begin = Math.min(to, from + i * 8);
            byte[] eight = SavOut.raw(Arrays.copyOfRange(text, begin, Math.min(to, begin + 8)));
            if (Arrays.equals(eight, EIGHT_BLANKS)) {
                code(BLANKS);
            } else {
                as(eight);
            }
        }
    }

    @Override
    public void gap(int column, Gap gap) throws IOException {
        SavColumn kept = columns.get(column);
        if (kept.text()) {
            text(column, new byte[0]);
        } else if (kept.gaps().containsKey(gap)) {
            number(kept.gaps().get(gap));
        } else {
            code(MISSING);
        }
    }

    private void as(byte[] eight) throws IOException {
        values.write(eight);
        code(AS_IT_IS);
    }

    private void code(int code) throws IOException {
        codes[count++] = (byte) code;
        if (count == codes.length) {
            flush();
        }
    }

    private void flush() throws IOException {
        out.bytes(codes);
        out.bytes(values.toByteArray());
        values.reset();
        Arrays.fill(codes, (byte) 0);
        count = 0;
    }

    void finish() throws IOException {
        code(END);
        if (count > 0) {
            flush();
        }
    }
}
