package org.ruhu.tools.indicator.compute;

import java.util.Set;
import org.ruhu.tools.indicator.reading.Household;

/** A household with its place in the design of the survey; in a census everybody has the weight 1. */
record Sampled(Household household, Drawn drawn) {

    private static final Set<String> INTERVIEWED = Set.of("", "01", "02", "05");

    /** Whether there was an interview, even one in part; where the result is not stated, there was one. */
    boolean interviewed() {
        return INTERVIEWED.contains(household.result());
    }

    double weight() {
        return drawn.weight();
    }
}
