package org.ruhu.tools;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.dataset.Cell;

/** Files for a folder that get their names together, when all of them are whole; else none stays. */
final class Whole implements AutoCloseable {

    private final Path folder;
    private final List<String> names = new ArrayList<>();

    Whole(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    private Path part(String name) {
        return folder.resolve(name + ".part");
    }

    void text(String name, String text) throws IOException {
        names.add(name);
        Files.writeString(part(name), text);
    }

    /** Takes rows of cells. */
    interface Rows {
        void row(List<String> cells);
    }

    /** Writes rows of cells. */
    interface Writing {
        void to(Rows rows) throws IOException;
    }

    /** RFC 4180 in UTF-8, cells guarded against being run by spreadsheets. */
    void csv(String name, Writing writing) throws IOException {
        names.add(name);
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF)
                .build(part(name), StandardCharsets.UTF_8)) {
            writing.to(cells -> csv.writeRecord(cells.stream().map(Cell::guarded).toList()));
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    void done() throws IOException {
        for (String name : names) {
            Files.move(part(name), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void close() throws IOException {
        for (String name : names) {
            Files.deleteIfExists(part(name));
        }
    }
}
