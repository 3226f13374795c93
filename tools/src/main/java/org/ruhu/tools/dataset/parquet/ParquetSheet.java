package org.ruhu.tools.dataset.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ColumnWriter;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.io.api.Binary;
import org.ruhu.tools.dataset.Cell;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Row;
import org.ruhu.tools.dataset.SheetFormat;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Unfit;
import org.ruhu.tools.dataset.UnfitCounts;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;

/**
 * A file being written. Rows gather by column until they take so much memory that they are written as a row group; the
 * columns' encodings are those of parquet-java, which brings no writer of files that does without Hadoop.
 */
final class ParquetSheet implements SheetFormat.Sheet {

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final long MOST_BYTES = 16 << 20;
    private static final int BETWEEN_CHECKS = 1_000;
    /** No double beyond it is a whole number for sure. */
    private static final double MOST_WHOLE = 1L << 53;
    private static final int MOST_DIGITS = 15;
    private static final ParquetProperties PROPERTIES = ParquetProperties.builder().withDictionaryPageSize(1 << 18)
            .withPageSize(1 << 18).withSizeStatisticsEnabled(false).build();

    private final Table table;
    private final String extension;
    private final Counting out;
    private final Schema schema;
    private final ValueType[] types;
    private final Coding[] codings;
    private final UnfitCounts unfit;
    private final List<RowGroup> groups = new ArrayList<>();
    private Chunks chunks;
    private ColumnWriteStore store;
    private ColumnWriter[] writers;
    private long rows;
    private long rowsOfGroup;

    ParquetSheet(Table table, String extension, OutputStream out) throws IOException {
        this.table = table;
        this.extension = extension;
        this.out = new Counting(out);
        this.schema = new Schema(table);
        this.types = table.variables().stream().map(Variable::type).toArray(ValueType[]::new);
        this.codings = table.variables().stream().map(Coding::of).toArray(Coding[]::new);
        this.unfit = new UnfitCounts(table.variables().stream().map(Variable::name).toList());
        this.out.write(MAGIC);
        begin();
    }

    private void begin() {
        chunks = new Chunks();
        store = PROPERTIES.newColumnWriteStore(schema.message(), chunks);
        writers = schema.message().getColumns().stream().map(store::getColumnWriter).toArray(ColumnWriter[]::new);
        rowsOfGroup = 0;
    }

    @Override
    public void row(Row row) throws IOException {
        List<JsonNode> cells = row.cells();
        for (int i = 0; i < writers.length; i++) {
            JsonNode value = cells.get(i);
            if (value.isMissingNode() || value.isNull()) {
                writers[i].writeNull(0, 0);
            } else {
                value(i, value);
            }
        }
        store.endRecord();
        rows++;
        rowsOfGroup++;
        if (rowsOfGroup % BETWEEN_CHECKS == 0 && store.getBufferedSize() + chunks.bytes() > MOST_BYTES) {
            end();
            begin();
        }
    }

    private void value(int column, JsonNode value) {
        ColumnWriter writer = writers[column];
        switch (types[column]) {
            case TEXT, CODE, CODES -> writer.write(Binary.fromConstantByteArray(
                    Cell.plain(value).getBytes(StandardCharsets.UTF_8)), 0, 1);
            case BOOLEAN -> truth(column, value);
            case INTEGER -> whole(column, value);
            case NUMBER -> number(column, value);
            case DATE -> coded(column, value).ifPresent(day -> writer.write((int) day, 0, 1));
            case DATETIME -> coded(column, value).ifPresent(moment -> writer.write((long) moment, 0, 1));
        }
    }

    private void truth(int column, JsonNode value) {
        if (value.isBoolean()) {
            writers[column].write(value.booleanValue(), 0, 1);
        } else {
            left(column);
        }
    }

    private void whole(int column, JsonNode value) {
        if (value.isIntegralNumber() && value.canConvertToLong()) {
            writers[column].write(value.longValue(), 0, 1);
        } else if (value.isNumber() && Math.abs(value.doubleValue()) <= MOST_WHOLE
                && value.doubleValue() == Math.rint(value.doubleValue())) {
            writers[column].write((long) value.doubleValue(), 0, 1);
        } else {
            left(column);
        }
    }

    private void number(int column, JsonNode value) {
        coded(column, value).ifPresent(number -> {
            writers[column].write(number, 0, 1);
            if (!value.isInt() && value.decimalValue().stripTrailingZeros().precision() > MOST_DIGITS) {
                unfit.count(column, Unfit.Why.ROUNDED);
            }
        });
    }

    private OptionalDouble coded(int column, JsonNode value) {
        OptionalDouble number = codings[column].number(value);
        if (number.isEmpty()) {
            left(column);
        }
        return number;
    }

    /** A value that is none of its column's type. */
    private void left(int column) {
        writers[column].writeNull(0, 0);
        unfit.count(column, Unfit.Why.NOT_ITS_TYPE);
    }

    private void end() throws IOException {
        store.flush();
        store.close();
        if (rowsOfGroup > 0) {
            List<ColumnDescriptor> columns = schema.message().getColumns();
            groups.add(chunks.write(columns, rowsOfGroup, groups.size(), out.written, out));
        }
    }

    @Override
    public List<Unfit> unfit() {
        return unfit.in(table.name() + "." + extension);
    }

    @Override
    public void close() throws IOException {
        try (out) {
            end();
            long before = out.written;
            schema.footer(groups, rows, out);
            BytesUtils.writeIntLittleEndian(out, Math.toIntExact(out.written - before));
            out.write(MAGIC);
        }
    }

    /** Knows how far it is. */
    private static final class Counting extends FilterOutputStream {

        private long written;

        Counting(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int one) throws IOException {
            out.write(one);
            written++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
            written += length;
        }
    }
}
