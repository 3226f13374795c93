package org.ruhu.tools.indicator.rates;

/**
 * The rural persons of the evaluated area, known from the registers.
 *
 * @param all       rural hukou population
 * @param stillPoor on the register and not left
 * @param left      registered persons who left poverty
 * @param outside   persons never on the register
 */
public record Population(double all, double stillPoor, double left, double outside) {

    public Population {
        if (!(all > 0) || !(stillPoor >= 0) || !(left >= 0) || !(outside >= 0) || Double.isInfinite(all)) {
            throw new IllegalArgumentException("a population has persons, and no group of it is negative");
        }
        if (stillPoor + left + outside > all * (1 + 1e-9)) {
            throw new IllegalArgumentException("the groups have more persons than the rural population: " + stillPoor
                    + " + " + left + " + " + outside + " of " + all);
        }
    }
}
