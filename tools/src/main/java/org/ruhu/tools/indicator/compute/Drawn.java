package org.ruhu.tools.indicator.compute;

/**
 * How a unit came into the sample.
 *
 * @param cluster  first-stage unit, a name of its own in its stratum
 * @param clusters how many first-stage units the stratum has altogether; 0: so many that it does not matter
 */
public record Drawn(String stratum, String cluster, double weight, double clusters) {

    static final Drawn CENSUS = new Drawn("", "", 1, 0);

    public Drawn {
        if (!(weight >= 0) || Double.isInfinite(weight)) {
            throw new IllegalArgumentException("a weight is a number, not below 0");
        }
    }
}
