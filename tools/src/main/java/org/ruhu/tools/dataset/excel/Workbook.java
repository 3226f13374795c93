package org.ruhu.tools.dataset.excel;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.dataset.Codebook;
import org.ruhu.tools.dataset.CsvFormat;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.OneFile;
import org.ruhu.tools.dataset.Row;
import org.ruhu.tools.dataset.Scratch;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Unfit;
import org.ruhu.tools.dataset.Variable;

/** A workbook being written: the sheets grow in temporary files side by side. */
final class Workbook extends OneFile {

    private final OutputStream out;
    private final SheetNames names = new SheetNames();
    private final Map<Table, Sheet> sheets = new LinkedHashMap<>();
    private final List<Sheet> others = new ArrayList<>();
    private final Scratch scratch;
    private final int mostRows;
    private int parts;

    Workbook(Dataset dataset, Mask mask, OutputStream out, Scratch scratch) throws IOException {
        this(dataset, mask, out, scratch, Sheet.MOST_ROWS);
    }

    Workbook(Dataset dataset, Mask mask, OutputStream out, Scratch scratch, int mostRows) throws IOException {
        super(dataset, mask);
        this.out = out;
        this.scratch = scratch;
        this.mostRows = mostRows;
        for (Table table : dataset.tables()) {
            sheets.put(table, sheet(table.name(), table.variables().stream().map(Variable::name).toList(),
                    new Cells(table.variables())));
        }
    }

    private Sheet sheet(String name, List<String> header, Cells cells) throws IOException {
        return new Sheet(names.free(name), header, cells, mostRows,
                () -> new Part("xl/worksheets/sheet" + ++parts + ".xml", scratch), wanted -> names.next(wanted, 2));
    }

    @Override
    protected void row(Table table, Row row) throws IOException {
        sheets.get(table).row(row.cells());
    }

    /** Adds the codebook, the lists that are too long for it, and notes on what did not fit. */
    @Override
    public void finish() throws IOException {
        Codebook codebook = new Codebook(dataset(), table -> sheets.get(table).name(), CsvFormat.PLAIN);
        codebook.variables(other(Dataset.CODEBOOK, Codebook.COLUMNS)::row);
        if (codebook.hasLists()) {
            codebook.lists(other(Dataset.LISTS, Codebook.LIST_COLUMNS)::row);
        }
        sheets.values().forEach(sheet -> note(sheet.unfit().in(sheet.name())));
        if (!unfit().isEmpty()) {
            Sheet notes = other(Unfit.NOTES, Unfit.COLUMNS);
            for (Unfit one : unfit()) {
                notes.row(one.cells());
            }
        }
        List<Sheet.Begun> all = new ArrayList<>();
        for (Sheet sheet : all()) {
            all.addAll(sheet.finished());
        }
        OpenPackage.write(all, scratch, out);
        close();
    }

    private Sheet other(String name, List<String> header) throws IOException {
        Sheet sheet = sheet(name, header, Cells.plain(header));
        others.add(sheet);
        return sheet;
    }

    private List<Sheet> all() {
        List<Sheet> all = new ArrayList<>(sheets.values());
        all.addAll(others);
        return all;
    }

    @Override
    public void close() throws IOException {
        try (out) {
            for (Sheet sheet : all()) {
                sheet.close();
            }
        }
    }
}
