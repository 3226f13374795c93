package org.ruhu.tools.dataset;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.ruhu.tools.lines.Revision;

/**
 * Writes the tables of a dataset side by side, a revision at a time. Only {@link #finish} makes them whole: what is
 * closed without it ended in the middle.
 */
public final class CsvTables implements Tables {

    /** Opens the file of a given name; the stream is closed with the tables. */
    @FunctionalInterface
    public interface Opener {
        OutputStream open(String file) throws IOException;
    }

    private final Dataset dataset;
    private final CsvFormat format;
    private final Opener opener;
    private final Map<Table, CsvWriter> writers = new LinkedHashMap<>();
    private long rows;

    public CsvTables(Dataset dataset, CsvFormat format, Opener opener) throws IOException {
        this.dataset = dataset;
        this.format = format;
        this.opener = opener;
        for (Table table : dataset.tables()) {
            CsvWriter writer = format.open(opener.open(table.name() + ".csv"));
            writers.put(table, writer.writeRecord(table.header()));
        }
    }

    @Override
    public void add(Revision revision) {
        writers.forEach((table, writer) -> table.rows(revision, format.mask(), cells -> {
            writer.writeRecord(cells);
            rows++;
        }));
    }

    @Override
    public long rows() {
        return rows;
    }

    /** Closes the tables and adds the codebook. */
    @Override
    public void finish() throws IOException {
        close();
        try (CsvWriter codebook = format.open(opener.open("codebook.csv"))) {
            dataset.codebook().write(codebook);
        }
    }

    /** Closes every file, also when one of them cannot be closed. */
    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (CsvWriter writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        writers.clear();
        if (failed != null) {
            throw failed;
        }
    }
}
