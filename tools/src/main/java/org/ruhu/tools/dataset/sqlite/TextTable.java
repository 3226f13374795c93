package org.ruhu.tools.dataset.sqlite;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import org.ruhu.tools.dataset.Cell;

/** A table of texts beside those of the dataset: the codebook, the lists, the notes. */
final class TextTable implements AutoCloseable {

    private final PreparedStatement insert;

    TextTable(SqliteFile file, String name, List<String> columns) throws IOException {
        file.run("create table " + SqliteFile.name(name) + " ("
                + String.join(", ", columns.stream().map(column -> SqliteFile.name(column) + " text").toList()) + ")");
        this.insert = file.prepared("insert into " + SqliteFile.name(name) + " values ("
                + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")");
    }

    void line(List<JsonNode> cells) throws IOException {
        try {
            for (int i = 0; i < cells.size(); i++) {
                insert.setString(i + 1, Cell.plain(cells.get(i)));
            }
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        try {
            insert.close();
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}
