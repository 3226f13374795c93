package org.ruhu.tools.indicator.compute;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.Imputed;
import org.ruhu.tools.indicator.reading.Mark;

/**
 * How the fieldwork went, what is missing, signs of made-up answers, and what households say of the help. None of it
 * judges a person: a sign is a reason to visit again.
 */
final class Fieldwork {

    private static final List<String> ASKED = List.of("policy", "measure", "exit", "cadre");
    private static final Set<String> NOT_DUE = Set.of("06", "07", "08", "09");
    private static final Set<String> COMPLETE = Set.of("01", "05");

    private Fieldwork() {}

    static void figures(Cell cell, Sheet sheet) {
        List<Sampled> due = cell.all().stream().filter(row -> !NOT_DUE.contains(row.household().result())).toList();
        sheet.put("coverage.contact", share(due, household -> household.result().equals("04") ? 0 : 1));
        sheet.put("coverage.response",
                share(due, household -> Set.of("03", "04").contains(household.result()) ? 0 : 1));
        sheet.put("coverage.completion", share(due, household -> COMPLETE.contains(household.result()) ? 1 : 0));
        List<Sampled> rows = cell.interviewed();
        work(rows, sheet);
        Suspicious.figures(rows, sheet);
        sheet.put("quality.whipple", Ratio.of(rows, household -> 500.0 * household.interview().heaped(),
                household -> household.interview().grown()));
        sheet.put("quality.new-year-births", Ratio.of(rows, household -> household.interview().newYears(),
                household -> household.interview().births()));
        sheet.put("process.helper", share(rows.stream()
                .filter(row -> !Set.of("", "0").contains(row.household().groups().attribute())).toList(),
                household -> mark(household.interview().helped())));
        for (int i = 0; i < ASKED.size(); i++) {
            recognition(ASKED.get(i), i, rows, sheet);
        }
    }

    private static void work(List<Sampled> rows, Sheet sheet) {
        sheet.put("quality.cadre-present", share(rows, household -> mark(household.interview().cadre())));
        missing(rows, sheet);
        median("quality.minutes", rows, household -> household.interview().minutes(), sheet);
        median("quality.gps-metres", rows, household -> household.interview().gpsMetres(), sheet);
        sheet.put("quality.changed", share(rows, household -> household.interview().changed() ? 1 : 0));
        sheet.put("quality.soft", share(rows, household -> mark(household.interview().soft())));
        perDay(rows, sheet);
    }

    /** How a team works, for those who look after it: nothing of what households answered. */
    static void team(Cell cell, Sheet sheet) {
        List<Sampled> rows = cell.interviewed();
        work(rows, sheet);
        Suspicious.figures(rows, sheet);
    }

    /** Of days on which a team had an interview at all. */
    private static void perDay(List<Sampled> rows, Sheet sheet) {
        Map<String, BitSet> days = new HashMap<>();
        List<Sampled> known = rows.stream().filter(row -> !row.household().interview().team().isEmpty()
                && row.household().interview().day() >= 0).toList();
        known.forEach(row -> days.computeIfAbsent(row.household().interview().team(), team -> new BitSet())
                .set(row.household().interview().day()));
        long teamDays = days.values().stream().mapToLong(BitSet::cardinality).sum();
        sheet.put("quality.forms-per-day", Measured.ratio(known.size(), teamDays, Lack.NO_BASE), new Base(known.size(),
                known.stream().mapToLong(row -> row.household().persons()).sum(), teamDays,
                rows.size() - known.size()));
    }

    /** What is missing, for groups whose results are not shown. */
    static void bias(Cell cell, Sheet sheet) {
        List<Sampled> rows = cell.interviewed();
        missing(rows, sheet);
        sheet.put("compliance.exit.unknown",
                share(rows, household -> Compliance.exit(household) == Mark.UNKNOWN ? 1 : 0));
    }

    private static void missing(List<Sampled> rows, Sheet sheet) {
        sheet.put("quality.unanswered", Ratio.of(rows, household -> household.interview().unanswered(),
                household -> household.interview().answered() + household.interview().unanswered()));
        sheet.put("quality.income-missing",
                share(rows, household -> Double.isNaN(household.registerPerHead())
                        || household.imputed().any(Imputed.REGISTER) ? 1 : 0));
    }

    /** Unclear is no recognition; the share of the unclear stands beside it. */
    private static void recognition(String of, int place, List<Sampled> rows, Sheet sheet) {
        List<Sampled> asked = rows.stream().filter(row -> !of.equals("measure")
                || !row.household().groups().attribute().equals("0")).toList();
        sheet.put("recognition." + of + ".yes", share(asked, household -> said(household, place, '1')));
        sheet.put("recognition." + of + ".unclear", share(asked, household -> said(household, place, '8')));
    }

    private static double said(Household household, int place, char code) {
        char said = household.interview().recognition().charAt(place);
        return said == '-' ? Double.NaN : said == code ? 1 : 0;
    }

    private static Ratio share(List<Sampled> rows, ToDoubleFunction<Household> value) {
        return Ratio.ofHouseholds(rows, value);
    }

    private static double mark(Mark mark) {
        return mark == Mark.UNKNOWN ? Double.NaN : mark == Mark.PASS ? 1 : 0;
    }

    /** Of interviews, not of people: without weights. */
    private static void median(String code, List<Sampled> rows, ToDoubleFunction<Household> value, Sheet sheet) {
        List<Sampled> known = rows.stream().filter(row -> !Double.isNaN(value.applyAsDouble(row.household()))).toList();
        double[] values = known.stream().mapToDouble(row -> value.applyAsDouble(row.household())).toArray();
        Arrays.sort(values);
        int middle = values.length / 2;
        Measured median = values.length == 0 ? Measured.lacking(Lack.NO_BASE)
                : Measured.of(values.length % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2);
        sheet.put(code, median, new Base(known.size(), known.stream().mapToLong(row -> row.household().persons()).sum(),
                known.size(), rows.size() - known.size()));
    }
}
