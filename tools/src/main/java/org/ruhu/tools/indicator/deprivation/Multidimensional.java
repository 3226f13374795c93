package org.ruhu.tools.indicator.deprivation;

import java.util.List;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.deprivation.Scheme.Cutoff;

/**
 * Alkire and Foster's measures, each person counting the same. Never the global index, which counts other things.
 *
 * @param households that count, not weighted
 * @param persons    of these, weighted
 * @param leftOut    households left out for something unknown
 * @param leftOutPersons theirs, weighted
 * @param headcount  H, poor persons over persons
 * @param intensity  A, the mean share of weights the poor are deprived in
 * @param adjusted   M0 = H A
 */
public record Multidimensional(Unknowns unknowns, Cutoff cutoff, long households, double persons, long leftOut,
        double leftOutPersons, double poorPersons, Measured headcount, Measured intensity, Measured adjusted,
        List<Part> parts) {

    public Multidimensional {
        parts = List.copyOf(parts);
    }

    /**
     * One indicator.
     *
     * @param uncensored   share of persons deprived in it, poor or not
     * @param censored     share of persons who are poor and deprived in it
     * @param contribution weight times censored over M0; all add up to 1
     */
    public record Part(String indicator, double weight, Measured uncensored, Measured censored,
            Measured contribution) {}

    /** Share of all persons left out. */
    public Measured leftOutShare() {
        return Measured.ratio(leftOutPersons, persons + leftOutPersons);
    }
}
