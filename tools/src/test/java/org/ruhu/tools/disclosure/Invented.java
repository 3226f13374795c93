package org.ruhu.tools.disclosure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Small files of people for tests. */
final class Invented {

    private Invented() {}

    /** Settings in JSON with apostrophes for quotes. */
    static Settings settings(String json) throws IOException {
        return Settings.read(new ByteArrayInputStream(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
    }

    /** @param rows cells with blanks between, the household in front; {@code _} is an empty cell */
    static Microdata people(Settings settings, List<String> rows) {
        return taken(settings, rows).microdata();
    }

    static People taken(Settings settings, List<String> rows) {
        People people = new People(settings);
        for (String row : rows) {
            List<String> cells = List.of(row.split(" ")).stream().map(cell -> cell.equals("_") ? "" : cell).toList();
            people.add(cells.get(0), cells.subList(1, cells.size()));
        }
        return people;
    }

    /** Tables from settings in JSON with apostrophes for quotes. */
    static TablePlan.Several tables(String json) throws IOException {
        return TablePlan.Several.read(new ByteArrayInputStream(json.replace('\'', '"')
                .getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * A tally of rows for the tables of people.
     *
     * @param rows cells in the order of the columns' names, the household in front
     */
    static Tally tally(TablePlan.Several several, List<String> rows) {
        Tally tally = new Tally(several, true);
        for (String row : rows) {
            List<String> cells = List.of(row.split(" "));
            tally.add(cells.get(0), cells.subList(1, cells.size()));
        }
        return tally;
    }

    /** Rows for a table of two dimensions, everybody a household of their own. */
    static List<String> rows(int[][] counts) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            for (int j = 0; j < counts[i].length; j++) {
                for (int n = 0; n < counts[i][j]; n++) {
                    rows.add(rows.size() + " " + (char) ('a' + i) + " " + (char) ('p' + j));
                }
            }
        }
        return rows;
    }

    /** The words of a row. */
    static String row(Microdata data, int row) {
        return String.join(" ", data.columns().stream().map(column -> column.word(row)).toList());
    }

    static List<String> rows(Microdata data) {
        return IntStream.range(0, data.rows()).mapToObj(row -> row(data, row)).toList();
    }
}
