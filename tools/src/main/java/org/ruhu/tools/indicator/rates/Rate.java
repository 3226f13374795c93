package org.ruhu.tools.indicator.rates;

import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Bounds;
import org.ruhu.tools.indicator.design.Confidence;
import org.ruhu.tools.indicator.design.Proportion;
import org.ruhu.tools.indicator.design.Shares;

/**
 * A share with what is known of its error.
 *
 * @param share         with cases and base of the sample, and variance by the design
 * @param effectiveSize as how many persons, or households, drawn simply the sample tells
 * @param bounds        by the settings' method. With no case the upper one is 1 - (1 - level)^(1 / effective size), all
 *                      doubt being on that side
 */
public record Rate(Proportion share, Measured effectiveSize, Measured deff, Bounds bounds, Reading reading) {

    static Rate below(double limit, Proportion share, Settings settings) {
        Bounds bounds = bounds(share, settings);
        return of(share, settings.confidence(), bounds, Reading.below(limit, share.share(), bounds));
    }

    static Rate above(double limit, Proportion share, Settings settings) {
        Bounds bounds = bounds(share, settings);
        return of(share, settings.confidence(), bounds, Reading.above(limit, share.share(), bounds));
    }

    private static Rate of(Proportion share, Confidence confidence, Bounds bounds, Reading reading) {
        return new Rate(share, share.effectiveSize(confidence), share.deff(confidence), bounds, reading);
    }

    private static Bounds bounds(Proportion share, Settings settings) {
        Confidence confidence = settings.confidence();
        Measured size = share.effectiveSize(confidence);
        if (share.cases() == 0 && size.value().isPresent() && share.share().value().isPresent()) {
            return new Bounds(Measured.of(0),
                    Measured.of(Shares.noCaseBound(size.value().getAsDouble(), confidence.level())));
        }
        return settings.exact() ? share.clopperPearson(confidence) : share.wilson(confidence);
    }
}
