package org.ruhu.tools.indicator.poverty;

import java.util.Arrays;
import org.ruhu.tools.indicator.Weights;

/**
 * Incomes per person and how many persons have them, kept for figures that need them in order: 16 bytes per household
 * (24 just after the arrays have grown), 8 more while {@link Inequality} is computed. For one thread.
 */
public final class Incomes {

    private final BaseTally base = new BaseTally();
    private double[] income = new double[1024];
    private double[] mass = new double[1024];
    private int size;

    /** @param income per person and year */
    public void add(double weight, double persons, double income) {
        double its = Weights.persons(weight, persons);
        base.known(its, income);
        if (size == mass.length) {
            int more = size + (size >> 1);
            this.income = Arrays.copyOf(this.income, more);
            mass = Arrays.copyOf(mass, more);
        }
        this.income[size] = income;
        mass[size++] = its;
    }

    /** A household whose income is not known. */
    public void unknown(double weight, double persons) {
        base.unknown(Weights.persons(weight, persons));
    }

    /** Takes in what another has. */
    public void add(Incomes other) {
        int together = size + other.size;
        income = Arrays.copyOf(income, Math.max(income.length, together));
        mass = Arrays.copyOf(mass, income.length);
        System.arraycopy(other.income, 0, income, size, other.size);
        System.arraycopy(other.mass, 0, mass, size, other.size);
        size = together;
        base.add(other.base);
    }

    Base base() {
        return base.base();
    }

    /** Those that count, in ascending order. */
    Ladder ladder(Negatives negatives) {
        return Ladder.of(income, mass, size, negatives);
    }
}
