package org.ruhu.tools.dataset;

import java.io.IOException;
import org.ruhu.tools.lines.Revision;

/** The tables of a dataset being written. Only {@link #finish} makes them whole. */
public sealed interface Tables extends AutoCloseable permits TableFiles, ZippedTables {

    void add(Revision revision);

    /** Rows written so far to all tables, headers not counted. */
    long rows();

    void finish() throws IOException;

    @Override
    void close() throws IOException;
}
