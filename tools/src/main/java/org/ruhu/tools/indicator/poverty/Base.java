package org.ruhu.tools.indicator.poverty;

import org.ruhu.tools.indicator.Measured;

/**
 * Who stands behind a figure. Households are counted as they came, persons with their weights.
 *
 * @param households with a known income; those with a negative one are among them, also when they are left out
 * @param persons    of these households, weighted
 * @param unknown    households without a known income
 * @param unknownPersons theirs, weighted
 * @param negative   households with an income below zero
 * @param negativePersons theirs, weighted
 */
public record Base(long households, double persons, long unknown, double unknownPersons, long negative,
        double negativePersons) {

    /** Share of all persons, the income of whose household is not known. */
    public Measured unknownShare() {
        return Measured.ratio(unknownPersons, persons + unknownPersons);
    }
}
