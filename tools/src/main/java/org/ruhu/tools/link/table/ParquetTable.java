package org.ruhu.tools.link.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.ruhu.tools.CannotRun;

/** A Parquet file, read through DuckDB; every value as the text DuckDB makes of it, dates as {@code 1990-01-31}. */
final class ParquetTable implements Table {

    private final String name;
    private final Path file;
    private final boolean ours;
    private final Connection duck;
    private final List<String> columns;

    /** @param ours whether the file is a copy that closing deletes */
    ParquetTable(String name, Path file, boolean ours) throws IOException {
        this.name = name;
        this.file = file;
        this.ours = ours;
        Properties streaming = new Properties();
        streaming.setProperty("jdbc_stream_results", "true");
        try {
            duck = DriverManager.getConnection("jdbc:duckdb:", streaming);
            columns = described();
        } catch (SQLException e) {
            throw unreadable();
        }
    }

    private List<String> described() throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = duck.createStatement()) {
            statement.execute("set threads = 1");
            statement.execute("set memory_limit = '512MB'");
            ResultSet described = statement.executeQuery("describe select * from " + source());
            while (described.next()) {
                names.add(described.getString(1));
            }
        }
        return List.copyOf(names);
    }

    private String source() {
        return "read_parquet('" + file.toString().replace("'", "''") + "', binary_as_string = true)";
    }

    @Override
    public Optional<List<String>> columns() {
        return Optional.of(columns);
    }

    @Override
    public void scan(List<String> wanted, Taker taker) {
        List<String> names = wanted.isEmpty() ? List.of("1") : new ArrayList<>();
        for (int place : Wanted.in(columns, wanted, name)) {
            names.add("cast(\"" + columns.get(place).replace("\"", "\"\"") + "\" as varchar)");
        }
        String[] values = new String[wanted.size()];
        Fields fields = new Fields(wanted.size());
        try (Statement statement = duck.createStatement();
             ResultSet found = statement.executeQuery("select " + String.join(", ", names) + " from " + source())) {
            for (long row = 1; found.next(); row++) {
                for (int i = 0; i < values.length; i++) {
                    String value = found.getString(i + 1);
                    values[i] = value == null ? "" : value.strip();
                }
                fields.fill(values);
                taker.take(row, "", fields);
            }
        } catch (SQLException e) {
            throw unreadable();
        }
    }

    private CannotRun unreadable() {
        return new CannotRun(name + " cannot be read as Parquet: it is damaged, or written in a way not known here");
    }

    @Override
    public List<String> remarks() {
        return List.of();
    }

    @Override
    public long leftOut() {
        return 0;
    }

    @Override
    public void close() throws IOException {
        try {
            duck.close();
        } catch (SQLException e) {
            throw new IOException(name + " could not be closed", e);
        } finally {
            if (ours) {
                Files.deleteIfExists(file);
            }
        }
    }
}
