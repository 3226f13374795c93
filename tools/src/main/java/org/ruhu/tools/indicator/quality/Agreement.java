package org.ruhu.tools.indicator.quality;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.ruhu.tools.indicator.Lack;
import org.ruhu.tools.indicator.Measured;
import org.ruhu.tools.indicator.design.Bounds;

/**
 * How far the answers of a first and of a second interview agree on one question with codes. Sources: Hansen, Hurwitz,
 * Pritzker 1964, in Contributions to Statistics: 111-136; U.S. Census Bureau 1985, Evaluating Censuses of Population
 * and Housing, ISP-TR-5, for the rates; Cohen 1960 for kappa.
 *
 * @param cases         asked twice
 * @param gross         gross difference rate: share of pairs that differ
 * @param inconsistency index of inconsistency: gross over what it were had the second answers nothing to do with the
 *                      first, 1 - sum p1 p2; under 0.2 is held for low, over 0.5 for high. It equals 1 - kappa
 * @param kappaVariance for large samples (Fleiss, Cohen, Everitt 1969, Psychological Bulletin 72: 323)
 * @param categories    each code against all others
 */
public record Agreement(long cases, Share gross, Measured inconsistency, Measured kappa, Measured kappaVariance,
        List<Category> categories) {

    public Agreement {
        categories = List.copyOf(categories);
    }

    /**
     * One code against all others, as a question of yes and no: yes twice a, only first b, only second c.
     *
     * @param gross         (b + c) / n
     * @param net           (b - c) / n, what the first interviews have too many
     * @param inconsistency (b + c) / (n (p1 (1 - p2) + p2 (1 - p1)))
     */
    public record Category(Share gross, Measured net, Measured inconsistency) {}

    /** Kappa and the normal quantile times its standard error, cut at -1 and 1. */
    public Bounds kappaInterval(double level) {
        double z = NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
        double at = kappa.value().orElse(0);
        return kappa.value().isEmpty() ? new Bounds(kappa, kappa)
                : new Bounds(kappaVariance.map(variance -> Math.max(-1, at - z * Math.sqrt(variance))),
                        kappaVariance.map(variance -> Math.min(1, at + z * Math.sqrt(variance))));
    }

    /** @param pairs by code of the first interview, then of the second; square */
    public static Agreement of(long[][] pairs) {
        Table table = new Table(pairs);
        List<Category> categories = new ArrayList<>();
        for (int k = 0; k < pairs.length; k++) {
            categories.add(table.category(k));
        }
        Measured kappa = table.kappa();
        return new Agreement(table.cases, new Share(table.cases - table.same, table.cases),
                kappa.map(number -> 1 - number), kappa, table.variance(kappa), categories);
    }

    private static final class Table {
        private final long[][] pairs;
        private final long[] first;
        private final long[] second;
        private long cases;
        private long same;

        Table(long[][] pairs) {
            this.pairs = pairs;
            first = new long[pairs.length];
            second = new long[pairs.length];
            for (int i = 0; i < pairs.length; i++) {
                if (pairs[i].length != pairs.length) {
                    throw new IllegalArgumentException("first and second interviews have the same codes");
                }
                same += pairs[i][i];
                for (int j = 0; j < pairs.length; j++) {
                    if (pairs[i][j] < 0) {
                        throw new IllegalArgumentException("a count is not negative: " + pairs[i][j]);
                    }
                    cases += pairs[i][j];
                    first[i] += pairs[i][j];
                    second[j] += pairs[i][j];
                }
            }
        }

        Category category(int k) {
            long differ = first[k] + second[k] - 2 * pairs[k][k];
            double expected = first[k] * (double) (cases - second[k]) + second[k] * (double) (cases - first[k]);
            return new Category(new Share(differ, cases), Measured.ratio(first[k] - second[k], cases, Lack.NO_BASE),
                    cases == 0 ? Measured.lacking(Lack.NO_BASE)
                            : Measured.ratio(differ * (double) cases, expected, Lack.NO_VARIATION));
        }

        /** Expected agreement. */
        private double byChance() {
            double sum = 0;
            for (int k = 0; k < pairs.length; k++) {
                sum += (double) first[k] / cases * second[k] / cases;
            }
            return sum;
        }

        private boolean alike() {
            for (int k = 0; k < pairs.length; k++) {
                if (first[k] == cases && second[k] == cases) {
                    return true;
                }
            }
            return false;
        }

        Measured kappa() {
            if (cases == 0 || alike()) {
                return Measured.lacking(cases == 0 ? Lack.NO_BASE : Lack.NO_VARIATION);
            }
            return Measured.of(((double) same / cases - byChance()) / (1 - byChance()));
        }

        Measured variance(Measured kappa) {
            if (kappa.value().isEmpty()) {
                return kappa;
            }
            double n = cases;
            double chance = byChance();
            double off = 1 - kappa.value().getAsDouble();
            double sum = 0;
            for (int i = 0; i < pairs.length; i++) {
                for (int j = 0; j < pairs.length; j++) {
                    double share = pairs[i][j] / n;
                    double both = i == j ? 1 - (first[i] + second[i]) / n * off : (second[i] + first[j]) / n * off;
                    sum += share * both * both;
                }
            }
            double mean = 1 - off - chance * off;
            return Measured.of(Math.max(0, sum - mean * mean) / (n * (1 - chance) * (1 - chance)));
        }
    }
}
