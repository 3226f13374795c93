package org.ruhu.tools.dataset;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.ruhu.tools.lines.Revision;

/**
 * Writes the tables of a dataset side by side, a revision at a time. Only {@link #finish} makes them whole: what is
 * closed without it ended in the middle.
 */
public final class TableFiles implements Tables {

    private final Dataset dataset;
    private final SheetFormat format;
    private final List<Table> held;
    private final Mask mask;
    private final Format.Opener opener;
    private final Map<Table, SheetFormat.Sheet> sheets = new LinkedHashMap<>();
    private final Map<Table, Predicate<Row>> keeps = new HashMap<>();
    private final List<Unfit> unfit = new ArrayList<>();
    private long rows;

    public TableFiles(Dataset dataset, SheetFormat format, Mask mask, Format.Opener opener) throws IOException {
        this.dataset = dataset;
        this.format = format;
        this.mask = mask;
        this.opener = opener;
        this.held = dataset.tables().stream().filter(format::holds).toList();
        if (held.isEmpty()) {
            Places.require(dataset, format.extension());
        }
        for (Table table : held) {
            keeps.put(table, format.keeps(table));
            sheets.put(table, format.open(table, opener.open(table.name() + "." + format.extension())));
        }
    }

    private TextFormat.Lines open(String name, List<String> columns) throws IOException {
        return format.codebook().open(columns, opener.open(name + "." + format.codebook().extension()));
    }

    @Override
    public void add(Revision revision) throws IOException {
        ready(revision).write();
    }

    @Override
    public Ready ready(Revision revision) throws IOException {
        if (!dataset.holds(revision.form())) {
            return () -> {};
        }
        Relevance relevance = dataset.relevance(revision);
        List<SheetFormat.Apart> parts = new ArrayList<>(sheets.size());
        int[] made = new int[1];
        for (Map.Entry<Table, SheetFormat.Sheet> sheet : sheets.entrySet()) {
            Started started = new Started(sheet.getValue(), parts);
            Predicate<Row> kept = keeps.get(sheet.getKey());
            sheet.getKey().rows(revision, relevance, mask, row -> {
                if (kept.test(row)) {
                    started.apart().row(row);
                    made[0]++;
                }
            });
        }
        return () -> {
            for (SheetFormat.Apart apart : parts) {
                apart.write();
            }
            rows += made[0];
        };
    }

    /** A table's part of an interview, begun with its first row: most rosters of most interviews have none. */
    private static final class Started {

        private final SheetFormat.Sheet sheet;
        private final List<SheetFormat.Apart> parts;
        private Optional<SheetFormat.Apart> apart = Optional.empty();

        Started(SheetFormat.Sheet sheet, List<SheetFormat.Apart> parts) {
            this.sheet = sheet;
            this.parts = parts;
        }

        SheetFormat.Apart apart() {
            if (apart.isEmpty()) {
                apart = Optional.of(sheet.apart());
                parts.add(apart.get());
            }
            return apart.get();
        }
    }

    @Override
    public long rows() {
        return rows;
    }

    /** Closes the tables and adds the codebook, the lists that are too long for it, and notes on what did not fit. */
    @Override
    public void finish() throws IOException {
        close();
        Codebook codebook = new Codebook(dataset, held, table -> table.name() + "." + format.extension(),
                format.codebook());
        try (TextFormat.Lines sheet = open(Dataset.CODEBOOK, Codebook.COLUMNS)) {
            codebook.variables(sheet::line);
        }
        if (codebook.hasLists()) {
            try (TextFormat.Lines sheet = open(Dataset.LISTS, Codebook.LIST_COLUMNS)) {
                codebook.lists(sheet::line);
            }
        }
        if (!unfit.isEmpty()) {
            try (TextFormat.Lines sheet = open(Unfit.NOTES, Unfit.COLUMNS)) {
                for (Unfit one : unfit) {
                    sheet.line(one.cells());
                }
            }
        }
    }

    @Override
    public List<Unfit> unfit() {
        return List.copyOf(unfit);
    }

    /** Closes every file, also when one of them cannot be closed. */
    @Override
    public void close() throws IOException {
        IOException failed = null;
        for (SheetFormat.Sheet sheet : sheets.values()) {
            try {
                sheet.close();
                unfit.addAll(sheet.unfit());
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
