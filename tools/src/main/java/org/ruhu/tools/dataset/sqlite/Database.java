package org.ruhu.tools.dataset.sqlite;

import com.fasterxml.jackson.databind.node.TextNode;
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
import org.ruhu.tools.dataset.Option;
import org.ruhu.tools.dataset.Row;
import org.ruhu.tools.dataset.Scratch;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Unfit;
import org.ruhu.tools.dataset.Variable;

/** The tables of a dataset in one database, with its codebook, its lists and notes on what did not fit. */
final class Database extends OneFile {

    /** What a kind of database adds to the tables. */
    interface Kind {

        /** Opens a table; called once for each, in their order. */
        SqlTable open(SqliteFile file, Table table) throws IOException;

        /**
         * Adds what is known when all rows are there.
         *
         * @param beside names of the tables that are there beside those of the dataset
         */
        void finish(SqliteFile file, List<String> beside) throws IOException;

        /** What the format has no room for beyond {@link SqlTable}. */
        default List<Unfit> unfit() {
            return List.of();
        }
    }

    static final List<String> LIST_COLUMNS = List.of("list", "code", "label_zh", "label_en", "label_bo", "versions");

    private final OutputStream out;
    private final Kind kind;
    private final SqliteFile file;
    private final Map<Table, SqlTable> tables = new LinkedHashMap<>();

    Database(Dataset dataset, Mask mask, OutputStream out, Kind kind, Scratch scratch, String... pragmas)
            throws IOException {
        super(dataset, mask);
        this.out = out;
        this.kind = kind;
        this.file = new SqliteFile(scratch);
        file.run(pragmas);
        file.begin();
        for (Table table : dataset.tables()) {
            tables.put(table, kind.open(file, table));
        }
    }

    @Override
    protected void row(Table table, Row row) throws IOException {
        tables.get(table).row(row.cells());
    }

    @Override
    public void finish() throws IOException {
        for (SqlTable table : tables.values()) {
            table.close();
            note(table.unfit());
        }
        note(kind.unfit());
        try (TextTable codebook = new TextTable(file, Dataset.CODEBOOK, Codebook.COLUMNS)) {
            new Codebook(dataset(), Table::name, CsvFormat.PLAIN).variables(codebook::line);
        }
        lists();
        List<String> beside = new ArrayList<>(List.of(Dataset.CODEBOOK, Dataset.LISTS));
        if (!unfit().isEmpty()) {
            beside.add(Unfit.NOTES);
            try (TextTable notes = new TextTable(file, Unfit.NOTES, Unfit.COLUMNS)) {
                for (Unfit one : unfit()) {
                    notes.line(one.cells());
                }
            }
        }
        kind.finish(file, beside);
        file.end();
        file.copyTo(out);
        close();
    }

    /** Every code of every column once: of its long list, or under the names of table and column. */
    private void lists() throws IOException {
        Map<String, List<Option>> lists = new LinkedHashMap<>();
        dataset().tables().forEach(table -> table.variables().stream().filter(variable -> !variable.options().isEmpty())
                .forEach(variable -> lists.putIfAbsent(list(table, variable), variable.options())));
        try (TextTable sheet = new TextTable(file, Dataset.LISTS, LIST_COLUMNS)) {
            for (Map.Entry<String, List<Option>> list : lists.entrySet()) {
                for (Option option : list.getValue()) {
                    sheet.line(List.of(TextNode.valueOf(list.getKey()), TextNode.valueOf(option.value()),
                            TextNode.valueOf(option.label("zh")), TextNode.valueOf(option.label("en")),
                            TextNode.valueOf(option.label("bo")),
                            TextNode.valueOf(String.join(" ", option.versions()))));
                }
            }
        }
        file.run("create index " + SqliteFile.name(free(dataset(), "codelists_by_code")) + " on codelists (list, code)");
    }

    /** A name for what is no table: one that no table has. */
    static String free(Dataset dataset, String wanted) {
        String name = wanted;
        while (dataset.tables().stream().map(Table::name).anyMatch(name::equalsIgnoreCase)) {
            name += "_";
        }
        return name;
    }

    /** How the list of a column is called. */
    static String list(Table table, Variable variable) {
        return variable.list().orElse(table.name() + "." + variable.name());
    }

    @Override
    public void close() throws IOException {
        try (out; file) {
            for (SqlTable table : tables.values()) {
                table.close();
            }
        }
    }
}
