package org.ruhu.tools.link.table;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Records as they lie in a file, whatever its format; read once, from front to back. */
public sealed interface Table extends AutoCloseable permits CsvTable, NdjsonTable, SubmissionsTable, ParquetTable {

    /** Takes what is read. */
    @FunctionalInterface
    interface Rows {

        /**
         * @param line   where the record begins, from 1, as an editor numbers lines; of a Parquet file its row
         * @param id     what the format itself calls the record, else empty
         * @param values in the order of the columns wanted, blanks around them dropped; empty is missing
         */
        void row(long line, String id, String[] values);
    }

    /** Takes what is read without making texts of it. */
    @FunctionalInterface
    interface Taker {

        /** As {@link Rows#row}; the fields are used again for the next record. */
        void take(long line, String id, Fields values);
    }

    /** What the columns are called; empty where only the last record tells. */
    Optional<List<String>> columns();

    /**
     * @param wanted columns, each once
     * @throws org.ruhu.tools.CannotRun if a column is not there or lines cannot be read, after all were looked at
     */
    void scan(List<String> wanted, Taker taker) throws IOException;

    /** The same with a text for each value. */
    default void read(List<String> wanted, Rows rows) throws IOException {
        scan(wanted, (line, id, values) -> rows.row(line, id, values.texts()));
    }

    /** Whether these are interviews of ours, a record for each person in them. */
    default boolean interviews() {
        return this instanceof SubmissionsTable;
    }

    /** What of the file is not in the records as it stands there, in sentences for people; complete after reading. */
    List<String> remarks();

    /** Lines that were left out. */
    long leftOut();

    @Override
    void close() throws IOException;
}
