package org.ruhu.tools.dataset;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Asks DuckDB about the CSV, NDJSON or Parquet files in a folder: every file is a view of its name. */
final class Duck {

    private final Path folder;
    private final List<String> files;

    Duck(Path folder, String... files) {
        this.folder = folder;
        this.files = List.of(files);
    }

    String ask(String question) throws SQLException {
        return askAll(question).get(0);
    }

    List<String> askAll(String question) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            for (String file : files) {
                String name = file.substring(0, file.indexOf('.'));
                duck.createStatement().execute("create view " + name + " as select * from " + read(file));
            }
            List<String> answers = new ArrayList<>();
            ResultSet rows = duck.createStatement().executeQuery(question);
            while (rows.next()) {
                answers.add(rows.getString(1));
            }
            return answers;
        }
    }

    /** All rows of one of the files, every value as the driver gives it. */
    List<List<Object>> rows(String file) throws SQLException {
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            ResultSet rows = duck.createStatement().executeQuery("select * from " + read(files.stream()
                    .filter(one -> one.startsWith(file + ".")).findFirst().orElseThrow()));
            List<List<Object>> all = new ArrayList<>();
            while (rows.next()) {
                List<Object> row = new ArrayList<>();
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    row.add(rows.getObject(i));
                }
                all.add(row);
            }
            return all;
        }
    }

    /** In CSV every column is text, so that nothing is guessed; NDJSON has its own types. */
    private String read(String file) {
        if (file.endsWith(".parquet")) {
            return "read_parquet('" + folder.resolve(file) + "')";
        }
        String path = "('" + folder.resolve(file) + "', ";
        return file.endsWith(".ndjson") ? "read_json" + path + "format = 'newline_delimited', sample_size = -1)"
                : "read_csv" + path + "header = true, all_varchar = true, delim = ',', quote = '\"', escape = '\"',"
                        + " new_line = '\\r\\n', nullstr = 'never', max_line_size = 8000000)";
    }
}
