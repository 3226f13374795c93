package org.ruhu.tools.indicator.quality;

import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;

/**
 * What a significance test says.
 *
 * @param statistic of the test
 * @param p         probability of a statistic at least so far out, on either side, were nothing the matter
 */
public record Tested(Measured statistic, Measured p) {

    static Tested lacking(Lack why) {
        return new Tested(Measured.lacking(why), Measured.lacking(why));
    }

    static Tested of(double statistic, double p) {
        return new Tested(Measured.of(statistic), Measured.of(p));
    }
}
