package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Rows put aside for formats that have to know all of a table before they can write its beginning: how many rows, how
 * long the longest text. They wait in a temporary file, which only its owner may read and which goes with the spool.
 */
public final class Spool implements AutoCloseable {

    private static final int TEXT = 4;
    private static final int NUMBER = 5;
    /** What Stata takes for missing; SPSS keeps the greatest double and the least for itself. */
    private static final double TOO_MUCH = 0x1p1023;
    private static final int BUFFER = 1 << 16;
    private static final Gap[] GAPS = Gap.values();

    /** Takes rows back, cell by cell in the order of the columns. */
    public interface Reader {

        void number(int column, double value) throws IOException;

        /** @param utf8 belongs to the reader */
        void text(int column, byte[] utf8) throws IOException;

        void gap(int column, Gap gap) throws IOException;
    }

    /** Writes a file from the rows that were put aside. */
    public interface Writing {
        void write(Spool spool, OutputStream out) throws IOException;
    }

    private final List<Coding> codings;
    private final Path file;
    private final DataOutputStream out;
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    private final int[] longest;
    private final double[] least;
    private final double[] most;
    private final int[] decimals;
    private final long[] texts;
    private final long[] bytes;
    private final UnfitCounts unfit;
    private final String name;
    private long rows;

    public Spool(Table table, Scratch scratch) throws IOException {
        this.name = table.name();
        this.unfit = new UnfitCounts(table.variables().stream().map(Variable::name).toList());
        this.codings = table.variables().stream().map(Coding::of).toList();
        this.file = scratch.file(".rows");
        this.out = new DataOutputStream(new BufferedOutputStream(
                new DeflaterOutputStream(Files.newOutputStream(file), deflater, BUFFER), BUFFER));
        this.longest = new int[codings.size()];
        this.least = new double[codings.size()];
        this.most = new double[codings.size()];
        this.decimals = new int[codings.size()];
        this.texts = new long[codings.size()];
        this.bytes = new long[codings.size()];
    }

    /**
     * A file of one table that is written when it is closed, from all its rows.
     *
     * @param extension of the file
     */
    public static SheetFormat.Sheet sheet(Table table, String extension, Scratch scratch, OutputStream out,
                                          Writing writing) throws IOException {
        Spool spool = new Spool(table, scratch);
        return new SheetFormat.Sheet() {
            @Override
            public void row(Row row) throws IOException {
                spool.row(row);
            }

            @Override
            public SheetFormat.Apart apart() {
                return new KeptApart(this, true);
            }

            @Override
            public List<Unfit> unfit() {
                return spool.unfit.in(spool.name + "." + extension);
            }

            @Override
            public void close() throws IOException {
                try (spool; out) {
                    writing.write(spool, out);
                }
            }
        };
    }

    /** How each column is kept. */
    public List<Coding> codings() {
        return codings;
    }

    public void row(Row row) throws IOException {
        List<JsonNode> cells = row.cells();
        for (int i = 0; i < codings.size(); i++) {
            cell(row, i, cells.get(i));
        }
        rows++;
    }

    private void cell(Row row, int column, JsonNode value) throws IOException {
        if (value.isMissingNode() || value.isNull()) {
            out.writeByte(row.gap(column).ordinal());
        } else if (codings.get(column).text()) {
            text(column, Cell.plain(value).getBytes(StandardCharsets.UTF_8));
        } else {
            number(column, codings.get(column).number(value));
            if (value.isNumber() && Cell.rounded(value)) {
                unfit.count(column, Unfit.Why.ROUNDED);
            }
        }
    }

    private void text(int column, byte[] utf8) throws IOException {
        longest[column] = Math.max(longest[column], utf8.length);
        texts[column] += utf8.length == 0 ? 0 : 1;
        bytes[column] += utf8.length;
        out.writeByte(TEXT);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private void number(int column, OptionalDouble value) throws IOException {
        if (value.isEmpty() || Math.abs(value.getAsDouble()) >= TOO_MUCH) {
            unfit.count(column, Unfit.Why.NOT_ITS_TYPE);
            out.writeByte(Gap.NOT_STATED.ordinal());
            return;
        }
        double number = value.getAsDouble();
        least[column] = Math.min(least[column], number);
        most[column] = Math.max(most[column], number);
        if (number != Math.rint(number)) {
            decimals[column] = Math.max(decimals[column], BigDecimal.valueOf(number).scale());
        }
        out.writeByte(NUMBER);
        out.writeDouble(number);
    }

    public long rows() {
        return rows;
    }

    /** Values that did not fit their column, text in a number's, are counted and read back as not stated. */
    public UnfitCounts unfit() {
        return unfit;
    }

    /** Bytes of the longest text of a column in UTF-8. */
    public int longest(int column) {
        return longest[column];
    }

    /** How many texts of a column are not empty. */
    public long texts(int column) {
        return texts[column];
    }

    /** Bytes of all texts of a column. */
    public long bytes(int column) {
        return bytes[column];
    }

    /** The least number of a column, 0 if all are greater. */
    public double least(int column) {
        return least[column];
    }

    /** The greatest number of a column, 0 if all are less. */
    public double most(int column) {
        return most[column];
    }

    /** The most digits that any number of a column has behind its point, in its shortest form. */
    public int decimals(int column) {
        return decimals[column];
    }

    /** Reads all rows back, as often as wanted; no row may be added any more. */
    public void each(Reader reader) throws IOException {
        out.close();
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(
                new InflaterInputStream(Files.newInputStream(file)), BUFFER))) {
            for (long row = 0; row < rows; row++) {
                for (int column = 0; column < codings.size(); column++) {
                    cell(in, column, reader);
                }
            }
        }
    }

    private static void cell(DataInputStream in, int column, Reader reader) throws IOException {
        int sort = in.readByte();
        switch (sort) {
            case TEXT -> reader.text(column, in.readNBytes(in.readInt()));
            case NUMBER -> reader.number(column, in.readDouble());
            default -> reader.gap(column, GAPS[sort]);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            deflater.end();
            Files.deleteIfExists(file);
        }
    }
}
