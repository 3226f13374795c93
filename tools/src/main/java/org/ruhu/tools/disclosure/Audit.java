package org.ruhu.tools.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.linear.UnboundedSolutionException;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * What an outsider can work out of a withheld cell: the least and the most it can be, given every published number and
 * that no cell is negative (where none can be).
 */
final class Audit {

    /** More withheld cells that hang together than these are judged by boxes alone, which is on the safe side. */
    private static final int MOST = 250;

    private final Cells cells;
    private final boolean[] withheld;
    private final List<Cube.Line> lines;
    private final Map<Integer, List<Cube.Line>> linesOf = new HashMap<>();

    /** @param withheld is read anew for every question */
    Audit(Cells cells, boolean[] withheld) {
        this.cells = cells;
        this.withheld = withheld;
        this.lines = cells.cube().lines();
        for (Cube.Line line : lines) {
            for (int cell : line.inner()) {
                linesOf.computeIfAbsent(cell, c -> new ArrayList<>()).add(line);
            }
            linesOf.computeIfAbsent(line.total(), c -> new ArrayList<>()).add(line);
        }
    }

    /**
     * @param counted whether the cell counts, so that the width matters; else both sides of the value do
     * @param exact   whether these are the true bounds; else the true ones are at least as wide
     */
    record Bounds(int cell, double value, double least, double most, double room, boolean counted, boolean exact) {

        private static final double TINY = 1e-6;

        double width() {
            return most - least;
        }

        boolean enough() {
            double slack = TINY * Math.max(1, Math.abs(room));
            return counted ? width() + slack >= room
                    : most - value + slack >= room && (value - least + slack >= Math.min(room, Math.abs(value)));
        }
    }

    /** The bounds that one box of withheld cells leaves its first corner. */
    Bounds within(Cube.Box box) {
        double down = Double.POSITIVE_INFINITY;
        double up = Double.POSITIVE_INFINITY;
        for (int i = 0; i < box.corners().length && !cells.negative(); i++) {
            double value = cells.values()[box.corners()[i]];
            down = box.up()[i] ? Math.min(down, value) : down;
            up = box.up()[i] ? up : Math.min(up, value);
        }
        int cell = box.corners()[0];
        double value = cells.values()[cell];
        return bounds(cell, value - down, value + up, false);
    }

    private Bounds bounds(int cell, double least, double most, boolean exact) {
        return new Bounds(cell, cells.values()[cell], least, most, cells.room()[cell],
                cells.plan().sum().isEmpty(), exact);
    }

    /** The bounds of a withheld cell: true ones by linear programming, or those of its best box. */
    Bounds of(int cell) {
        Map<Integer, Integer> together = together(cell);
        if (together.size() <= MOST) {
            return bounds(cell, extreme(cell, together, GoalType.MINIMIZE), extreme(cell, together, GoalType.MAXIMIZE),
                    true);
        }
        Bounds best = bounds(cell, cells.values()[cell], cells.values()[cell], false);
        for (Cube.Box box : cells.cube().boxes(cell)) {
            boolean all = true;
            for (int corner : box.corners()) {
                all &= withheld[corner];
            }
            Bounds bound = within(box);
            if (all && (bound.enough() || !best.enough() && bound.width() > best.width())) {
                best = bound;
            }
        }
        return best;
    }

    /** Withheld cells that hang together with this one by lines, each with its place among them. */
    private Map<Integer, Integer> together(int cell) {
        Map<Integer, Integer> together = new LinkedHashMap<>(Map.of(cell, 0));
        Deque<Integer> ahead = new ArrayDeque<>(List.of(cell));
        while (!ahead.isEmpty()) {
            for (Cube.Line line : linesOf.get(ahead.remove())) {
                for (int other : line.inner()) {
                    reach(other, together, ahead);
                }
                reach(line.total(), together, ahead);
            }
        }
        return together;
    }

    private void reach(int cell, Map<Integer, Integer> together, Deque<Integer> ahead) {
        if (withheld[cell] && together.putIfAbsent(cell, together.size()) == null) {
            ahead.add(cell);
        }
    }

    /** Amounts are counted from their true values, so that every line moves by nothing. */
    private double extreme(int cell, Map<Integer, Integer> together, GoalType goal) {
        List<LinearConstraint> constraints = new ArrayList<>();
        for (Cube.Line line : lines) {
            double[] signs = new double[together.size()];
            double known = 0;
            boolean any = false;
            for (int inner : line.inner()) {
                if (together.containsKey(inner)) {
                    signs[together.get(inner)] = 1;
                    known += cells.values()[inner];
                    any = true;
                }
            }
            if (together.containsKey(line.total())) {
                signs[together.get(line.total())] = -1;
                known -= cells.values()[line.total()];
                any = true;
            }
            if (any) {
                constraints.add(new LinearConstraint(signs, Relationship.EQ, known));
            }
        }
        double[] aim = new double[together.size()];
        aim[together.get(cell)] = 1;
        try {
            return new SimplexSolver().optimize(new MaxIter(100_000), new LinearObjectiveFunction(aim, 0),
                    new LinearConstraintSet(constraints), goal, new NonNegativeConstraint(!cells.negative()))
                    .getValue();
        } catch (UnboundedSolutionException e) {
            return goal == GoalType.MAXIMIZE ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
    }
}
