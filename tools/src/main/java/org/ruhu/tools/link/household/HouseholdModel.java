package org.ruhu.tools.link.household;

import java.util.List;

/**
 * When two households that have somebody in common are one household. Of the n members of the smaller one, k are found
 * in the other: k is binomial with chance {@code stay} if they are one household, with {@code move} if they are two
 * (somebody married, moved or is counted twice). Pairs without anybody in common are never looked at, so both are cut
 * off at k = 0. What else speaks for one household, or against it, is independent given that.
 *
 * @param prior    share of one household among pairs that have somebody in common
 * @param features by feature and level, from 0: how often the level is met
 * @param learned  false where there was too little to learn from, and the numbers are what we started with
 */
public record HouseholdModel(double prior, double stay, double move, List<List<Chance>> features, boolean learned) {

    /**
     * @param m among one household entered twice
     * @param u among two households
     */
    public record Chance(double m, double u) {
        double bits() {
            return log2(m / u);
        }
    }

    public HouseholdModel {
        features = features.stream().map(List::copyOf).toList();
        if (!(prior > 0 && prior < 1 && move > 0 && move < stay && stay < 1)) {
            throw new IllegalArgumentException("prior %s, stay %s, move %s".formatted(prior, stay, move));
        }
    }

    /** A feature that nobody knows of one of the two. */
    public static final int UNKNOWN = -1;

    /**
     * Bits for one household.
     *
     * @param levels by feature; {@link #UNKNOWN} speaks neither for nor against
     */
    public double weight(Meeting meeting, int[] levels) {
        double weight = log2(prior / (1 - prior)) + memberWeight(meeting);
        for (int f = 0; f < levels.length; f++) {
            weight += levels[f] == UNKNOWN ? 0 : features.get(f).get(levels[f]).bits();
        }
        return weight;
    }

    /** Bits that the members alone speak for one household. */
    public double memberWeight(Meeting meeting) {
        return log2(chance(meeting.linked(), meeting.smaller(), stay)
                / chance(meeting.linked(), meeting.smaller(), move));
    }

    /** Binomial without its coefficient, which is the same on both sides, given at least one. */
    static double chance(int linked, int members, double each) {
        return Math.pow(each, linked) * Math.pow(1 - each, members - linked) / (1 - Math.pow(1 - each, members));
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
