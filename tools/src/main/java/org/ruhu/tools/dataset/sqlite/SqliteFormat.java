package org.ruhu.tools.dataset.sqlite;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Format;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Scratch;
import org.ruhu.tools.dataset.Table;
import org.ruhu.tools.dataset.Tables;
import org.ruhu.tools.dataset.Unwritable;
import org.ruhu.tools.dataset.ValueType;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.dataset.Variable.Role;

/**
 * One SQLite database: a table for every file, keys that are unique and refer to one another, the tables
 * {@code codebook} and {@code codelists}, and for every table a view {@code ..._labelled} with labels instead of codes. Days and UTC
 * times are text in the order of time, truth is 1 and 0.
 *
 * @param language of the labels in the views: zh, en or bo
 * @param scratch  where rows wait
 */
public record SqliteFormat(String language, Scratch scratch) implements Format {

    public SqliteFormat(String language) {
        this(language, Scratch.OF_THE_SYSTEM);
    }

    @Override
    public String extension() {
        return "sqlite";
    }

    @Override
    public Tables tables(Dataset dataset, Mask mask, Opener opener) throws IOException {
        refuseTooWide(dataset, 0);
        return new Database(dataset, mask, opener.open(dataset.name() + ".sqlite"), new Keyed(dataset, language),
                scratch);
    }

    /** @param more columns than the dataset's own */
    static void refuseTooWide(Dataset dataset, int more) {
        for (Table table : dataset.tables()) {
            if (table.variables().size() + more > SqliteFile.MOST_COLUMNS) {
                throw new Unwritable(table.name() + " has " + table.variables().size() + " columns, and a table of"
                        + " SQLite " + SqliteFile.MOST_COLUMNS + " at most; take csv or parquet");
            }
        }
    }

    private record Keyed(Dataset dataset, String language) implements Database.Kind {

        @Override
        public SqlTable open(SqliteFile file, Table table) throws IOException {
            List<String> behind = new ArrayList<>();
            parent(table).ifPresent(parent -> behind.add("foreign key (" + names(outer(table)) + ") references "
                    + SqliteFile.name(parent.name()) + " (" + names(keys(parent)) + ")"));
            return new SqlTable(file, table, List.of(), 0, (insert, cells) -> { }, Keyed::type, behind);
        }

        private static String type(ValueType type) {
            return switch (type) {
                case TEXT, CODE, CODES, DATE, DATETIME -> "text";
                case INTEGER, BOOLEAN -> "integer";
                case NUMBER -> "real";
            };
        }

        /** Keys are made unique when all rows are there: sorting once is quicker than looking up every row. */
        @Override
        public void finish(SqliteFile file, List<String> beside) throws IOException {
            for (Table table : dataset.tables()) {
                file.run("create unique index " + SqliteFile.name(Database.free(dataset, table.name() + "_key")) + " on "
                        + SqliteFile.name(table.name()) + " (" + names(keys(table)) + ")", view(table));
            }
        }

        private String view(Table table) {
            return "create view " + SqliteFile.name(Database.free(dataset, table.name() + "_labelled")) + " as select\n  "
                    + table.variables().stream().map(variable -> shown(table, variable))
                            .collect(Collectors.joining(",\n  "))
                    + "\nfrom " + SqliteFile.name(table.name()) + " as answers";
        }

        /** A code that no list has stays as it is. */
        private String shown(Table table, Variable variable) {
            String column = SqliteFile.name(variable.name());
            return variable.type() != ValueType.CODE || variable.options().isEmpty() ? "answers." + column
                    : "coalesce((select label_" + language + " from codelists where list = "
                            + SqliteFile.text(Database.list(table, variable)) + " and code = answers." + column
                            + "), answers." + column + ") as " + column;
        }

        /** The columns that tell the rows of a table apart. */
        private static List<String> keys(Table table) {
            return Stream.concat(Stream.of("submission"), table.variables().stream()
                    .filter(variable -> variable.role() == Role.KEY).map(Variable::name)
                    .filter(name -> name.equals("row") || name.endsWith("_row"))).toList();
        }

        private static List<String> outer(Table table) {
            List<String> keys = keys(table);
            return keys.subList(0, keys.size() - 1);
        }

        private Optional<Table> parent(Table table) {
            return table.roster().map(roster -> {
                int cut = roster.lastIndexOf("/*/");
                Optional<String> around = cut < 0 ? Optional.empty() : Optional.of(roster.substring(0, cut));
                return dataset.tables().stream().filter(one -> one.roster().equals(around)).findFirst().orElseThrow();
            });
        }

        private static String names(List<String> columns) {
            return columns.stream().map(SqliteFile::name).collect(Collectors.joining(", "));
        }
    }
}
