package org.ruhu.tools.indicator.poverty;

/** What is done with incomes below zero, which most formulas were not made for; how many there are is always told. */
public enum Negatives {
    /** counted as they are: poverty gaps may exceed 1, a Gini may too, a Lorenz curve first falls */
    AS_THEY_ARE,
    AS_ZERO,
    LEFT_OUT;

    double treated(double income) {
        return this == AS_ZERO && income < 0 ? 0 : income;
    }

    boolean leavesOut(double income) {
        return this == LEFT_OUT && income < 0;
    }
}
