package org.ruhu.tools.dataset;

import java.io.IOException;
import java.util.List;
import org.ruhu.tools.lines.Revision;

/** The tables of a dataset being written. Only {@link #finish} makes them whole. */
public interface Tables extends AutoCloseable {

    /** @param revision of a version the dataset holds; others make no rows */
    void add(Revision revision) throws IOException;

    /** What is left to do for a revision once its rows were made. */
    @FunctionalInterface
    interface Ready {
        void write() throws IOException;
    }

    /**
     * Does of {@link #add} what any thread may do at any time, and gives back the rest: to be done by one thread, in
     * the order the rows shall have.
     */
    default Ready ready(Revision revision) throws IOException {
        return () -> add(revision);
    }

    /** Rows written so far to all tables, headers not counted. */
    long rows();

    /** What the files could not keep as it was given; known when the tables are finished. */
    default List<Unfit> unfit() {
        return List.of();
    }

    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
