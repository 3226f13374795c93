package org.ruhu.tools.dataset;

import java.io.IOException;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.lines.Revision;

/**
 * Writes the tables of a dataset side by side, a revision at a time. Only {@link #finish} makes them whole: what is
 * closed without it ended in the middle.
 */
public final class TableFiles implements Tables {

    /** Opens the file of a given name; the stream is closed with the tables. */
    @FunctionalInterface
    public interface Opener {
        OutputStream open(String file) throws IOException;
    }

    private final Dataset dataset;
    private final Format format;
    private final Opener opener;
    private final Map<Table, Format.Sheet> sheets = new LinkedHashMap<>();
    private long rows;

    public TableFiles(Dataset dataset, Format format, Opener opener) throws IOException {
        this.dataset = dataset;
        this.format = format;
        this.opener = opener;
        for (Table table : dataset.tables()) {
            sheets.put(table, open(table.name(), table.variables().stream().map(Variable::name).toList()));
        }
    }

    private Format.Sheet open(String name, List<String> columns) throws IOException {
        return format.open(columns, opener.open(name + "." + format.extension()));
    }

    @Override
    public void add(Revision revision) {
        sheets.forEach((table, sheet) -> table.rows(revision, format.mask(), cells -> {
            sheet.row(cells);
            rows++;
        }));
    }

    @Override
    public long rows() {
        return rows;
    }

    /** Closes the tables and adds the codebook, and the lists that are too long for it. */
    @Override
    public void finish() throws IOException {
        close();
        Codebook codebook = new Codebook(dataset, format);
        try (Format.Sheet sheet = open(Dataset.CODEBOOK, Codebook.COLUMNS)) {
            codebook.variables(sheet);
        }
        if (dataset.tables().stream().anyMatch(Table::refersToLists)) {
            try (Format.Sheet sheet = open(Dataset.LISTS, Codebook.LIST_COLUMNS)) {
                codebook.lists(sheet);
            }
        }
    }

    /** Closes every file, also when one of them cannot be closed. */
    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (Format.Sheet sheet : sheets.values()) {
            try {
                sheet.close();
            } catch (IOException e) {
                failed = e;
            }
        }
        sheets.clear();
        if (failed != null) {
            throw failed;
        }
    }
}
