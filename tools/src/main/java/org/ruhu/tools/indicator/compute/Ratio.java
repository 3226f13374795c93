package org.ruhu.tools.indicator.compute;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.reading.Household;

/**
 * Shares and means: the sum of w y over the sum of w m, of the households for which both are known.
 *
 * @param rows    those, in the order they were read
 * @param above   y of each
 * @param below   m of each
 * @param missing households for which y or m is not known
 */
record Ratio(List<Sampled> rows, double[] above, double[] below, long missing) {

    /** @param above and {@code below}: {@code NaN} where not known */
    static Ratio of(List<Sampled> universe, ToDoubleFunction<Household> above, ToDoubleFunction<Household> below) {
        List<Sampled> known = new ArrayList<>(universe.size());
        double[] y = new double[universe.size()];
        double[] m = new double[universe.size()];
        for (Sampled row : universe) {
            double its = above.applyAsDouble(row.household());
            double of = below.applyAsDouble(row.household());
            if (!Double.isNaN(its) && !Double.isNaN(of)) {
                y[known.size()] = its;
                m[known.size()] = of;
                known.add(row);
            }
        }
        return new Ratio(known, y, m, universe.size() - known.size());
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

    Measured value() {
        Sum y = new Sum();
        Sum m = new Sum();
        for (int i = 0; i < rows.size(); i++) {
            y.add(rows.get(i).weight() * above[i]);
            m.add(rows.get(i).weight() * below[i]);
        }
        return Measured.ratio(y.value(), m.value(), Lack.NO_BASE);
    }

    Base base() {
        Sum weighted = new Sum();
        long persons = 0;
        for (int i = 0; i < rows.size(); i++) {
            weighted.add(rows.get(i).weight() * below[i]);
            persons += rows.get(i).household().persons();
        }
        return new Base(rows.size(), persons, weighted.value(), missing);
    }
}
