package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** How the rows of a table are written to a file. */
public sealed interface Format permits CsvFormat, NdjsonFormat {

    /** A file being written. */
    interface Sheet extends AutoCloseable {

        /** @param cells one for every column; not kept */
        void row(List<JsonNode> cells);

        @Override
        void close() throws IOException;
    }

    /** Ending of its files. */
    String extension();

    Mask mask();

    Sheet open(List<String> columns, OutputStream out) throws IOException;

    /** What values mean, in one cell. */
    JsonNode described(List<Option> options, List<String> versions, String language);

    /** What stands there instead when a list describes them apart. */
    JsonNode referred(String list);
}
