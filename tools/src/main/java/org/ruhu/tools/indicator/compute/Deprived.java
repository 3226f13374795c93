package org.ruhu.tools.indicator.compute;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.ruhu.tools.indicator.deprivation.DeprivationTally;
import org.ruhu.tools.indicator.deprivation.Lacks;
import org.ruhu.tools.indicator.deprivation.Multidimensional;
import org.ruhu.tools.indicator.deprivation.Scheme;
import org.ruhu.tools.indicator.deprivation.Scheme.Cutoff;
import org.ruhu.tools.indicator.deprivation.Unknowns;
import org.ruhu.tools.indicator.figure.Base;
import org.ruhu.tools.indicator.reading.Deprivation;
import org.ruhu.tools.indicator.reading.Household;
import org.ruhu.tools.indicator.reading.Mark;

/** Alkire and Foster's measures by the national draft, at three cut-offs; who has anything unknown is left out. */
final class Deprived {

    private static final List<Deprivation> ALL = List.of(Deprivation.values());
    private static final Scheme SCHEME = new Scheme(ALL.stream()
            .map(lack -> new Scheme.Indicator(lack.word(), lack.parts())).toList());
    private static final Map<String, Cutoff> CUTOFFS = new LinkedHashMap<>();

    static {
        CUTOFFS.put("k20", new Cutoff(1, 5));
        CUTOFFS.put("k33", new Cutoff(1, 3));
        CUTOFFS.put("k50", new Cutoff(1, 2));
    }

    private Deprived() {}

    static void figures(Cell cell, Sheet sheet) {
        List<Sampled> rows = cell.interviewed();
        DeprivationTally tally = new DeprivationTally(SCHEME);
        long persons = 0;
        for (Sampled row : rows) {
            Lacks lacks = lacks(row.household());
            tally.add(row.weight(), row.household().persons(), lacks);
            persons += lacks.unknown() == 0 ? row.household().persons() : 0;
        }
        for (Map.Entry<String, Cutoff> cutoff : CUTOFFS.entrySet()) {
            Multidimensional found = tally.measures(cutoff.getValue(), Unknowns.LEFT_OUT);
            Base base = new Base(found.households(), persons, found.persons(), found.leftOut());
            Base ofPoor = ofPoor(rows, found, cutoff.getValue());
            String at = "." + cutoff.getKey();
            sheet.put("mpi.h" + at, found.headcount(), base, sheet.interval(() -> Ratio.ofPersons(rows,
                    household -> poor(household, cutoff.getValue()))));
            ToDoubleFunction<Household> censored = household -> censored(household, cutoff.getValue());
            sheet.put("mpi.a" + at, found.intensity(), ofPoor, sheet.interval(() -> Ratio.ofPersons(rows,
                    household -> poor(household, cutoff.getValue()) == 0 ? Double.NaN
                            : censored.applyAsDouble(household))));
            sheet.put("mpi.m0" + at, found.adjusted(), base, sheet.interval(() -> Ratio.ofPersons(rows, censored)));
            for (int i = 0; i < ALL.size(); i++) {
                Deprivation lack = ALL.get(i);
                sheet.put("mpi.contribution." + lack.word() + at, found.parts().get(i).contribution(), ofPoor,
                        sheet.interval(() -> Ratio.of(rows,
                                household -> household.persons() * SCHEME.weight(lack.ordinal())
                                        * poor(household, cutoff.getValue()) * share(household, lack),
                                household -> household.persons() * censored.applyAsDouble(household))));
            }
        }
        for (Deprivation lack : ALL) {
            sheet.put("mpi.deprived." + lack.word(), Ratio.ofPersons(rows, household -> share(household, lack)));
        }
    }

    /** What is told of the poor alone stands on them alone. */
    private static Base ofPoor(List<Sampled> rows, Multidimensional found, Cutoff cutoff) {
        List<Sampled> poor = rows.stream().filter(row -> poor(row.household(), cutoff) == 1).toList();
        return new Base(poor.size(), poor.stream().mapToLong(row -> row.household().persons()).sum(),
                found.poorPersons(), found.leftOut());
    }

    private static double share(Household household, Deprivation lack) {
        Mark mark = household.lacks().at(lack);
        return mark == Mark.UNKNOWN ? Double.NaN : mark == Mark.PASS ? 1 : 0;
    }

    private static double poor(Household household, Cutoff cutoff) {
        double parts = parts(household);
        return Double.isNaN(parts) ? parts : parts * cutoff.under() >= Deprivation.TOTAL * cutoff.over() ? 1 : 0;
    }

    /** The share of the weights the household is deprived in, 0 of those who are not poor. */
    private static double censored(Household household, Cutoff cutoff) {
        return poor(household, cutoff) * parts(household) / Deprivation.TOTAL;
    }

    /** {@code NaN} with anything unknown. */
    private static double parts(Household household) {
        if (household.persons() == 0) {
            return Double.NaN;
        }
        int parts = 0;
        for (Deprivation lack : ALL) {
            Mark mark = household.lacks().at(lack);
            if (mark == Mark.UNKNOWN) {
                return Double.NaN;
            }
            parts += mark == Mark.PASS ? lack.parts() : 0;
        }
        return parts;
    }

    /** Of a household of which not even the number of persons is known, nothing is. */
    private static Lacks lacks(Household household) {
        Stream<Deprivation> lacks = Arrays.stream(Deprivation.values());
        return Lacks.of(lacks.map(lack -> household.persons() == 0 ? Lacks.State.UNKNOWN
                : switch (household.lacks().at(lack)) {
                    case PASS -> Lacks.State.DEPRIVED;
                    case FAIL -> Lacks.State.NOT_DEPRIVED;
                    case UNKNOWN -> Lacks.State.UNKNOWN;
                }).toList());
    }
}
