package org.ruhu.tools.indicator;

/** What may weigh: anything from nothing to more than any population, but not so much that sums overflow. */
public final class Weights {

    private static final double MOST = 1e200;

    private Weights() {}

    public static double weight(double weight) {
        if (!(weight >= 0 && weight <= MOST)) {
            throw new IllegalArgumentException("a weight is neither negative nor above " + MOST + ": " + weight);
        }
        return weight;
    }

    /** Weighted persons of a household. */
    public static double persons(double weight, double persons) {
        if (!(persons >= 0 && persons <= MOST)) {
            throw new IllegalArgumentException("persons are neither negative nor above " + MOST + ": " + persons);
        }
        return weight(weight(weight) * persons);
    }

    /** A number that is known, as an income. */
    public static double known(double number) {
        if (!(Math.abs(number) <= MOST)) {
            throw new IllegalArgumentException("a known number is finite and not above " + MOST + ": " + number);
        }
        return number;
    }
}
