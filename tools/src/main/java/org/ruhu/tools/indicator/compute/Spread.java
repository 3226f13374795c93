package org.ruhu.tools.indicator.compute;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Design;
import org.ruhu.tools.indicator.design.Estimate;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Interval;
import org.ruhu.tools.indicator.poverty.Incomes;
import org.ruhu.tools.indicator.poverty.Inequality;
import org.ruhu.tools.indicator.poverty.Negatives;
import org.ruhu.tools.indicator.poverty.SampledPoverty;
import org.ruhu.tools.indicator.reading.Household;

/** Income per person: its mean, its median, and how unequal it is. Negative incomes count as they are. */
final class Spread {

    private static final int STEPS = 10;

    private final List<Sampled> rows;
    private final ToDoubleFunction<Household> perHead;
    private final Sheet sheet;
    private final Optional<SampledPoverty> sampled;

    private Spread(List<Sampled> rows, ToDoubleFunction<Household> perHead, Sheet sheet) {
        this.rows = rows;
        this.perHead = perHead;
        this.sheet = sheet;
        this.sampled = sheet.sampling().map(its -> its.incomes(rows, perHead));
    }

    static void figures(List<Sampled> rows, String definition, ToDoubleFunction<Household> perHead, Sheet sheet) {
        new Spread(rows, perHead, sheet).figures(definition);
    }

    private void figures(String definition) {
        Incomes incomes = new Incomes();
        long missing = 0;
        long persons = 0;
        for (Sampled row : rows) {
            double income = perHead.applyAsDouble(row.household());
            if (Double.isNaN(income)) {
                incomes.unknown(row.weight(), row.household().persons());
                missing++;
            } else {
                incomes.add(row.weight(), row.household().persons(), income);
                persons += row.household().persons();
            }
        }
        Inequality found = Inequality.of(incomes, Negatives.AS_THEY_ARE, STEPS);
        Base base = new Base(found.base().households(), persons, found.base().persons(), missing);
        String name = "income." + definition;
        sheet.put(name + ".mean", found.mean(), base, sheet.interval(() -> Ratio.ofPersons(rows, perHead)));
        sheet.put(name + ".median", found.median(), base,
                sampled.flatMap(its -> sheet.sampling().orElseThrow().median(its)));
        unequal(found, definition, base);
    }

    private void unequal(Inequality found, String definition, Base base) {
        String name = "inequality." + definition;
        sheet.put(name + ".gini", found.gini(), base, interval(its -> its.gini(Design.ALL)));
        sheet.put(name + ".quintile-ratio", found.ratio(), base, interval(its -> its.quintileRatio(Design.ALL)));
        sheet.put(name + ".negative", Measured.ratio(found.base().negativePersons(), found.base().persons()), base,
                sheet.interval(() -> Ratio.ofPersons(rows, household -> negative(perHead.applyAsDouble(household)))));
        if (definition.equals("register")) {
            for (int step = 1; step < found.lorenz().size() - 1; step++) {
                double share = found.lorenz().get(step).persons();
                sheet.put(name + ".lorenz-" + step * 100 / STEPS, Measured.of(found.lorenz().get(step).income()), base,
                        interval(its -> its.lorenz(share, Design.ALL)));
            }
        }
    }

    private Optional<Interval> interval(Function<SampledPoverty, Estimate> estimate) {
        return sampled.map(estimate).flatMap(its -> sheet.sampling().orElseThrow().linearised(its));
    }

    private static double negative(double income) {
        return Double.isNaN(income) ? income : income < 0 ? 1 : 0;
    }
}
