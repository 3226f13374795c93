package org.ruhu.tools.link.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.List;
import java.util.function.ToDoubleBiFunction;
import org.junit.jupiter.api.Test;

/** DuckDB counts bytes, so these texts are ASCII. */
class DuckDbLikenessTest {

    private static final String LETTERS = "abcdeABC 012";

    @Test
    void jaroIsTheirsToTheLastBit() throws SQLException {
        same("jaro_similarity(l, r)", Texts.function(Jaro::of), names());
        same("jaro_similarity(l, r)", Texts.function(Jaro::of), Texts.random(23, 500, 200, LETTERS));
    }

    @Test
    void jaroWinklerIsTheirsToTheLastBit() throws SQLException {
        same("jaro_winkler_similarity(l, r)", Texts.function(JaroWinkler::of), names());
        same("jaro_winkler_similarity(l, r)", Texts.function(JaroWinkler::of), Texts.random(24, 500, 200, LETTERS));
    }

    @Test
    void levenshteinIsTheirs() throws SQLException {
        same("levenshtein(l, r)", Texts.function(Levenshtein::of), names());
        same("levenshtein(l, r)", Texts.function(Levenshtein::of), Texts.random(25, 300, 300, LETTERS));
    }

    @Test
    void damerauIsTheirs() throws SQLException {
        same("damerau_levenshtein(l, r)", Texts.function(Damerau::of), names());
        same("damerau_levenshtein(l, r)", Texts.function(Damerau::of), Texts.random(26, 10_000, 7, "abc"));
        same("damerau_levenshtein(l, r)", Texts.function(Damerau::of), Texts.random(27, 300, 150, LETTERS));
    }

    @Test
    void jaccardOfCharactersIsTheirs() throws SQLException {
        same("case when l = '' or r = '' then 0 else jaccard(l, r) end",
                (l, r) -> Texts.likeness((a, af, at, b, bf, bt) -> Sets.jaccard(Bag.CHARACTERS, a, af, at, b, bf, bt), l, r),
                names());
    }

    @Test
    void hammingIsTheirsForTextsOfOneLength() throws SQLException {
        same("case when length(l) = length(r) and l != '' then hamming(l, r) else -1 end",
                (l, r) -> l.length() == r.length() && !l.isEmpty() ? Texts.likeness(Runs::hamming, l, r) : -1,
                Texts.random(28, 5000, 4, "abc"));
    }

    @Test
    void turnsOfTheCalendarAreTheirDateDiff() throws SQLException {
        List<Texts.Pair> days = Texts.random(29, 3000, 4, "0123456789").stream()
                .map(pair -> new Texts.Pair(day(pair.left()), day(pair.right()))).toList();
        same("abs(date_diff('month', l::date, r::date))", (l, r) -> Days.monthTurns(epoch(l), epoch(r)), days);
        same("abs(date_diff('year', l::date, r::date))", (l, r) -> Days.yearTurns(epoch(l), epoch(r)), days);
        same("abs(date_diff('day', l::date, r::date))", (l, r) -> Days.between(epoch(l), epoch(r)), days);
    }

    private static String day(String digits) {
        return LocalDate.ofEpochDay(digits.isEmpty() ? 0 : Long.parseLong(digits) % 40_000).toString();
    }

    private static long epoch(String day) {
        return LocalDate.parse(day).toEpochDay();
    }

    private static List<Texts.Pair> names() {
        List<Texts.Pair> pairs = Texts.random(21, 20_000, 10, LETTERS);
        pairs.addAll(Texts.random(22, 5000, 40, LETTERS));
        return pairs;
    }

    private static void same(String sql, ToDoubleBiFunction<String, String> ours, List<Texts.Pair> pairs)
            throws SQLException {
        StringBuilder differences = new StringBuilder();
        try (Connection connection = DriverManager.getConnection("jdbc:duckdb:")) {
            load(connection, pairs);
            try (Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery("select l, r, " + sql + " from pairs")) {
                while (rows.next()) {
                    double mine = ours.applyAsDouble(rows.getString(1), rows.getString(2));
                    if (mine != rows.getDouble(3) && differences.length() < 2000) {
                        differences.append("'%s' '%s': theirs %s, ours %s%n".formatted(
                                rows.getString(1), rows.getString(2), rows.getDouble(3), mine));
                    }
                }
            }
        }
        assertThat(differences.toString()).isEmpty();
    }

    private static void load(Connection connection, List<Texts.Pair> pairs) throws SQLException {
        String[] left = pairs.stream().map(Texts.Pair::left).toArray(String[]::new);
        String[] right = pairs.stream().map(Texts.Pair::right).toArray(String[]::new);
        String load = "create table pairs as select unnest(?::varchar[]) as l, unnest(?::varchar[]) as r";
        try (PreparedStatement statement = connection.prepareStatement(load)) {
            statement.setArray(1, connection.createArrayOf("VARCHAR", left));
            statement.setArray(2, connection.createArrayOf("VARCHAR", right));
            statement.execute();
        }
    }
}
