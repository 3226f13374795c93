package org.ruhu.tools.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.Predicate;

/** A format with a file for each table. */
public interface SheetFormat extends Format {

    /** A file being written. It is whole when it was closed; some formats write all of it only then. */
    interface Sheet extends AutoCloseable {

        void row(Row row) throws IOException;

        /** Starts to take rows apart from all others, by any thread. */
        default Apart apart() {
            return new KeptApart(this, false);
        }

        /** What it could not keep as it was given; known when it was closed. */
        default List<Unfit> unfit() {
            return List.of();
        }

        @Override
        void close() throws IOException;
    }

    /** Some rows on their way into a file. */
    interface Apart {

        void row(Row row) throws IOException;

        /** Puts them into the file; by one thread, in the order they shall have. */
        void write() throws IOException;
    }

    /** Whether there is anything in a table for this format. */
    default boolean holds(Table table) {
        return true;
    }

    /** Which rows of a table there is anything in for this format: the others are not there for it. */
    default Predicate<Row> keeps(Table table) {
        return row -> true;
    }

    /** @param out is closed with the sheet */
    Sheet open(Table table, OutputStream out) throws IOException;

    /** What its codebook is written in. */
    default TextFormat codebook() {
        return new CsvFormat(true);
    }

    @Override
    default Tables tables(Dataset dataset, Mask mask, Opener opener) throws IOException {
        return new TableFiles(dataset, this, mask, opener);
    }
}
