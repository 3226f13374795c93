package org.ruhu.tools.indicator.quality;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.inference.BinomialTest;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;

/** Tests whether a yes is given as often in second interviews as in first. */
public final class Proportions {

    private Proportions() {}

    /** Of two unconnected groups, z by the common share (Fleiss, Levin, Paik 2003, Statistical Methods). */
    public static Tested apart(Share first, Share second) {
        if (first.base() == 0 || second.base() == 0) {
            return Tested.lacking(Lack.NO_BASE);
        }
        double common = ((double) first.cases() + second.cases()) / (first.base() + second.base());
        double variance = common * (1 - common) * (1.0 / first.base() + 1.0 / second.base());
        if (variance == 0) {
            return Tested.lacking(Lack.NO_VARIATION);
        }
        double z = ((double) first.cases() / first.base() - (double) second.cases() / second.base())
                / Math.sqrt(variance);
        return Tested.of(z, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
    }

    /**
     * Of the same persons asked twice: whether those who changed went one way, exactly (McNemar 1947; Fleiss, Levin,
     * Paik 2003). The statistic is the share of changes from yes to no.
     */
    public static Tested paired(int yesThenNo, int noThenYes) {
        int changed = Math.addExact(yesThenNo, noThenYes);
        return changed == 0 ? Tested.lacking(Lack.NO_VARIATION)
                : new Tested(Measured.of((double) yesThenNo / changed),
                        Measured.of(BinomialTest.withDefaults().test(changed, yesThenNo, 0.5).getPValue()));
    }
}
