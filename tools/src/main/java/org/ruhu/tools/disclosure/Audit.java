package org.ruhu.tools.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/**
 * What an outsider can work out of a withheld cell: the least and the most it can be, given every published number and
 * that no cell is negative (where none can be). Cells that hide nothing ({@link Amounts#hides}) count as known.
 */
final class Audit {

    /** Up to so many withheld cells that hang together the true bounds are found, whether boxes prove enough or not. */
    private static final int FEW = 100;

    /** Beyond so many only boxes are asked, which is on the safe side. */
    private static final int MOST = 5000;

    private final Amounts amounts;
    private final boolean[] withheld;
    private final Map<Integer, List<Cube.Line>> linesOf = new HashMap<>();

    /** @param withheld is read anew for every question */
    Audit(Amounts amounts, boolean[] withheld) {
        this.amounts = amounts;
        this.withheld = withheld;
        for (Cube.Line line : amounts.cube().lines()) {
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
        int cell = box.corners()[0];
        double down = Double.POSITIVE_INFINITY;
        double up = Double.POSITIVE_INFINITY;
        for (int i = 0; i < box.corners().length; i++) {
            int corner = box.corners()[i];
            if (!amounts.hides(corner, cell)) {
                down = 0;
                up = 0;
            } else if (!amounts.negative()) {
                down = box.up()[i] ? Math.min(down, amounts.values()[corner]) : down;
                up = box.up()[i] ? up : Math.min(up, amounts.values()[corner]);
            }
        }
        return bounds(cell, amounts.values()[cell] - down, amounts.values()[cell] + up, false);
    }

    private Bounds bounds(int cell, double least, double most, boolean exact) {
        return new Bounds(cell, amounts.values()[cell], least, most, amounts.room()[cell], amounts.counted(), exact);
    }

    /** The bounds of a withheld cell: of few the true ones by linear programming, else boxes are asked first. */
    Bounds of(int cell) {
        Map<Integer, Integer> together = together(cell);
        if (together.size() > FEW) {
            Bounds best = best(cell);
            if (best.enough() || together.size() > MOST) {
                return best;
            }
        }
        return bounds(cell, extreme(cell, together, false), extreme(cell, together, true), true);
    }

    /** By boxes of withheld cells. */
    private Bounds best(int cell) {
        Bounds best = bounds(cell, amounts.values()[cell], amounts.values()[cell], false);
        for (Cube.Box box : amounts.cube().boxes(cell)) {
            Bounds bound = within(box);
            boolean better = bound.enough() || !best.enough() && bound.width() > best.width();
            if (better && whole(box)) {
                best = bound;
            }
        }
        return best;
    }

    /** Whether all corners are withheld. */
    boolean whole(Cube.Box box) {
        for (int corner : box.corners()) {
            if (!withheld[corner]) {
                return false;
            }
        }
        return true;
    }

    /** Withheld cells that hang together with this one by lines, each with its place among them. */
    private Map<Integer, Integer> together(int cell) {
        Map<Integer, Integer> together = new LinkedHashMap<>(Map.of(cell, 0));
        Deque<Integer> ahead = new ArrayDeque<>(List.of(cell));
        while (!ahead.isEmpty()) {
            for (Cube.Line line : linesOf.getOrDefault(ahead.remove(), List.of())) {
                for (int other : line.inner()) {
                    reach(other, cell, together, ahead);
                }
                reach(line.total(), cell, together, ahead);
            }
        }
        return together;
    }

    private void reach(int cell, int asked, Map<Integer, Integer> together, Deque<Integer> ahead) {
        if (withheld[cell] && amounts.hides(cell, asked) && together.putIfAbsent(cell, together.size()) == null) {
            ahead.add(cell);
        }
    }

    private double extreme(int cell, Map<Integer, Integer> together, boolean most) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> variables = new ArrayList<>();
        together.forEach((known, place) -> {
            Variable variable = model.newVariable("c" + known);
            variables.add(amounts.negative() ? variable : variable.lower(0));
        });
        variables.get(0).weight(1);
        Set<Cube.Line> lines = new HashSet<>();
        for (int known : together.keySet()) {
            for (Cube.Line line : linesOf.getOrDefault(known, List.of())) {
                if (lines.add(line)) {
                    bind(line, together, model.newExpression("l" + lines.size()), variables);
                }
            }
        }
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        if (result.getState() == Optimisation.State.UNBOUNDED) {
            return most ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        if (!result.getState().isOptimal()) {
            return amounts.values()[cell];
        }
        return result.getValue();
    }

    /** What of a line is not known adds up to what of its total is left. */
    private void bind(Cube.Line line, Map<Integer, Integer> together, Expression sum, List<Variable> variables) {
        double level = 0;
        for (int inner : line.inner()) {
            if (together.containsKey(inner)) {
                sum.set(variables.get(together.get(inner)), 1);
                level += amounts.values()[inner];
            }
        }
        if (together.containsKey(line.total())) {
            sum.set(variables.get(together.get(line.total())), -1);
            level -= amounts.values()[line.total()];
        }
        sum.level(level);
    }
}
