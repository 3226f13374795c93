package org.ruhu.tools.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;

/** A format of lines that can hold any table, the codebook too. */
public sealed interface TextFormat extends SheetFormat, CodeWords permits CsvFormat, NdjsonFormat {

    /** A file of lines being written. */
    interface Lines extends Sheet {

        /** @param cells one for every column; not kept */
        void line(List<JsonNode> cells) throws IOException;

        @Override
        default void row(Row row) throws IOException {
            line(row.cells());
        }
    }

    /** @param out is closed with the lines */
    Lines open(List<String> columns, OutputStream out) throws IOException;

    @Override
    default Sheet open(Table table, OutputStream out) throws IOException {
        return open(table.variables().stream().map(Variable::name).toList(), out);
    }

    @Override
    default TextFormat codebook() {
        return this;
    }
}
