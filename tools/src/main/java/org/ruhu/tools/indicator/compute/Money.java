package org.ruhu.tools.indicator.compute;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.poverty.Negatives;
import org.ruhu.tools.indicator.poverty.Poverty;
import org.ruhu.tools.indicator.poverty.PovertyTally;
import org.ruhu.tools.indicator.poverty.SourceTally;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.Income;

/** Income by source and by both definitions, and poverty by income. Negative incomes count as they are. */
final class Money {

    private static final List<String> SOURCES = List.of("wage", "business", "property", "transfers");
    private static final double[] LINES = {0.8, 0.9, 1.1, 1.2, 1.5};

    private Money() {}

    static void figures(Cell cell, Sheet sheet) {
        List<Sampled> rows = cell.interviewed();
        Spread.figures(rows, "register", Household::registerPerHead, sheet);
        Spread.figures(rows, "disposable", Household::disposablePerHead, sheet);
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

    private static void sources(List<Sampled> rows, Sheet sheet) {
        SourceTally tally = new SourceTally(SOURCES);
        Sum weighted = new Sum();
        long persons = 0;
        for (Sampled row : rows) {
            Income income = row.household().income();
            if (Double.isNaN(income.register())) {
                tally.unknown();
            } else {
                tally.add(row.weight(), income.wage(), income.business(), income.property(), income.transfers());
                weighted.add(row.weight());
                persons += row.household().persons();
            }
        }
        SourceTally.Shares shares = tally.shares();
        Base base = new Base(shares.households(), persons, weighted.value(), shares.unknown());
        shares.shares().forEach(share -> sheet.put("income.share." + share.source(), share.share(), base,
                sheet.interval(() -> Ratio.of(rows, household -> amount(household.income(), share.source()),
                        household -> household.income().register()))));
        sheet.put("income.share.in-kind", Ratio.of(rows, household -> household.income().inKind(),
                household -> household.income().register()));
    }

    private static double amount(Income income, String source) {
        return switch (source) {
            case "wage" -> income.wage();
            case "business" -> income.business();
            case "property" -> income.property();
            case "transfers" -> income.transfers();
            default -> throw new IllegalArgumentException(source);
        };
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
                sheet.interval(() -> Ratio.of(rows, gap(heads, perHead, 0), below)));
        sheet.put(name + ".gap", found.gap(), base,
                sheet.interval(() -> Ratio.of(rows, gap(heads, perHead, 1), below)));
        sheet.put(name + ".severity", found.severity(), base,
                sheet.interval(() -> Ratio.of(rows, gap(heads, perHead, 2), below)));
        sheet.put(name + ".persons", Measured.of(found.poorPersons()), base,
                sheet.sampling().flatMap(its -> its.total(rows, gap(heads, perHead, 0))));
        sheet.put(name + ".edge", found.edge(), base,
                sheet.interval(() -> Ratio.of(rows, between(heads, perHead, 1, 1.5), below)));
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

    /** p of those who have at least so much of the line and less than so much, 0 of the others. */
    private static ToDoubleFunction<Household> between(ToIntFunction<Household> heads,
                                                       ToDoubleFunction<Household> perHead, double from, double to) {
        return household -> {
            double income = perHead.applyAsDouble(household);
            double line = household.line();
            return Double.isNaN(income) || Double.isNaN(line) ? Double.NaN
                    : income >= line * from && income < line * to ? heads.applyAsInt(household) : 0;
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
                    base(found, rows, Household::registerPerHead), sheet.interval(() -> Ratio.of(rows,
                            between(Household::persons, Household::registerPerHead, Double.NEGATIVE_INFINITY, factor),
                            Household::persons)));
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
