package org.ruhu.tools.indicator.compute;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.design.Bounds;
import org.ruhu.tools.indicator.design.Confidence;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.figure.Interval;
import org.ruhu.tools.indicator.rates.Composite;
import org.ruhu.tools.indicator.rates.Evaluation;
import org.ruhu.tools.indicator.rates.Population;
import org.ruhu.tools.indicator.rates.Rate;
import org.ruhu.tools.indicator.rates.Reading;
import org.ruhu.tools.indicator.rates.Settings;
import org.ruhu.tools.indicator.rates.ThreeRates;
import org.ruhu.tools.indicator.rates.Visit;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.Mark;
import org.ruhu.tools.indicator.reading.RuleBook;

/**
 * Three rates and one degree of an exit evaluation. A household that left poverty and fails one of the seven parts is
 * suspected of having been wrongly exited, one outside the register that does so of having been missed; of whom it is
 * not known whether all parts are met, is left out and counted as missing. A case is verified when the table of cases
 * says so, which is after the county was heard.
 */
final class Rates {

    private static final Set<String> LEFT = Set.of("2", "4");
    private static final int RECOGNITION_OF_EXITS = 2;
    private static final String METHOD = "clopper-pearson on effective size";
    private static final String COMPOSITE = "from the two intervals (Zou, Donner)";

    private final List<Sampled> sample;
    private final RuleBook rules;
    private final Map<String, Boolean> cases;
    private final double assumedDeff;

    /** @param sample all of it: a cell's households alone would let strata look smaller than they are */
    Rates(List<Sampled> sample, Judging judging) {
        this.sample = sample;
        this.rules = judging.rules();
        this.cases = judging.cases();
        this.assumedDeff = judging.assumedDeff();
    }

    void figures(Cell cell, Sheet sheet) {
        Optional<Settings> settings = settings(cell.place().area(), cell.place().year());
        List<Sampled> rows = cell.interviewed();
        List<Sampled> known = rows.stream().filter(row -> Compliance.exit(row.household()) != Mark.UNKNOWN
                && row.household().persons() > 0).toList();
        if (!cell.sample() || settings.isEmpty() || known.isEmpty() || persons(rows, household -> true) == 0) {
            return;
        }
        ThreeRates rates = evaluation(settings.get(), rows, known).rates(population(rows));
        long left = missing(rows, known, Rates::left);
        long outside = missing(rows, known, Rates::outside);
        found("suspected", rates.suspected(), known, left, outside, sheet);
        if (!cases.isEmpty()) {
            found("verified", rates.verified(), known, left, outside, sheet);
        }
        put("rates.recognition", rates.recognition(), base(rows, household -> !unsaid(household),
                rows.stream().map(Sampled::household).filter(Rates::unsaid).count()), sheet);
    }

    private Evaluation evaluation(Settings settings, List<Sampled> rows, List<Sampled> known) {
        Evaluation evaluation = new Evaluation(settings);
        BitSet asked = places(rows);
        BitSet judged = places(known);
        for (Sampled row : sample) {
            evaluation.add(judged.get(row.place()) ? visit(row) : without(row, asked.get(row.place())));
            if (row.drawn().clusters() > 0) {
                evaluation.population(row.drawn().stratum(), row.drawn().clusters());
            }
        }
        return evaluation;
    }

    private static BitSet places(List<Sampled> rows) {
        BitSet places = new BitSet();
        rows.forEach(row -> places.set(row.place()));
        return places;
    }

    /** A household that belongs to the design but to none of the first rates; to recognition if it was asked. */
    private static Visit without(Sampled row, boolean asked) {
        return new Visit(row.drawn().stratum(), row.drawn().cluster(), row.weight(), Visit.Group.STILL_POOR,
                row.household().persons(), 0, 0,
                asked ? recognition(row.household()) : Visit.Recognition.NOT_ASKED);
    }

    private void found(String which, ThreeRates.Finding finding, List<Sampled> known, long left, long outside,
                       Sheet sheet) {
        put("rates.wrongly-exited." + which, finding.wronglyExited(), base(known, Rates::left, left), sheet);
        put("rates.missed." + which, finding.missed(), base(known, Rates::outside, outside), sheet);
        Composite composite = finding.composite();
        sheet.put("rates.incidence." + which, composite.incidence(), base(known, household -> true, left + outside),
                interval(composite.bounds(), COMPOSITE), note(composite.reading()));
    }

