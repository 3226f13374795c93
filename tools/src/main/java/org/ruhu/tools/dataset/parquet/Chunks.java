package org.ruhu.tools.dataset.parquet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.page.PageWriteStore;
import org.apache.parquet.column.page.PageWriter;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.RowGroup;

/** The columns of one row group, as pages in memory. */
final class Chunks implements PageWriteStore {

    private final Map<String, Chunk> chunks = new HashMap<>();

    @Override
    public PageWriter getPageWriter(ColumnDescriptor column) {
        return chunk(column);
    }

    Chunk chunk(ColumnDescriptor column) {
        return chunks.computeIfAbsent(column.getPath()[0], name -> new Chunk(column));
    }

    long bytes() {
        return chunks.values().stream().mapToLong(Chunk::getMemSize).sum();
    }

    /** @param at how many bytes are in front of the group */
    RowGroup write(List<ColumnDescriptor> columns, long rows, int number, long at, OutputStream out)
            throws IOException {
        List<ColumnChunk> written = new ArrayList<>(columns.size());
        long unpacked = 0;
        long place = at;
        for (ColumnDescriptor column : columns) {
            ColumnChunk chunk = chunk(column).write(place, out);
            written.add(chunk);
            unpacked += chunk.getMeta_data().getTotal_uncompressed_size();
            place += chunk.getMeta_data().getTotal_compressed_size();
        }
        return new RowGroup(written, unpacked, rows).setFile_offset(at).setTotal_compressed_size(place - at)
                .setOrdinal((short) Math.min(number, Short.MAX_VALUE));
    }

    @Override
    public void close() {
        chunks.clear();
    }
}
