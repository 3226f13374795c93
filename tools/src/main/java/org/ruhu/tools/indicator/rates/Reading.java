package org.ruhu.tools.indicator.rates;

import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Bounds;

/**
 * A rate against its limit, read in two ways.
 *
 * @param official by the point estimate, as the rule has it
 * @param sure     by the interval: passed when all of it lies on the good side, failed when none does
 */
public record Reading(double limit, Official official, Sure sure) {

    public enum Official { PASSED, FAILED, UNKNOWN }

    public enum Sure { PASSED, FAILED, UNDECIDED, UNKNOWN }

    /** The rate must be below its limit. */
    static Reading below(double limit, Measured rate, Bounds bounds) {
        return new Reading(limit, official(rate.value().isPresent(), rate.value().orElse(1) < limit),
                bounds.low().value().isEmpty() || bounds.high().value().isEmpty() ? Sure.UNKNOWN
                        : sure(bounds.high().value().getAsDouble() < limit,
                                bounds.low().value().getAsDouble() >= limit));
    }

    /** The rate must be above its limit. */
    static Reading above(double limit, Measured rate, Bounds bounds) {
        return new Reading(limit, official(rate.value().isPresent(), rate.value().orElse(0) > limit),
                bounds.low().value().isEmpty() || bounds.high().value().isEmpty() ? Sure.UNKNOWN
                        : sure(bounds.low().value().getAsDouble() > limit,
                                bounds.high().value().getAsDouble() <= limit));
    }

    private static Official official(boolean known, boolean passed) {
        return !known ? Official.UNKNOWN : passed ? Official.PASSED : Official.FAILED;
    }

    private static Sure sure(boolean passed, boolean failed) {
        return passed ? Sure.PASSED : failed ? Sure.FAILED : Sure.UNDECIDED;
    }
}
