package org.ruhu.tools.indicator.deprivation;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.Sum;
import org.ruhu.tools.indicator.Weights;
import org.ruhu.tools.indicator.deprivation.Scheme.Cutoff;

/**
 * Counts households by what they lack; the measures for any cut-off come from that. Holds what occurs, not who has it:
 * at most 3 to the number of indicators entries, in practice a few hundred. For one thread; tallies add.
 */
public final class DeprivationTally {

    private final Scheme scheme;
    private final SortedMap<Lacks, Count> counts = new TreeMap<>();

    public DeprivationTally(Scheme scheme) {
        this.scheme = scheme;
    }

    private static final class Count {
        private final Sum persons = new Sum();
        private long households;
    }

    /** @param persons of the household, all as deprived as it is */
    public DeprivationTally add(double weight, double persons, Lacks lacks) {
        double mass = Weights.persons(weight, persons);
        scheme.fits(lacks);
        Count count = counts.computeIfAbsent(lacks, its -> new Count());
        count.persons.add(mass);
        count.households++;
        return this;
    }

    /** Takes in what another has counted by the same scheme. */
    public DeprivationTally add(DeprivationTally other) {
        if (!other.scheme.equals(scheme)) {
            throw new IllegalArgumentException("another scheme");
        }
        other.counts.forEach((lacks, its) -> {
            Count count = counts.computeIfAbsent(lacks, absent -> new Count());
            count.persons.add(its.persons);
            count.households += its.households;
        });
        return this;
    }

    public Multidimensional measures(Cutoff cutoff, Unknowns unknowns) {
        Totals totals = new Totals(cutoff, unknowns);
        double persons = totals.persons.value();
        double score = totals.score.value() / scheme.total();
        Measured adjusted = Measured.ratio(score, persons, Lack.NO_BASE);
        List<Multidimensional.Part> parts = new ArrayList<>();
        for (int i = 0; i < scheme.indicators().size(); i++) {
            double weight = scheme.weight(i);
            double censored = totals.censored.get(i).value();
            parts.add(new Multidimensional.Part(scheme.indicators().get(i).name(), weight,
                    Measured.ratio(totals.uncensored.get(i).value(), persons, Lack.NO_BASE),
                    Measured.ratio(censored, persons, Lack.NO_BASE),
                    adjusted.value().isEmpty() ? adjusted : Measured.ratio(weight * censored, score)));
        }
        return new Multidimensional(unknowns, cutoff, totals.households, persons, totals.leftOut,
                totals.leftOutPersons.value(), totals.poor.value(),
                Measured.ratio(totals.poor.value(), persons, Lack.NO_BASE),
                Measured.ratio(score, totals.poor.value(), Lack.NO_BASE), adjusted, parts);
    }

    private final class Totals {
        private final Sum persons = new Sum();
        private final Sum leftOutPersons = new Sum();
        private final Sum poor = new Sum();
        private final Sum score = new Sum();
        private final List<Sum> censored = sums();
        private final List<Sum> uncensored = sums();
        private long households;
        private long leftOut;

        Totals(Cutoff cutoff, Unknowns unknowns) {
            for (Map.Entry<Lacks, Count> entry : counts.entrySet()) {
                Count count = entry.getValue();
                if (unknowns.counts(entry.getKey())) {
                    households += count.households;
                    persons.add(count.persons);
                    place(unknowns.deprived(entry.getKey()), count.persons.value(), cutoff);
                } else {
                    leftOut += count.households;
                    leftOutPersons.add(count.persons);
                }
            }
        }

        private List<Sum> sums() {
            return scheme.indicators().stream().map(indicator -> new Sum()).toList();
        }

        private void place(long deprived, double mass, Cutoff cutoff) {
            long parts = scheme.parts(deprived);
            boolean isPoor = cutoff.poor(parts, scheme.total());
            if (isPoor) {
                poor.add(mass);
                score.add(mass * parts);
            }
            for (long rest = deprived; rest != 0; rest &= rest - 1) {
                int indicator = Long.numberOfTrailingZeros(rest);
                uncensored.get(indicator).add(mass);
                if (isPoor) {
                    censored.get(indicator).add(mass);
                }
            }
        }
    }
}
