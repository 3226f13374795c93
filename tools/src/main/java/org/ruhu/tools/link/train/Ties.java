package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ruhu.tools.link.Model.Tie;
import org.ruhu.tools.link.train.Session.Follows;

/**
 * Comparisons that follow from others. Adding up their weights counts one thing twice, and whole households become one
 * person. What a level is worth when the rule's comparisons agree was seen among the rule's pairs: log2(m / u) there; a
 * tie takes away what it is less than elsewhere. It never adds: that a rule's pairs differ where they should agree is
 * known from few, and odd, pairs.
 */
record Ties(List<Tie> list) {

    static final Ties NONE = new Ties(List.of());
    private static final double BIT = Math.log(2);
    private static final double WORTH_IT = -1;

    /** The strongest first; one that would follow from what follows from it is left out. */
    static Ties of(List<Session> sessions, double[][] m, double[][] u) {
        List<Tie> wanted = new ArrayList<>();
        for (Session session : sessions) {
            for (Follows follows : session.follows()) {
                Tie tie = tie(follows, m[follows.comparison()], u[follows.comparison()]);
                if (!tie.when().isEmpty() && tie.bits().get(0) < WORTH_IT) {
                    wanted.add(tie);
                }
            }
        }
        wanted.sort(Comparator.comparingDouble((Tie tie) -> tie.bits().get(0)));
        List<Tie> kept = new ArrayList<>();
        for (Tie tie : wanted) {
            if (tie.when().stream()
                    .noneMatch(first -> followed(kept, first, new HashSet<>()).contains(tie.comparison()))) {
                kept.add(tie);
            }
        }
        return new Ties(List.copyOf(kept));
    }

    /** All that a comparison follows from, itself included. */
    private static Set<Integer> followed(List<Tie> ties, int comparison, Set<Integer> met) {
        if (met.add(comparison)) {
            ties.stream().filter(tie -> tie.comparison() == comparison)
                    .forEach(tie -> tie.when().forEach(first -> followed(ties, first, met)));
        }
        return met;
    }

    private static Tie tie(Follows follows, double[] m, double[] u) {
        List<Double> bits = new ArrayList<>();
        for (int level = 1; level < m.length; level++) {
            double there = Math.log(follows.m()[level] / follows.u()[level]);
            double elsewhere = Math.log(m[level] / u[level]);
            bits.add(elsewhere > 0 ? Math.min(0, Math.max(there, 0) - elsewhere) / BIT : 0.0);
        }
        return new Tie(follows.when(), follows.comparison(), bits);
    }

    /** For each pattern what is said again, as a natural logarithm; a tie of a comparison that is off does not hold. */
    double[] repeated(Sample sample, boolean[] off) {
        double[] repeated = new double[sample.size()];
        for (int c = 0; c < off.length; c++) {
            double[] most = new double[sample.size()];
            for (Tie tie : list) {
                if (tie.comparison() == c && !off[c] && tie.when().stream().noneMatch(first -> off[first])) {
                    take(sample, tie, most);
                }
            }
            for (int i = 0; i < repeated.length; i++) {
                repeated[i] += most[i];
            }
        }
        return repeated;
    }

    private static void take(Sample sample, Tie tie, double[] most) {
        for (int i = 0; i < most.length; i++) {
            int at = i;
            int level = sample.level(tie.comparison(), i);
            if (level > 0 && tie.when().stream().allMatch(first -> sample.level(first, at) == 1)) {
                most[i] = Math.min(most[i], tie.bits().get(level - 1) * BIT);
            }
        }
    }
}
