package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

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
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> moves = new ArrayList<>();
        for (int cell = 0; cell < up.length; cell++) {
            moves.add(model.newVariable("c" + cell).lower(0).upper(up[cell] == 0 ? 0 : 1)
                    .weight(chances[cell] - up[cell]));
        }
        for (Cube.Line line : cells.cube().lines()) {
            Expression sum = model.newExpression("l" + model.countExpressions());
            double floors = 0;
            for (int inner : line.inner()) {
                sum.set(moves.get(inner), 1);
                floors += Math.floor(cells.values()[inner] / base);
            }
            sum.set(moves.get(line.total()), -1);
            sum.level(Math.floor(cells.values()[line.total()] / base) - floors);
        }
        Optimisation.Result result = model.minimise();
        double[] moved = new double[up.length];
        Arrays.setAll(moved, cell -> result.doubleValue(cell));
        return result.getState().isOptimal()
                && Arrays.stream(moved).allMatch(move -> Math.abs(move - Math.rint(move)) < WHOLE)
                ? Optional.of(Arrays.stream(moved).map(Math::rint).toArray()) : Optional.empty();
    }
}
