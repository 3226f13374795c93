package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.math3.exception.MathIllegalStateException;
import org.apache.commons.math3.optim.MaxIter;
import org.apache.commons.math3.optim.linear.LinearConstraint;
import org.apache.commons.math3.optim.linear.LinearConstraintSet;
import org.apache.commons.math3.optim.linear.LinearObjectiveFunction;
import org.apache.commons.math3.optim.linear.NonNegativeConstraint;
import org.apache.commons.math3.optim.linear.Relationship;
import org.apache.commons.math3.optim.linear.SimplexSolver;
import org.apache.commons.math3.optim.nonlinear.scalar.GoalType;

/**
 * Random rounding to a base: up with the probability of the remainder, so that on average nothing changes (Hundepool et
 * al. 2012, 5.4). The chance of a cell hangs on what it counts and not on its table, so that the same figure in two
 * tables is rounded alike and asking again tells nothing new.
 */
final class Rounding {

    /** Larger tables are not made to add up: the program for it would take minutes. */
    private static final int MOST_ADDITIVE = 400;
    private static final double WHOLE = 1e-6;

    private Rounding() {}

    /**
     * @param values   rounded
     * @param additive whether they add up in every line
     */
    record Rounded(double[] values, boolean additive) {}

    /** @param chances from 0 to 1 for each cell */
    static Rounded of(Cells cells, int base, double[] chances) {
        double[] values = cells.values();
        double[] up = new double[values.length];
        for (int cell = 0; cell < up.length; cell++) {
            up[cell] = (values[cell] - base * Math.floor(values[cell] / base)) / base;
        }
        Optional<double[]> added = cells.plan().additive() && !cells.plan().suppress()
                && values.length <= MOST_ADDITIVE ? controlled(cells, base, up, chances) : Optional.empty();
        double[] moved = added.orElseGet(() -> {
            double[] alone = new double[up.length];
            Arrays.setAll(alone, cell -> chances[cell] < up[cell] ? 1 : 0);
            return alone;
        });
        double[] rounded = new double[values.length];
        Arrays.setAll(rounded, cell -> base * (Math.floor(values[cell] / base) + moved[cell]));
        return new Rounded(rounded, added.isPresent());
    }

    /**
     * Controlled rounding: every cell to a neighbouring multiple and every line adding up. With costs of chance less
     * remainder, cells that no line binds are rounded as if alone. In two dimensions the program has whole solutions
     * (Causey, Cox and Ernst 1985); in three not always.
     */
    private static Optional<double[]> controlled(Cells cells, int base, double[] up, double[] chances) {
        List<LinearConstraint> constraints = new ArrayList<>();
        double[] cost = new double[up.length];
        for (int cell = 0; cell < up.length; cell++) {
            double[] one = new double[up.length];
            one[cell] = 1;
            constraints.add(new LinearConstraint(one, up[cell] == 0 ? Relationship.EQ : Relationship.LEQ,
                    up[cell] == 0 ? 0 : 1));
            cost[cell] = chances[cell] - up[cell];
        }
        for (Cube.Line line : cells.cube().lines()) {
            double[] signs = new double[up.length];
            double floors = 0;
            for (int inner : line.inner()) {
                signs[inner] = 1;
                floors += Math.floor(cells.values()[inner] / base);
            }
            signs[line.total()] = -1;
            constraints.add(new LinearConstraint(signs, Relationship.EQ,
                    Math.floor(cells.values()[line.total()] / base) - floors));
        }
        try {
            double[] moved = new SimplexSolver().optimize(new MaxIter(100_000), new LinearObjectiveFunction(cost, 0),
                    new LinearConstraintSet(constraints), GoalType.MINIMIZE, new NonNegativeConstraint(true))
                    .getPoint();
            return Arrays.stream(moved).allMatch(move -> Math.abs(move - Math.rint(move)) < WHOLE)
                    ? Optional.of(Arrays.stream(moved).map(Math::rint).toArray()) : Optional.empty();
        } catch (MathIllegalStateException e) {
            return Optional.empty();
        }
    }
}
