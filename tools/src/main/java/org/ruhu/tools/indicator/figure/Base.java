package org.ruhu.tools.indicator.figure;

/**
 * What a figure stands on.
 *
 * @param households in the base, unweighted
 * @param persons    in them, unweighted
 * @param weighted   what the value was divided by: weights of households, or weights times persons
 * @param missing    households of the universe for which it could not be worked out, so that they are not in the base
 */
public record Base(long households, long persons, double weighted, long missing) {

    /** Of the universe, from 0 to 1; 0 when the universe is empty. */
    public double missingShare() {
        return missing == 0 ? 0 : (double) missing / (households + missing);
    }
}
