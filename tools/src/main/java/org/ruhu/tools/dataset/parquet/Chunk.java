package org.ruhu.tools.dataset.parquet;

import io.airlift.compress.snappy.SnappyCompressor;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.column.statistics.SizeStatistics;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Util;

/** The pages of one column in one row group, packed. */
@SuppressWarnings("deprecation")
final class Chunk implements PageWriter {

    /** Longer texts are no help in finding rows. */
    private static final int LONGEST_BOUND = 64;

    private final ColumnDescriptor column;
    private final ByteArrayOutputStream dictionary = new ByteArrayOutputStream(0);
    private final ByteArrayOutputStream pages = new ByteArrayOutputStream(256);
    private final Set<Encoding> encodings = EnumSet.noneOf(Encoding.class);
    private final Statistics<?> statistics;
    private long values;
    private long unpacked;

    Chunk(ColumnDescriptor column) {
        this.column = column;
        this.statistics = Statistics.createStats(column.getPrimitiveType());
    }

    @Override
    public void writePage(BytesInput bytes, int count, Statistics<?> known,
                          org.apache.parquet.column.Encoding repetition, org.apache.parquet.column.Encoding definition,
                          org.apache.parquet.column.Encoding encoding) throws IOException {
        PageHeader header = new PageHeader(PageType.DATA_PAGE, 0, 0);
        header.setData_page_header(new DataPageHeader(count, named(encoding), named(definition), named(repetition)));
        page(header, bytes, pages);
        values += count;
        encodings.addAll(List.of(named(encoding), named(definition), named(repetition)));
    }

    @Override
    public void writePage(BytesInput bytes, int count, int rows, Statistics<?> known, SizeStatistics sizes,
                          org.apache.parquet.column.Encoding repetition, org.apache.parquet.column.Encoding definition,
                          org.apache.parquet.column.Encoding encoding) throws IOException {
        writePage(bytes, count, known, repetition, definition, encoding);
    }

    @Override
    public void writePage(BytesInput bytes, int count, int rows, Statistics<?> known,
                          org.apache.parquet.column.Encoding repetition, org.apache.parquet.column.Encoding definition,
                          org.apache.parquet.column.Encoding encoding) throws IOException {
        writePage(bytes, count, known, repetition, definition, encoding);
    }

    @Override
    public void writePageV2(int rows, int nulls, int count, BytesInput repetition, BytesInput definition,
                            org.apache.parquet.column.Encoding encoding, BytesInput data, Statistics<?> known) {
        throw new UnsupportedOperationException("pages are of the first kind, which every reader knows");
    }

    @Override
    public void writeDictionaryPage(DictionaryPage page) throws IOException {
        PageHeader header = new PageHeader(PageType.DICTIONARY_PAGE, 0, 0);
        header.setDictionary_page_header(new DictionaryPageHeader(page.getDictionarySize(), named(page.getEncoding())));
        page(header, page.getBytes(), dictionary);
        encodings.add(named(page.getEncoding()));
    }

    private void page(PageHeader header, BytesInput bytes, ByteArrayOutputStream to) throws IOException {
        byte[] plain = bytes.toByteArray();
        SnappyCompressor snappy = new SnappyCompressor();
        byte[] packed = new byte[snappy.maxCompressedLength(plain.length)];
        int length = snappy.compress(plain, 0, plain.length, packed, 0, packed.length);
        int before = to.size();
        Util.writePageHeader(header.setUncompressed_page_size(plain.length).setCompressed_page_size(length), to);
        unpacked += to.size() - before + plain.length;
        to.write(packed, 0, length);
    }

    /** What lies around its values and how many are missing; whoever writes the values keeps it. */
    Statistics<?> statistics() {
        return statistics;
    }

    private static Encoding named(org.apache.parquet.column.Encoding encoding) {
        return Encoding.valueOf(encoding.name());
    }

    /** @param at place of the chunk in the file */
    ColumnChunk write(long at, OutputStream out) throws IOException {
        dictionary.writeTo(out);
        pages.writeTo(out);
        ColumnMetaData data = new ColumnMetaData(
                Schema.named(column.getPrimitiveType().getPrimitiveTypeName()), new ArrayList<>(encodings),
                List.of(column.getPath()), CompressionCodec.SNAPPY, values, unpacked, getMemSize(),
                at + dictionary.size());
        if (dictionary.size() > 0) {
            data.setDictionary_page_offset(at);
        }
        data.setStatistics(bounds());
        return new ColumnChunk(0).setMeta_data(data);
    }

    private org.apache.parquet.format.Statistics bounds() {
        org.apache.parquet.format.Statistics bounds = new org.apache.parquet.format.Statistics()
                .setNull_count(statistics.getNumNulls());
        if (statistics.hasNonNullValue() && statistics.getMinBytes().length <= LONGEST_BOUND
                && statistics.getMaxBytes().length <= LONGEST_BOUND) {
            bounds.setMin_value(statistics.getMinBytes()).setMax_value(statistics.getMaxBytes());
        }
        return bounds;
    }

    @Override
    public long getMemSize() {
        return (long) dictionary.size() + pages.size();
    }

    @Override
    public long allocatedSize() {
        return getMemSize();
    }

    @Override
    public String memUsageString(String prefix) {
        return prefix + " " + getMemSize();
    }
}
