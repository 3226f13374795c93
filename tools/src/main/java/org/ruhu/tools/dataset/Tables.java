package org.ruhu.tools.dataset;

import java.io.IOException;
import java.util.List;
import org.ruhu.tools.lines.Revision;

/** The tables of a dataset being written. Only {@link #finish} makes them whole. */
public interface Tables extends AutoCloseable {

    /** @param revision of a version the dataset holds; others make no rows */
    void add(Revision revision) throws IOException;

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
