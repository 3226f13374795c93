package org.ruhu.tools.indicator.poverty;

import java.util.List;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;

/**
 * Poverty by income per person x and a line z, each person counting the same. Poor is who has x below z, not who is on
 * the line. Source: Foster, Greer, Thorbecke 1984, A class of decomposable poverty measures, Econometrica 52(3):
 * FGT_a = 1/N sum w p max(0, (z - x) / z)^a, here with weights w and p persons in a household.
 *
 * @param poorHouseholds households below the line, not weighted
 * @param poorPersons    persons below the line, weighted: the headcount q
 * @param rate           FGT_0, the headcount ratio H
 * @param gap            FGT_1
 * @param severity       FGT_2
 * @param edge           share of persons with z <= x < 1.5 z
 * @param lines          H at 0.9, 1 and 1.1 of the line
 */
public record Poverty(Negatives negatives, Base base, long poorHouseholds, double poorPersons, Measured rate,
        Measured gap, Measured severity, Measured edge, List<AtLine> lines) {

    public Poverty {
        lines = List.copyOf(lines);
    }

    /** @param factor of the line */
    public record AtLine(double factor, double poorPersons, Measured rate) {}

    /**
     * By how many percent H changes when the line moves by one: the change between the lowest and the highest line over
     * H, over the change of the line (arc elasticity about the line).
     */
    public Measured elasticity() {
        AtLine low = lines.get(0);
        AtLine high = lines.get(lines.size() - 1);
        return base.households() == 0 ? Measured.lacking(Lack.NO_BASE)
                : Measured.ratio((high.poorPersons() - low.poorPersons()) / (high.factor() - low.factor()), poorPersons);
    }
}
