package org.ruhu.tools.indicator.deprivation;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.deprivation.Scheme.Cutoff;

/**
 * How groups that do not overlap make up the whole: M0 is the sum over groups of population share times M0 of the group
 * (Alkire, Foster 2011).
 */
public record Decomposition(Multidimensional whole, List<Share> groups) {

    /**
     * @param persons      share of all persons that count
     * @param contribution to M0; all add up to 1
     */
    public record Share(String group, Measured persons, Multidimensional measures, Measured contribution) {}

    public Decomposition {
        groups = List.copyOf(groups);
    }

    /** In the order of the groups' names. */
    public static Decomposition of(Scheme scheme, SortedMap<String, DeprivationTally> groups, Cutoff cutoff,
            Unknowns unknowns) {
        DeprivationTally all = new DeprivationTally(scheme);
        groups.values().forEach(all::add);
        Multidimensional whole = all.measures(cutoff, unknowns);
        double score = whole.adjusted().value().orElse(0) * whole.persons();
        List<Share> shares = new ArrayList<>();
        groups.forEach((name, tally) -> {
            Multidimensional its = tally.measures(cutoff, unknowns);
            shares.add(new Share(name, Measured.ratio(its.persons(), whole.persons(), Lack.NO_BASE), its,
                    Measured.ratio(its.adjusted().value().orElse(0) * its.persons(), score)));
        });
        return new Decomposition(whole, shares);
    }
}
