package org.ruhu.tools.indicator;

/** Why there is no number. */
public enum Lack {
    /** nobody is in the base, or those who are weigh nothing */
    NO_BASE,
    /** what it is divided by is zero */
    ZERO_DIVISOR,
    /** the incomes sum up to zero or less, so shares of them mean nothing */
    NO_POSITIVE_TOTAL,
    /** all cases are alike where some difference is needed */
    NO_VARIATION,
    /** fewer cases than the formula needs */
    TOO_FEW,
    /** a stratum has one cluster, and how to treat it was not said */
    LONELY_CLUSTER,
    /** a number beyond what a double holds */
    OUT_OF_RANGE
}
