package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.ruhu.tools.link.table.Table;

/**
 * The first records of each input.
 *
 * @param columns whose values these are
 * @param inputs  the records of each, every one a value for each column; empty is missing
 * @param records how many there are in all, beyond the sample too
 */
record GuessSample(List<String> columns, List<List<String[]>> inputs, long records) {

    private static final int MOST = 20_000;

    static GuessSample of(List<String> columns, List<Table> tables) throws IOException {
        List<List<String[]>> inputs = new ArrayList<>();
        long[] records = new long[1];
        for (Table table : tables) {
            List<String[]> rows = new ArrayList<>();
            table.scan(columns, (line, id, values) -> {
                records[0]++;
                if (rows.size() < MOST) {
                    rows.add(values.texts());
                }
            });
            inputs.add(rows);
        }
        return new GuessSample(columns, inputs, records[0]);
    }

    /** The values of a column in all inputs. */
    List<String> values(int column) {
        return inputs.stream().flatMap(List::stream).map(row -> row[column]).toList();
    }

    /** Whether every record of an input has a value of its own there. */
    boolean names(int column) {
        return inputs.stream().allMatch(rows ->
                Portrait.of(rows.stream().map(row -> row[column]).toList()).unique());
    }
}
