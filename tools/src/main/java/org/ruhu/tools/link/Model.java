package org.ruhu.tools.link;

import java.util.List;
import java.util.Map;

/**
 * What was learned, enough to score any pair and to explain the score.
 *
 * @param prior       chance that two records drawn at random, of those the settings compare, are the same
 * @param chances     by comparison, then by level from 1 to {@link Comparison#otherwise()}
 * @param frequencies by column: share of the records (that have a value) with a value
 * @param cuts        match weights in bits
 * @param notes       what whoever uses the model should know: a session that was refused, a number that is a guess
 */
public record Model(Settings settings, double prior, List<List<Chance>> chances, Map<String, Frequencies> frequencies,
        Cuts cuts, List<String> notes) {

    public Model {
        chances = chances.stream().map(List::copyOf).toList();
        frequencies = Map.copyOf(frequencies);
        notes = List.copyOf(notes);
    }

    /**
     * How often a level is met.
     *
     * @param m     among pairs of the same
     * @param u     among pairs of two different ones
     * @param mFrom where m is from, in words: which sessions, or what was assumed
     */
    public record Chance(double m, double u, String mFrom, String uFrom) {

        /** In bits: log2(m / u). */
        public double weight() {
            return Math.log(m / u) / Math.log(2);
        }
    }

    /**
     * How common the values of a column are.
     *
     * @param shares of the values that are common enough to be told apart
     * @param rest   share given to every other value
     * @param agree  chance that two different records have the same value: what a value's own share is measured by
     */
    public record Frequencies(Map<String, Double> shares, double rest, double agree) {

        /** What is known of a value of its own counts half where the other is only similar. */
        private static final double SIMILAR = 0.5;

        public Frequencies {
            shares = Map.copyOf(shares);
        }

        public double share(String value) {
            return shares.getOrDefault(value, rest);
        }

        /**
         * Bits added to a level's weight for what the two values are: log2(agree / larger share), so that agreeing on a rare
         * value says more and on a common one less than on the average one. The level's u stays what it is for values as
         * they come.
         *
         * @param equal whether the two values are; if they are only similar the term is halved
         */
        public static double term(double agree, double left, double right, boolean equal) {
            return Math.log(agree / Math.max(left, right)) / Math.log(2) * (equal ? 1 : SIMILAR);
        }
    }

    /** From {@code automatic} a pair is linked by itself, from {@code clerical} it is looked at; {@code match} is the one cut. */
    public record Cuts(double automatic, double clerical, double match) {}

    /** Bits that speak for any pair before it is looked at. */
    public double priorWeight() {
        return Math.log(prior / (1 - prior)) / Math.log(2);
    }

    /** 0 for what is missing. */
    public double weight(int comparison, int level) {
        return level == Comparison.MISSING_LEVEL ? 0 : chances.get(comparison).get(level - 1).weight();
    }

    public static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }
}
