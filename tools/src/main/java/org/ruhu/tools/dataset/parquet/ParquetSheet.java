package org.ruhu.tools.dataset.parquet;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.bytes.BytesUtils;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnWriteStore;
import org.apache.parquet.column.ParquetProperties;
import org.apache.parquet.format.RowGroup;
import org.ruhu.tools.dataset.Coding;
import org.ruhu.tools.dataset.Row;
import org.ruhu.tools.dataset.SheetFormat;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Unfit;
import org.ruhu.tools.dataset.UnfitCounts;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;

/**
 * A file being written, by one thread at a time. Rows gather by column until they take so much memory that they are
 * written as a row group; the columns' encodings are those of parquet-java, which brings no writer of files that does
 * without Hadoop.
 */
final class ParquetSheet implements SheetFormat.Sheet {

    private static final byte[] MAGIC = {'P', 'A', 'R', '1'};
    private static final long MOST_BYTES = 16 << 20;
    private static final int BETWEEN_CHECKS = 1_000;
    /** Rows that are put into the columns together: column by column the memory that is needed is near. */
    private static final int TOGETHER = 100;
    /** Bounds are kept by {@link Column}, which sees fewer texts than there are. */
    private static final ParquetProperties PROPERTIES = ParquetProperties.builder().withDictionaryPageSize(1 << 18)
            .withPageSize(1 << 18).withSizeStatisticsEnabled(false).withStatisticsEnabled(false).build();

    private final Table table;
    private final String extension;
    private final Counting out;
    private final Schema schema;
    private final ValueType[] types;
    private final Coding[] codings;
    private final UnfitCounts unfit;
    private final List<RowGroup> groups = new ArrayList<>();
    /** The cells of rows that are not yet in the columns. */
    private final List<List<JsonNode>> waiting = new ArrayList<>(TOGETHER);
    private Chunks chunks;
    private ColumnWriteStore store;
    private List<Column> columns;
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
        List<ColumnDescriptor> described = schema.message().getColumns();
        columns = new ArrayList<>(described.size());
        for (int i = 0; i < described.size(); i++) {
            int number = i;
            columns.add(new Column(types[i], codings[i], store.getColumnWriter(described.get(i)),
                    chunks.chunk(described.get(i)).statistics(), why -> count(number, why)));
        }
        rowsOfGroup = 0;
    }

    private synchronized void count(int column, Unfit.Why why) {
        unfit.count(column, why);
    }

    @Override
    public void row(Row row) throws IOException {
        waiting.add(row.kept().cells());
        rows++;
        rowsOfGroup++;
        if (waiting.size() == TOGETHER) {
            put();
        }
        if (rowsOfGroup % BETWEEN_CHECKS == 0 && store.getBufferedSize() + chunks.bytes() > MOST_BYTES) {
            end();
            begin();
        }
    }

    /** Columns know nothing of each other, so every core may take some. */
    private void put() {
        IntStream.range(0, columns.size()).parallel().forEach(i -> columns.get(i).write(waiting, i));
        for (int i = 0; i < waiting.size(); i++) {
            store.endRecord();
        }
        waiting.clear();
    }

    private void end() throws IOException {
        put();
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
