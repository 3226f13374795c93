package org.ruhu.tools.indicator.rates;

import org.ruhu.tools.indicator.design.Confidence;
import org.ruhu.tools.indicator.design.Lonely;

/**
 * How the rates are judged.
 *
 * @param unclear how an unclear answer about recognition counts
 * @param exact   whether intervals are Clopper and Pearson's, which are never too narrow, or Wilson's
 */
public record Settings(Limits limits, Confidence confidence, Lonely lonely, Unclear unclear, boolean exact) {

    /** The first three must stay below, recognition must be above. */
    public record Limits(double wronglyExited, double missed, double composite, double recognition) {
        public Limits {
            for (double limit : new double[] {wronglyExited, missed, composite, recognition}) {
                if (!(limit > 0 && limit < 1)) {
                    throw new IllegalArgumentException("a limit lies between 0 and 1: " + limit);
                }
            }
        }
    }

    public enum Unclear { AS_NO, AS_YES, LEFT_OUT }
}
