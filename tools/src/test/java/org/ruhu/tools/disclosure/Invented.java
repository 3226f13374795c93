package org.ruhu.tools.disclosure;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
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

    /** The words of a row. */
    static String row(Microdata data, int row) {
        return String.join(" ", data.columns().stream().map(column -> column.word(row)).toList());
    }

    static List<String> rows(Microdata data) {
        return IntStream.range(0, data.rows()).mapToObj(row -> row(data, row)).toList();
    }
}
