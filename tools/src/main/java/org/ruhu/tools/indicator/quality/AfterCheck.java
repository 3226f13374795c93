package org.ruhu.tools.indicator.quality;

import java.util.function.IntPredicate;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Estimate;
import org.ruhu.tools.indicator.design.Estimator;

/**
 * An after-check (post-enumeration survey) of a place against the census there. Sources: Chandra Sekar, Deming
 * 1949, JASA 44; United Nations 2010, Post Enumeration Surveys: operational guidelines, 8 and 9.
 *
 * @param counted    persons in the census
 * @param duplicates of these, counted another time
 * @param wrong      of these, who should not have been counted there
 * @param checked    persons the after-check found
 * @param matched    of these, who are in the census
 */
public record AfterCheck(long counted, long duplicates, long wrong, long checked, long matched) {

    public AfterCheck {
        if (duplicates < 0 || wrong < 0 || duplicates + wrong > counted || matched < 0 || matched > checked
                || matched > counted - duplicates - wrong) {
            throw new IllegalArgumentException("matched persons are among the checked and the correctly counted: "
                    + counted + " counted, " + duplicates + " duplicates, " + wrong + " wrong, " + checked
                    + " checked, " + matched + " matched");
        }
    }

    /** C, the correct enumerations. */
    public long correct() {
        return counted - duplicates - wrong;
    }

    public Share match() {
        return new Share(matched, checked);
    }

    /** 1 - M / P. */
    public Share omission() {
        return new Share(checked - matched, checked);
    }

    /** Duplicates and wrong inclusions of those counted. */
    public Share overcount() {
        return new Share(duplicates + wrong, counted);
    }

    /** The dual-system total C P / M; lacks when nobody matched. */
    public Measured total() {
        return Measured.ratio((double) correct() * checked, matched);
    }

    /** C P (C - M) (P - M) / M^3: two independent counts of a closed population (Chandra Sekar, Deming 1949). */
    public Measured variance() {
        double m = matched;
        return matched == 0 ? Measured.lacking(Lack.ZERO_DIVISOR)
                : Measured.of(correct() / m * (checked / m) * (correct() - m) / m * (checked - m));
    }

    /** (C + 1) (P + 1) / (M + 1) - 1, with little bias for few matches (Chapman 1951, U. Calif. Publ. Stat. 1). */
    public Measured chapman() {
        return Measured.of((correct() + 1.0) * (checked + 1.0) / (matched + 1.0) - 1);
    }

    /** (C + 1) (P + 1) (C - M) (P - M) / ((M + 1)^2 (M + 2)) (Seber 1970, Biometrics 26: 13). */
    public Measured chapmanVariance() {
        double m = matched;
        return Measured.of((correct() + 1.0) / (m + 1) * (checked + 1.0) / (m + 1) * (correct() - m) * (checked - m)
                / (m + 2));
    }

    /** Of the dual-system total, what the census lacks; below 0 when it counted too many. */
    public Measured netUndercount() {
        return total().value().isEmpty() ? total()
                : Measured.ratio(total().value().getAsDouble() - counted, total().value().getAsDouble());
    }

    /**
     * The dual-system total of an after-check in a sample of places: correct enumerations of the whole area times P / M
     * as a ratio of weighted sums. Its variance is the sample's.
     *
     * @param checked per sampled unit
     * @param matched per sampled unit
     */
    public static Estimate total(double correct, Estimator estimator, double[] checked, double[] matched,
            IntPredicate domain) {
        Estimate ratio = estimator.ratio(checked, matched, domain);
        return new Estimate(ratio.value().map(each -> correct * each),
                ratio.variance().map(each -> correct * correct * each), ratio.units(), ratio.degreesOfFreedom(),
                ratio.srsVariance().map(each -> correct * correct * each));
    }
}
