package org.ruhu.tools.disclosure;

import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.disclosure.Planned.Use;

/**
 * People, a row each, as columns of codes.
 *
 * @param household number of the household of each row, from 0
 * @param order     a number for each row that looks like chance and sorts the released file
 * @param weight    of each row: how many people of the population it stands for
 * @param person    a number that is the same for the same person whatever the settings
 */
record Microdata(List<Column> columns, int[] household, long[] order, double[] weight, long[] person) {

    int rows() {
        return household.length;
    }

    List<Column> columns(Use use) {
        return columns.stream().filter(column -> column.planned().use() == use).toList();
    }

    /** The codes of the keys. */
    int[][] keys() {
        return columns(Use.KEY).stream().map(Column::codes).toArray(int[][]::new);
    }

    /** Some rows only, in their order. */
    Microdata of(int[] rows) {
        return new Microdata(columns.stream().map(column -> column.of(rows)).toList(),
                Arrays.stream(rows).map(row -> household[row]).toArray(),
                Arrays.stream(rows).mapToLong(row -> order[row]).toArray(),
                Arrays.stream(rows).mapToDouble(row -> weight[row]).toArray(),
                Arrays.stream(rows).mapToLong(row -> person[row]).toArray());
    }

    /** Whether every household has one value, so that each of its members tells it. */
    boolean shared(Column column) {
        int[] code = new int[Arrays.stream(household).max().orElse(-1) + 1];
        Arrays.fill(code, Integer.MIN_VALUE);
        for (int row = 0; row < rows(); row++) {
            if (code[household[row]] != Integer.MIN_VALUE && code[household[row]] != column.code(row)) {
                return false;
            }
            code[household[row]] = column.code(row);
        }
        return true;
    }

    /** Number of households that have a row. */
    int households() {
        return (int) Arrays.stream(household).distinct().count();
    }
}
