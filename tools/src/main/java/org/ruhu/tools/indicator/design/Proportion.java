package org.ruhu.tools.indicator.design;

import org.apache.commons.statistics.distribution.TDistribution;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;

/**
 * A share of persons estimated from a sample, with intervals that hold near 0 and 1.
 *
 * @param cases   in the sample, not weighted
 * @param persons in the sample, not weighted
 */
public record Proportion(Estimate estimate, double cases, double persons) {

    public Measured share() {
        return estimate.value();
    }

    /** Whether the sample itself shows how the share varies: some but not all are cases, and clusters differ. */
    public boolean tells() {
        return share().value().stream().anyMatch(share -> share > 0 && share < 1)
                && estimate.variance().value().stream().anyMatch(variance -> variance > 0);
    }

    /** Variance over r (1 - r) / n, n being the persons of the sample; the assumed one where the sample cannot tell. */
    public Measured deff(Confidence confidence) {
        return effectiveSize(confidence).map(size -> persons / size);
    }

    /**
     * As how many persons, drawn simply, the sample tells: r (1 - r) / variance, or the persons over the assumed design
     * effect (Kish 1965; Korn, Graubard 1998).
     */
    public Measured effectiveSize(Confidence confidence) {
        if (share().lack().isPresent()) {
            return share();
        }
        if (persons <= 0) {
            return Measured.lacking(Lack.NO_BASE);
        }
        double share = share().value().orElseThrow();
        double size = tells() ? share * (1 - share) / estimate.variance().value().orElseThrow()
                : persons / confidence.assumedDeff();
        if (confidence.fewClusters() && estimate.degreesOfFreedom() < 1) {
            return Measured.lacking(Lack.TOO_FEW);
        }
        if (confidence.fewClusters() && persons > 1) {
            double ratio = t(persons - 1, confidence) / t(estimate.degreesOfFreedom(), confidence);
            size *= ratio * ratio;
        }
        return Measured.of(confidence.capped() ? Math.min(size, persons) : size);
    }

    private static double t(double degrees, Confidence confidence) {
        return TDistribution.of(degrees).inverseSurvivalProbability(confidence.tail());
    }

    /** Wilson 1927, JASA 22, with the effective size. */
    public Bounds wilson(Confidence confidence) {
        return on(confidence, (share, size) -> Shares.wilson(share, size, confidence.level()));
    }

    /** Clopper, Pearson 1934, Biometrika 26, with the effective size, as Korn and Graubard 1998 have it. */
    public Bounds clopperPearson(Confidence confidence) {
        return on(confidence, (share, size) -> Shares.clopperPearson(share, size, confidence.level()));
    }

    /**
     * The t interval of log(r / (1 - r)), taken back (Korn, Graubard 1999); lacks where the sample cannot tell. It
     * goes by the variance as it is, not by the effective size.
     */
    public Bounds logit(double level) {
        if (share().lack().isPresent() || !tells() || estimate.degreesOfFreedom() < 1) {
            return Bounds.lacking(share().lack().orElse(estimate.degreesOfFreedom() < 1 ? Lack.TOO_FEW
                    : Lack.NO_VARIATION));
        }
        double share = share().value().orElseThrow();
        double centre = Math.log(share / (1 - share));
        double reach = TDistribution.of(estimate.degreesOfFreedom()).inverseSurvivalProbability((1 - level) / 2)
                * estimate.standardError().value().orElseThrow() / (share * (1 - share));
        return Bounds.of(1 / (1 + Math.exp(reach - centre)), 1 / (1 + Math.exp(-reach - centre)));
    }

    private interface OnSize {
        Bounds of(double share, double size);
    }

    private Bounds on(Confidence confidence, OnSize bounds) {
        Measured size = effectiveSize(confidence);
        return size.lack().isPresent() ? Bounds.lacking(size.lack().get())
                : bounds.of(share().value().orElseThrow(), size.value().orElseThrow());
    }
}
