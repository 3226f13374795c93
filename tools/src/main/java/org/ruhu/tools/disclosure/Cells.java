package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * A filled table.
 *
 * @param plan       what it is of
 * @param words      categories of each dimension, in order, totals not among them
 * @param values     of each cell
 * @param households that contribute to each cell; to a sum those with nothing to add do not
 * @param risky      cells that one of the rules forbids
 * @param room       how far an outsider must be kept from the value of a risky cell
 * @param negative   whether a household contributes less than nothing somewhere
 * @param unions     judges several cells together
 */
record Cells(TablePlan plan, List<List<String>> words, Cube cube, double[] values, int[] households, boolean[] risky,
             double[] room, boolean negative, Unions unions) {

    static final String TOTAL = "_T";

    /**
     * @param by        the breakdowns, a code for every row in each
     * @param household of each row
     * @param amounts   of each row; ones where rows are counted
     */
    static Cells of(TablePlan plan, List<Column> by, int[] household, double[] amounts) {
        List<List<String>> words = by.stream().map(Cells::ordered).toList();
        Cube cube = new Cube(words.stream().mapToInt(List::size).toArray());
        int[][] places = new int[by.size()][];
        for (int i = 0; i < places.length; i++) {
            List<String> order = words.get(i);
            int[] place = by.get(i).words().stream().mapToInt(order::indexOf).toArray();
            places[i] = Arrays.stream(by.get(i).codes()).map(code -> place[code]).toArray();
        }
        Cells cells = new Cells(plan, words, cube, new double[cube.cells()], new int[cube.cells()],
                new boolean[cube.cells()], new double[cube.cells()],
                Arrays.stream(amounts).anyMatch(amount -> amount < 0),
                new Unions(plan, cube, cube.cells(places, household.length), household, amounts));
        for (int totals = 0; totals < 1 << by.size(); totals++) {
            cells.fill(places, totals, household, amounts);
        }
        return cells;
    }

    /** Bands upwards, other words as they sort. */
    private static List<String> ordered(Column column) {
        TreeSet<String> seen = new TreeSet<>(column.words());
        if (column.planned().recoding() instanceof Recoding.Bands bands) {
            List<String> words = new ArrayList<>(bands.words());
            words.retainAll(seen);
            seen.removeAll(words);
            words.addAll(seen);
            return words;
        }
        return List.copyOf(seen);
    }

    /** The cells that are totals in some dimensions and no others. */
    private void fill(int[][] places, int totals, int[] household, double[] amounts) {
        int[] cells = new int[household.length];
        int[] at = new int[places.length];
        for (int row = 0; row < cells.length; row++) {
            for (int i = 0; i < at.length; i++) {
                at[i] = (totals >> i & 1) == 1 ? cube.sizes()[i] : places[i][row];
            }
            cells[row] = cube.cell(at);
            values[cells[row]] += amounts[row];
        }
        Grouping pairs = Grouping.of(new int[][] {cells, household}, cells.length);
        double[] given = new double[pairs.count()];
        for (int row = 0; row < cells.length; row++) {
            given[pairs.of(row)] += amounts[row];
        }
        int[] cellOf = new int[given.length];
        for (int pair = 0; pair < given.length; pair++) {
            cellOf[pair] = cells[pairs.first(pair)];
            households[cellOf[pair]] += plan.sum().isEmpty() || given[pair] != 0 ? 1 : 0;
        }
        judge(cellOf, given);
    }

    private void judge(int[] cellOf, double[] given) {
        Contributions contributions = new Contributions(cube.cells(), Math.max(2, plan.largest()));
        for (int pair = 0; pair < given.length; pair++) {
            contributions.add(cellOf[pair], Math.abs(given[pair]));
        }
        for (int cell : Arrays.stream(cellOf).distinct().toArray()) {
            boolean few = households[cell] > 0 && households[cell] < plan.threshold();
            double needed = plan.sum().isEmpty() ? plan.threshold()
                    : Math.max(contributions.room(cell, plan), few ? 0.15 * contributions.sum(cell) : 0);
            boolean dominated = plan.sum().isPresent() && contributions.dominated(cell, plan);
            risky[cell] = few || dominated;
            room[cell] = risky[cell] ? Math.max(needed, 1e-9) : 0;
        }
    }

    /** The word of a cell in a dimension. */
    String word(int cell, int dimension) {
        int at = cube.at(cell)[dimension];
        return cube.total(dimension, at) ? TOTAL : words.get(dimension).get(at);
    }

    /** The words of a cell. */
    List<String> words(int cell) {
        List<String> said = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            said.add(word(cell, i));
        }
        return said;
    }
}
