package org.ruhu.tools.indicator.design;

import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;

/** Where a true value lies with some confidence; both numbers or neither. */
public record Bounds(Measured low, Measured high) {

    static Bounds lacking(Lack why) {
        return new Bounds(Measured.lacking(why), Measured.lacking(why));
    }

    static Bounds of(double low, double high) {
        return new Bounds(Measured.of(low), Measured.of(high));
    }
}