    private static void put(String indicator, Rate rate, Base base, Sheet sheet) {
        Measured value = rate.share().share();
        sheet.put(indicator, value, base, interval(rate.bounds(), METHOD), note(rate.reading()));
    }

    private static Optional<Interval> interval(Bounds bounds, String method) {
        return Sampling.interval(bounds, 0.95, method);
    }

    /** The official rule on the point estimate, and what the interval allows to say. */
    private static String note(Reading reading) {
        return "limit " + reading.limit() + "; official " + reading.official().name().toLowerCase(Locale.ROOT)
                + "; sure " + reading.sure().name().toLowerCase(Locale.ROOT);
    }

    private Visit visit(Sampled row) {
        Household household = row.household();
        Visit.Group group = left(household) ? Visit.Group.LEFT : outside(household) ? Visit.Group.OUTSIDE
                : Visit.Group.STILL_POOR;
        boolean suspected = group != Visit.Group.STILL_POOR && Compliance.exit(household) == Mark.FAIL;
        boolean verified = suspected && cases.getOrDefault(household.unit(), false);
        return new Visit(row.drawn().stratum(), row.drawn().cluster(), row.weight(), group, household.persons(),
                suspected ? household.persons() : 0, verified ? household.persons() : 0, recognition(household));
    }

    private static boolean left(Household household) {
        return !outside(household) && LEFT.contains(household.groups().status());
    }

    private static boolean outside(Household household) {
        return household.groups().attribute().equals("0");
    }

    private static boolean unsaid(Household household) {
        return recognition(household) == Visit.Recognition.NOT_ASKED;
    }

    private static Visit.Recognition recognition(Household household) {
        return switch (household.interview().recognition().charAt(RECOGNITION_OF_EXITS)) {
            case '1' -> Visit.Recognition.YES;
            case '2' -> Visit.Recognition.NO;
            case '8' -> Visit.Recognition.UNCLEAR;
            default -> Visit.Recognition.NOT_ASKED;
        };
    }

    /** As large as the weights say, those included of whom it is not known whether all parts are met. */
    private static Population population(List<Sampled> rows) {
        return new Population(persons(rows, household -> true),
                persons(rows, household -> !outside(household) && !left(household)), persons(rows, Rates::left),
                persons(rows, Rates::outside));
    }

    private static double persons(List<Sampled> rows, Predicate<Household> in) {
        Sum persons = new Sum();
        rows.stream().filter(row -> in.test(row.household()))
                .forEach(row -> persons.add(row.weight() * row.household().persons()));
        return persons.value();
    }

    private static Base base(List<Sampled> rows, Predicate<Household> in, long missing) {
        List<Sampled> its = rows.stream().filter(row -> in.test(row.household())).toList();
        return new Base(its.size(), its.stream().mapToLong(row -> row.household().persons()).sum(), persons(rows, in),
                missing);
    }

    private static long missing(List<Sampled> rows, List<Sampled> known, Predicate<Household> in) {
        return rows.stream().filter(row -> in.test(row.household())).count()
                - known.stream().filter(row -> in.test(row.household())).count();
    }

    /** Empty where the tables have no limits. */
    private Optional<Settings> settings(String area, int year) {
        double[] limits = {limit("county_wrong_exit_max", area, year), limit("county_missed_max", area, year),
            limit("county_incidence_max", area, year), limit("county_recognition_min", area, year)};
        for (double limit : limits) {
            if (!(limit > 0 && limit < 1)) {
                return Optional.empty();
            }
        }
        return Optional.of(new Settings(new Settings.Limits(limits[0], limits[1], limits[2], limits[3]),
                Confidence.of95(assumedDeff), Sampling.LONELY,
                Settings.Unclear.AS_NO, true));
    }

    /** The tables have percent. */
    private double limit(String name, String area, int year) {
        return rules.number(name, area, year) / 100;
    }
}
