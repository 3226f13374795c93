package org.ruhu.tools.indicator.compute;

import java.util.Map;
import org.ruhu.tools.indicator.reading.RuleBook;

/**
 * What figures of a sample are judged by.
 *
 * @param rules       hold the limits of the rates
 * @param cases       by unit: whether a suspected case was verified; empty when nobody has said
 * @param assumedDeff design effect where the sample itself cannot tell it, as where no case was found
 */
public record Judging(RuleBook rules, Map<String, Boolean> cases, double assumedDeff) {

    public Judging {
        cases = Map.copyOf(cases);
        if (!(assumedDeff >= 1)) {
            throw new IllegalArgumentException("a design effect is 1 or more");
        }
    }
}
