package org.ruhu.tools.link.benchmark;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Shape;
import org.ruhu.tools.link.settings.SettingsReader;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.RecordsBuilder;
import org.ruhu.tools.link.table.Table;
import org.ruhu.tools.link.table.TableFile;
import org.ruhu.tools.link.table.TableOptions;
import org.ruhu.tools.link.train.Shares;

/**
 * The same records, rules, comparisons and weights for the engine and, as SQL written by hand, for DuckDB: a join for each
 * rule that leaves out what an earlier rule finds, each similarity worked out once and only for values that differ.
 */
final class Race {

    private static final String[] KEYS = {
        "l.id_no = r.id_no",
        "l.phone = r.phone",
        "l.village = r.village AND l.year = r.year",
        "l.given = r.given AND l.second = r.second",
        "l.given = r.given AND l.month = r.month",
        "l.second = r.second AND l.month = r.month",
        "l.village = r.village AND l.given = r.given"};

    private Race() {}

    static Settings settings() throws IOException {
        try (InputStream json = Race.class.getResourceAsStream("/link/race.json")) {
            return SettingsReader.read(SettingsReader.json(new String(json.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }

    static Records records(Settings settings, Path csv) throws IOException {
        RecordsBuilder builder = read(settings, csv);
        return builder.records();
    }

    static RecordsBuilder read(Settings settings, Path csv) throws IOException {
        RecordsBuilder builder = new RecordsBuilder(settings, List.of("person"));
        List<String> wanted = new ArrayList<>(builder.sources());
        wanted.add("rec_id");
        try (Table table = new TableFile("the crowd", TableOptions.USUAL).open(csv)) {
            table.read(wanted, (line, id, values) ->
                    builder.add(values[values.length - 1], Arrays.copyOf(values, values.length - 1)));
        }
        return builder;
    }

    /** With numbers made up, but the true frequencies of names. */
    static Model model(Settings settings, Records records) {
        List<List<Chance>> chances = IntStream.range(0, settings.comparisons().size()).mapToObj(c -> {
            int levels = settings.comparisons().get(c).otherwise();
            return IntStream.rangeClosed(1, levels).mapToObj(level -> new Chance(0.83 / (level * level + 0.01 * c),
                    Math.pow(0.0031 + 0.001 * c, 1 - (level - 1.0) / levels), "made up", "made up")).toList();
        }).toList();
        Map<String, Frequencies> frequencies = new HashMap<>();
        List.of("given", "second").forEach(column -> frequencies.put(column, Shares.of(records.column(column))));
        return new Model(settings, 1e-6, chances, frequencies, new Cuts(5, 0, 2), List.of());
    }

    static Connection open(int threads) throws SQLException {
        Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        execute(connection, "SET threads = " + threads);
        return connection;
    }

    static void load(Connection connection, Path csv, Model model) throws SQLException {
        for (String column : List.of("given", "second")) {
            execute(connection, "CREATE TABLE " + column + "_shares (value VARCHAR, share DOUBLE)");
            try (PreparedStatement insert = connection.prepareStatement("INSERT INTO " + column + "_shares VALUES (?, ?)")) {
                for (Map.Entry<String, Double> share : model.frequencies().get(column).shares().entrySet()) {
                    insert.setString(1, share.getKey());
                    insert.setDouble(2, share.getValue());
                    insert.execute();
                }
            }
        }
        execute(connection, "CREATE TABLE p AS SELECT i, given, second, sex, born, CAST(born AS DATE) AS born_date, village,"
                + " phone, id_no, born[1:7] AS month, born[1:4] AS year, coalesce(g.share, " + rest(model, "given")
                + ") AS given_share, coalesce(s.share, " + rest(model, "second") + ") AS second_share"
                + " FROM (SELECT row_number() OVER () - 1 AS i, * FROM read_csv('" + csv + "', all_varchar = true)) AS rows"
                + " LEFT JOIN given_shares g ON g.value = given LEFT JOIN second_shares s ON s.value = second ORDER BY i");
    }

    private static double rest(Model model, String column) {
        return model.frequencies().get(column).rest();
    }

    /** Makes the table {@code scored}: left, right, rule, pattern, weight. */
    static void score(Connection connection, Model model, double keep) throws SQLException {
        String likeness = alike("given") + ", " + alike("second") + ", l.born AS lb, r.born AS rb,"
                + " l.born_date AS ld, r.born_date AS rd, " + level("sex", "") + ", " + level("village", "") + ", "
                + level("phone", "WHEN levenshtein(l.phone, r.phone) <= 1 THEN 2") + ", "
                + level("id_no", "WHEN jaro_winkler_similarity(l.id_no, r.id_no) >= 0.95 THEN 2") + ","
                + " greatest(l.given_share, r.given_share) AS given_share,"
                + " greatest(l.second_share, r.second_share) AS second_share";
        String found = IntStream.range(0, KEYS.length).mapToObj(rule -> "SELECT l.i AS a, r.i AS b, " + rule + " AS rule, "
                + likeness + " FROM p l JOIN p r ON " + KEYS[rule] + " AND l.i < r.i" + IntStream.range(0, rule)
                        .mapToObj(earlier -> " AND (" + KEYS[earlier] + ") IS NOT TRUE").collect(Collectors.joining()))
                .collect(Collectors.joining(" UNION ALL "));
        String levels = "SELECT a, b, rule, " + ladder("given") + ", " + ladder("second") + ", CASE WHEN lb IS NULL OR rb IS NULL"
                + " THEN 0 WHEN lb = rb THEN 1 WHEN damerau_levenshtein(lb, rb) <= 1 THEN 2 WHEN abs(ld - rd) <= 31 THEN 3"
                + " ELSE 4 END AS c2, sex_c AS c3, village_c AS c4, phone_c AS c5, id_no_c AS c6, given_share, second_share"
                + " FROM (" + found + ")";
        String sql = "CREATE OR REPLACE TABLE scored AS SELECT a, b, rule, " + pattern(model) + " AS pattern, "
                + weight(model) + " AS weight FROM (" + levels + ") WHERE weight >= " + keep;
        execute(connection, sql);
    }

    private static String alike(String column) {
        return ("CASE WHEN l.%1$s IS NULL OR r.%1$s IS NULL THEN -1 WHEN l.%1$s = r.%1$s THEN 2"
                + " ELSE jaro_winkler_similarity(l.%1$s, r.%1$s) END AS %1$s_alike").formatted(column);
    }

    private static String ladder(String column) {
        return ("CASE WHEN %1$s_alike < 0 THEN 0 WHEN %1$s_alike = 2 THEN 1 WHEN %1$s_alike >= 0.92 THEN 2"
                + " WHEN %1$s_alike >= 0.8 THEN 3 ELSE 4 END AS c%2$d").formatted(column, column.equals("given") ? 0 : 1);
    }

    private static String level(String column, String second) {
        return ("CASE WHEN l.%1$s IS NULL OR r.%1$s IS NULL THEN 0 WHEN l.%1$s = r.%1$s THEN 1 %2$s ELSE %3$d END AS %1$s_c")
                .formatted(column, second, second.isEmpty() ? 2 : 3);
    }

    private static String pattern(Model model) {
        Shape shape = new Shape(model.settings().comparisons());
        return IntStream.range(0, shape.comparisons()).mapToObj(c -> "c" + c + " * " + shape.stride(c))
                .collect(Collectors.joining(" + "));
    }

    private static String weight(Model model) {
        List<Comparison> comparisons = model.settings().comparisons();
        String levels = IntStream.range(0, comparisons.size()).mapToObj(c -> "CASE c" + c + " WHEN 0 THEN 0 "
                + IntStream.rangeClosed(1, comparisons.get(c).otherwise())
                        .mapToObj(level -> "WHEN " + level + " THEN " + number(model.weight(c, level)))
                        .collect(Collectors.joining(" ")) + " END").collect(Collectors.joining(" + "));
        return number(model.priorWeight()) + " + " + levels + term(model, "given", 0) + term(model, "second", 1);
    }

    private static String term(Model model, String column, int comparison) {
        return " + CASE WHEN c%d = 1 THEN log2(%s / %s_share) ELSE 0 END".formatted(comparison,
                number(model.frequencies().get(column).agree()), column);
    }

    private static String number(double value) {
        return "CAST('" + value + "' AS DOUBLE)";
    }

    static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
