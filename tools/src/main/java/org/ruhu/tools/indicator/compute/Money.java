package org.ruhu.tools.indicator.compute;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.poverty.Incomes;
import org.ruhu.tools.indicator.poverty.Inequality;
import org.ruhu.tools.indicator.poverty.Negatives;
import org.ruhu.tools.indicator.poverty.Poverty;
import org.ruhu.tools.indicator.poverty.PovertyTally;
import org.ruhu.tools.indicator.poverty.SourceTally;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.Income;

/** Income by source and both definitions, poverty by income, and inequality. Negative incomes count as they are. */
final class Money {

    private static final int STEPS = 10;
    private static final List<String> SOURCES = List.of("wage", "business", "property", "transfers");
    private static final double[] LINES = {0.8, 0.9, 1.1, 1.2, 1.5};

    private Money() {}

    static void figures(Cell cell, Sheet sheet) {
        List<Sampled> rows = cell.interviewed();
        means(rows, "register", Household::registerPerHead, sheet);
        means(rows, "disposable", Household::disposablePerHead, sheet);
        sheet.put("income.hukou.mean", Ratio.of(rows, household -> household.income().register(),
                household -> household.hukou() == 0 ? Double.NaN : household.hukou()));
        sources(rows, sheet);
        poverty(rows, "register", Household::persons, Household::registerPerHead, sheet);
        poverty(rows, "disposable", Household::persons, Household::disposablePerHead, sheet);
        poverty(rows, "hukou", Household::hukou,
                household -> Income.perHead(household.income().register(), household.hukou()), sheet);
        sensitivity(rows, sheet);
        onRegister(rows, sheet);
    }

    private static void means(List<Sampled> rows, String definition, ToDoubleFunction<Household> perHead, Sheet sheet) {
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
        sheet.put(name + ".mean", found.mean(), base, sheet.interval(Ratio.ofPersons(rows, perHead)));
        sheet.put(name + ".median", found.median(), base);
        sheet.put("inequality." + definition + ".gini", found.gini(), base);
        sheet.put("inequality." + definition + ".quintile-ratio", found.ratio(), base);
        sheet.put("inequality." + definition + ".negative", Measured.ratio(found.base().negativePersons(),
                found.base().persons()), base);
        if (definition.equals("register")) {
            for (int step = 1; step < found.lorenz().size() - 1; step++) {
                sheet.put("inequality.register.lorenz-" + step * 100 / STEPS, found.lorenz().get(step).income(), base);
            }
        }
    }

    private static void sources(List<Sampled> rows, Sheet sheet) {
        SourceTally tally = new SourceTally(SOURCES);
        double weighted = 0;
        long persons = 0;
        for (Sampled row : rows) {
            Income income = row.household().income();
            if (Double.isNaN(income.register())) {
                tally.unknown();
            } else {
                tally.add(row.weight(), income.wage(), income.business(), income.property(), income.transfers());
                weighted += row.weight();
                persons += row.household().persons();
            }
        }
        SourceTally.Shares shares = tally.shares();
        Base base = new Base(shares.households(), persons, weighted, shares.unknown());
        shares.shares().forEach(share -> sheet.put("income.share." + share.source(), share.share(), base));
        sheet.put("income.share.in-kind", Ratio.of(rows, household -> household.income().inKind(),
                household -> household.income().register()));
    }

    private static PovertyTally tally(List<Sampled> rows, ToIntFunction<Household> heads,
                                      ToDoubleFunction<Household> perHead, double factor) {
        PovertyTally tally = new PovertyTally(Negatives.AS_THEY_ARE);
        for (Sampled row : rows) {
            Household household = row.household();
            double income = perHead.applyAsDouble(household);
            if (Double.isNaN(income) || Double.isNaN(household.line())) {
                tally.unknown(row.weight(), heads.applyAsInt(household));
            } else {
                tally.add(row.weight(), heads.applyAsInt(household), income, household.line() * factor);
            }
        }
        return tally;
    }

    private static void poverty(List<Sampled> rows, String definition, ToIntFunction<Household> heads,
                                ToDoubleFunction<Household> perHead, Sheet sheet) {
        Poverty found = tally(rows, heads, perHead, 1).poverty();
        Base base = base(found, rows, perHead);
        String name = "poverty." + definition;
        ToDoubleFunction<Household> below = household -> Double.isNaN(perHead.applyAsDouble(household))
                ? Double.NaN : heads.applyAsInt(household);
        sheet.put(name + ".rate", found.rate(), base,
                sheet.interval(Ratio.of(rows, gap(heads, perHead, 0), below)));
        sheet.put(name + ".gap", found.gap(), base, sheet.interval(Ratio.of(rows, gap(heads, perHead, 1), below)));
        sheet.put(name + ".severity", found.severity(), base,
                sheet.interval(Ratio.of(rows, gap(heads, perHead, 2), below)));
        sheet.put(name + ".persons", found.poorPersons(), base);
        sheet.put(name + ".edge", found.edge(), base);
        if (definition.equals("register")) {
            sheet.put(name + ".elasticity", found.elasticity(), base);
        }
    }

    /** p ((z - x) / z)^a of the poor, 0 of the others. */
    private static ToDoubleFunction<Household> gap(ToIntFunction<Household> heads, ToDoubleFunction<Household> perHead,
                                                   int power) {
        return household -> {
            double income = perHead.applyAsDouble(household);
            double line = household.line();
            return Double.isNaN(income) || Double.isNaN(line) ? Double.NaN
                    : income < line ? heads.applyAsInt(household) * Math.pow((line - income) / line, power) : 0;
        };
    }

    private static Base base(Poverty found, List<Sampled> rows, ToDoubleFunction<Household> perHead) {
        long persons = rows.stream().map(Sampled::household)
                .filter(household -> !Double.isNaN(perHead.applyAsDouble(household)) && !Double.isNaN(household.line()))
                .mapToLong(Household::persons).sum();
        return new Base(found.base().households(), persons, found.base().persons(), found.base().unknown());
    }

    private static void sensitivity(List<Sampled> rows, Sheet sheet) {
        for (double factor : LINES) {
            Poverty found = tally(rows, Household::persons, Household::registerPerHead, factor).poverty();
            sheet.put("poverty.register.rate-at-" + Math.round(factor * 100), found.rate(),
                    base(found, rows, Household::registerPerHead));
        }
    }

    /** Registered persons still poor, or poor again, over persons in the hukou books. */
    private static void onRegister(List<Sampled> rows, Sheet sheet) {
        sheet.put("poverty.incidence", Ratio.of(rows, Money::stillPoor,
                household -> household.hukou() == 0 ? Double.NaN : household.hukou()));
    }

    private static double stillPoor(Household household) {
        String status = household.groups().status();
        boolean outside = household.groups().attribute().equals("0");
        if (outside || !status.isEmpty() && !status.equals("1") && !status.equals("3")) {
            return 0;
        }
        return status.isEmpty() || household.registered() == 0 ? Double.NaN : household.registered();
    }
}
