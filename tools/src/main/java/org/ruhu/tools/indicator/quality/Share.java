package org.ruhu.tools.indicator.quality;

import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Bounds;
import org.ruhu.tools.indicator.design.Shares;

/** A share that is never shown without its base. */
public record Share(long cases, long base) {

    public Share {
        if (cases < 0 || cases > base) {
            throw new IllegalArgumentException(cases + " of " + base);
        }
    }

    public Measured share() {
        return Measured.ratio(cases, base, Lack.NO_BASE);
    }

    /** Wilson's interval, as if cases were independent. */
    public Bounds wilson(double level) {
        return Shares.wilson(share().value().orElse(0), base, level);
    }
}
