package org.ruhu.tools.link.train;

import java.util.List;

/**
 * Levels that hardly any random pair reaches, as to have the same id number. A million pairs tell no more of them than
 * that they are rare; but where a rule brings together all pairs that reach such a level, those of them that are not
 * matches can be counted.
 */
final class Rare {

    /** Random pairs that are enough to tell. */
    private static final double SEEN = 100;

    private Rare() {}

    /**
     * @param seen  random pairs by comparison and level
     * @param pairs there are in all
     * @return whether {@code u}, which is changed, now comes from the pairs of a rule, by comparison
     */
    static boolean[] correct(double[][] u, double[][] seen, List<SessionCounts> counts, List<Session> sessions,
            double pairs) {
        boolean[] corrected = new boolean[u.length];
        for (Session session : sessions) {
            SessionCounts of = counts.stream().filter(one -> one.rule().equals(session.rule())).findFirst()
                    .orElseThrow();
            if (of.whole().isEmpty() || !session.used() || seen[of.whole().get()][1] >= SEEN) {
                continue;
            }
            int comparison = of.whole().get();
            double different = (1 - session.fit().orElseThrow().share()) * of.pairs() + 1;
            double valued = pairs * Chances.pairs(seen[comparison])
                    / (Chances.pairs(seen[comparison]) + seen[comparison][0]);
            if (different / valued < u[comparison][1]) {
                put(u[comparison], different / valued);
                corrected[comparison] = true;
            }
        }
        return corrected;
    }

    private static void put(double[] u, double first) {
        double scale = (1 - first) / (1 - u[1]);
        for (int level = 2; level < u.length; level++) {
            u[level] *= scale;
        }
        u[1] = first;
    }
}
