package org.ruhu.tools.dataset;

import java.io.IOException;
import org.ruhu.tools.lines.Revision;

/** The tables of a dataset being written. Only {@link #finish} makes them whole. */
public interface Tables extends AutoCloseable {

    /** @param revision of a version the dataset holds; others make no rows */
    void add(Revision revision) throws IOException;

    /** Rows written so far to all tables, headers not counted. */
    long rows();

    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
