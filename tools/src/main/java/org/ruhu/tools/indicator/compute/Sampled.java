package org.ruhu.tools.indicator.compute;

import java.util.Set;
import org.ruhu.tools.indicator.reading.Household;

/**
 * A household and how it was drawn; in a census everybody has the weight 1.
 *
 * @param place in the order of reading, from 0
 */
record Sampled(Household household, Drawn drawn, int place) {

    private static final Set<String> INTERVIEWED = Set.of("", "01", "02", "05");

    /** Whether there was an interview, even one in part; where the result is not stated, there was one. */
    boolean interviewed() {
        return INTERVIEWED.contains(household.result());
    }

    double weight() {
        return drawn.weight();
    }
}
