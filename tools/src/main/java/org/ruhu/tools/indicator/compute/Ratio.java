package org.ruhu.tools.indicator.compute;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.reading.Household;

/**
 * Shares and means: the sum of w y over the sum of w m, of the households for which both are known. Goes through the
 * households once; a sample's intervals go through them again.
 */
final class Ratio {

    private final List<Sampled> universe;
    private final ToDoubleFunction<Household> above;
    private final ToDoubleFunction<Household> below;
    private final Sum aboveSum = new Sum();
    private final Sum belowSum = new Sum();
    private long households;
    private long persons;

    private Ratio(List<Sampled> universe, ToDoubleFunction<Household> above, ToDoubleFunction<Household> below) {
        this.universe = universe;
        this.above = above;
        this.below = below;
        each((row, y, m) -> {
            aboveSum.add(row.weight() * y);
            belowSum.add(row.weight() * m);
            households++;
            persons += row.household().persons();
        });
    }

    /** @param above and {@code below}: {@code NaN} where not known */
    static Ratio of(List<Sampled> universe, ToDoubleFunction<Household> above, ToDoubleFunction<Household> below) {
        return new Ratio(universe, above, below);
    }

    /** The mean over households. */
    static Ratio ofHouseholds(List<Sampled> universe, ToDoubleFunction<Household> value) {
        return of(universe, value, household -> 1);
    }

    /** The mean over persons who share a budget. */
    static Ratio ofPersons(List<Sampled> universe, ToDoubleFunction<Household> value) {
        return of(universe, household -> household.persons() * value.applyAsDouble(household),
                household -> household.persons() == 0 ? Double.NaN : household.persons());
    }

    interface Each {
        /** @param y and {@code m} of the household */
        void household(Sampled row, double y, double m);
    }

    /** Those of whom both are known. */
    void each(Each each) {
        for (Sampled row : universe) {
            double y = above.applyAsDouble(row.household());
            double m = below.applyAsDouble(row.household());
            if (!Double.isNaN(y) && !Double.isNaN(m)) {
                each.household(row, y, m);
            }
        }
    }

    Measured value() {
        return Measured.ratio(aboveSum.value(), belowSum.value(), Lack.NO_BASE);
    }

    Base base() {
        return new Base(households, persons, belowSum.value(), universe.size() - households);
    }
}
