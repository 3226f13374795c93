package org.ruhu.tools.indicator.figure;

/**
 * What a figure stands on.
 *
 * @param households in the base, unweighted
 * @param persons    in them, unweighted
 * @param weighted   what the value was divided by: weights of households, or weights times persons
 * @param missing    households of the universe for which it could not be worked out, so that they are not in the base
 * @param imputed    households in the base with an answer that nobody gave among those the figure needs
 */
public record Base(long households, long persons, double weighted, long missing, long imputed) {

    /** Where everybody answered. */
    public Base(long households, long persons, double weighted, long missing) {
        this(households, persons, weighted, missing, 0);
    }

    public Base withImputed(long households) {
        return new Base(this.households, persons, weighted, missing, households);
    }

    /** Of the base, from 0 to 1. */
    public double imputedShare() {
        return imputed == 0 ? 0 : (double) imputed / households;
    }


    /** Of the universe, from 0 to 1; 0 when the universe is empty. */
    public double missingShare() {
        return missing == 0 ? 0 : (double) missing / (households + missing);
    }
}
