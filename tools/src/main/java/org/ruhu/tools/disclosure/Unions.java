package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Several cells of a sum taken as one. Who knows all published numbers knows what withheld cells of one line add up to,
 * so together they have to pass the rules of a cell (Daalmans, de Waal 2010, on aggregations of withheld cells): else
 * the largest household of two cells that are withheld could work out the next largest.
 */
final class Unions {

    private final TablePlan plan;
    private final Cube cube;
    private final int[] household;
    private final double[] amounts;
    private final int[] start;
    private final int[] rows;
    private final Map<List<Integer>, Boolean> judged = new HashMap<>();

    /** @param base the cell of each row that is no total */
    Unions(TablePlan plan, Cube cube, int[] base, int[] household, double[] amounts) {
        this.plan = plan;
        this.cube = cube;
        this.household = household;
        this.amounts = amounts;
        this.start = new int[cube.cells() + 1];
        for (int cell : base) {
            start[cell + 1]++;
        }
        Arrays.parallelPrefix(start, Integer::sum);
        this.rows = new int[base.length];
        int[] next = start.clone();
        for (int row = 0; row < base.length; row++) {
            rows[next[base[row]]++] = row;
        }
    }

    /** Whether the rules forbid to tell what these cells of one line add up to; a count is judged by its width. */
    boolean unsafe(List<Integer> cells) {
        return plan.sum().isPresent() && judged.computeIfAbsent(cells, this::judge);
    }

    private boolean judge(List<Integer> cells) {
        Map<Integer, Double> given = new HashMap<>();
        for (int cell : cells) {
            add(cube.at(cell), 0, given);
        }
        Contributions contributions = new Contributions(1, Math.max(2, plan.largest()));
        given.values().forEach(amount -> contributions.add(0, Math.abs(amount)));
        long households = given.values().stream().filter(amount -> amount != 0).count();
        return households > 0 && (households < plan.threshold() || contributions.dominated(0, plan));
    }

    private void add(int[] at, int dimension, Map<Integer, Double> given) {
        if (dimension == at.length) {
            int cell = cube.cell(at);
            for (int i = start[cell]; i < start[cell + 1]; i++) {
                given.merge(household[rows[i]], amounts[rows[i]], Double::sum);
            }
            return;
        }
        if (!cube.total(dimension, at[dimension])) {
            add(at, dimension + 1, given);
            return;
        }
        int[] part = at.clone();
        for (int place = 0; place < cube.sizes()[dimension]; place++) {
            part[dimension] = place;
            add(part, dimension + 1, given);
        }
    }

    /** Withheld cells of a line whose total is published; fewer than two tell nothing new. */
    static List<Integer> of(Cube.Line line, boolean[] withheld) {
        List<Integer> cells = new ArrayList<>();
        for (int cell : line.inner()) {
            if (withheld[cell] && !withheld[line.total()]) {
                cells.add(cell);
            }
        }
        return cells.size() > 1 ? cells : List.of();
    }
}
