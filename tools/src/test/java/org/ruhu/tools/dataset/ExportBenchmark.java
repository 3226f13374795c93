package org.ruhu.tools.dataset;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How quick {@code ruhu export} is in each format, a process of 512 MB each, and DuckDB copying the same rows from CSV
 * to Parquet. Not a test: {@code java -cp ... org.ruhu.tools.dataset.ExportBenchmark submissions.ndjson [FORMAT]...}
 */
final class ExportBenchmark {

    private static final Pattern ROWS = Pattern.compile("submissions, ([0-9]+) rows");
    private static final String LINE = "%-16s %12s %10s %12s %14s%n";

    private ExportBenchmark() {}

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        List<String> formats = args.length > 1 ? List.of(args).subList(1, args.length) : Formats.words();
        PrintStream out = System.out;
        out.printf(LINE, "format", "rows", "seconds", "rows/s", "CPU ms a row");
        long rows = 0;
        for (String format : formats) {
            Path folder = Files.createDirectories(Path.of("export-benchmark", format));
            rows = export(Path.of(args[0]), format, folder, out);
        }
        Path csv = Path.of("export-benchmark", "csv");
        if (formats.contains("csv")) {
            copy(csv, rows, out);
        }
    }

    private static long export(Path lines, String format, Path folder, PrintStream out)
            throws IOException, InterruptedException {
        Path said = folder.resolve("said.txt");
        long start = System.nanoTime();
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m", "-cp", System.getProperty("java.class.path"), "org.ruhu.tools.Ruhu", "export",
                lines.toString(), "--format", format, "--out", folder.toString())
                .redirectErrorStream(true).redirectOutput(said.toFile()).start();
        Duration busy = Duration.ZERO;
        while (!process.waitFor(50, TimeUnit.MILLISECONDS)) {
            busy = process.info().totalCpuDuration().orElse(busy);
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Matcher rows = ROWS.matcher(Files.readString(said));
        if (!rows.find()) {
            throw new IllegalStateException(format + ": " + Files.readString(said));
        }
        long count = Long.parseLong(rows.group(1));
        out.printf(LINE, format, count, "%.1f".formatted(seconds), "%,.0f".formatted(count / seconds),
                "%.4f".formatted(busy.toMillis() / (double) count));
        return count;
    }

    /** The other side has it easier: its rows are flat already. */
    private static void copy(Path csv, long rows, PrintStream out) throws SQLException {
        long start = System.nanoTime();
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:")) {
            for (String table : List.of("households", "members")) {
                duck.createStatement().execute("copy (select * from read_csv('" + csv.resolve(table + ".csv")
                        + "', all_varchar = true)) to '" + csv.resolve(table + ".duck.parquet") + "' (format parquet)");
            }
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        out.printf(LINE, "DuckDB COPY", rows, "%.1f".formatted(seconds), "%,.0f".formatted(rows / seconds), "");
    }
}
