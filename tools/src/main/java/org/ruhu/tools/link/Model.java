package org.ruhu.tools.link;

import java.util.List;
import java.util.Map;

/**
 * What was learned, enough to score any pair and to explain the score.
 *
 * @param prior       chance that two records drawn at random, of those the settings compare, are the same
 * @param chances     by comparison, then by level from 1 to {@link Comparison#otherwise()}
 * @param frequencies by column: share of the records (that have a value) with a value
 * @param ties        what comparisons say a second time when they agree together
 * @param cuts        match weights in bits
 * @param notes       what whoever uses the model should know: a session that was refused, a number that is a guess
 */
public record Model(Settings settings, double prior, List<List<Chance>> chances, Map<String, Frequencies> frequencies,
        List<Tie> ties, Cuts cuts, List<Note> notes) {

    public Model {
        ties = List.copyOf(ties);
        chances = chances.stream().map(List::copyOf).toList();
        frequencies = Map.copyOf(frequencies);
        notes = List.copyOf(notes);
    }

    /** A model whose comparisons are all thought to have nothing to do with each other. */
    public Model(Settings settings, double prior, List<List<Chance>> chances, Map<String, Frequencies> frequencies,
            Cuts cuts, List<Note> notes) {
        this(settings, prior, chances, frequencies, List.of(), cuts, notes);
    }

    /**
     * Who lives in one house has one telephone: once the first is known, the second is hardly news. When all of
     * {@code when} are on their first level, a level of {@code comparison} weighs so many bits more (mostly less) than
     * by itself.
     *
     * @param bits by level of {@code comparison}, from 1; none is above 0
     */
    public record Tie(List<Integer> when, int comparison, List<Double> bits) {
        public Tie {
            when = List.copyOf(when);
            bits = List.copyOf(bits);
        }

        boolean holds(Shape shape, int pattern) {
            for (int first : when) {
                if (shape.level(pattern, first) != 1) {
                    return false;
                }
            }
            return true;
        }
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
        public static final double SIMILAR = 0.5;

        public Frequencies {
            shares = Map.copyOf(shares);
        }

        public double share(String value) {
            return shares.getOrDefault(value, rest);
        }

        /**
         * Bits added to a level's weight for what the two values are: log2(agree / larger share), so that agreeing on a
         * rare value says more and on a common one less than on the average one. The level's u stays what it is for
         * values as they come.
         *
         * @param equal whether the two values are; if they are only similar the term is halved
         */
        public static double term(double agree, double left, double right, boolean equal) {
            return Math.log(agree / Math.max(left, right)) / Math.log(2) * (equal ? 1 : SIMILAR);
        }
    }

    /**
     * From {@code automatic} a pair is linked by itself, from {@code clerical} it is looked at; {@code match} is the
     * one cut.
     */
    public record Cuts(double automatic, double clerical, double match) {}

    /** The same with other thresholds. */
    public Model with(Cuts other) {
        return new Model(settings, prior, chances, frequencies, ties, other, notes);
    }

    /** Bits that speak for any pair before it is looked at. */
    public double priorWeight() {
        return Math.log(prior / (1 - prior)) / Math.log(2);
    }

    /** Bits of prior and levels of a pattern; the terms for single values are not in it. */
    public double weight(Shape shape, int pattern) {
        double weight = priorWeight();
        for (int c = 0; c < shape.comparisons(); c++) {
            weight += weight(c, shape.level(pattern, c)) + tied(shape, pattern, c);
        }
        return weight;
    }

    /**
     * What a comparison only repeats: bits to be added to its weight. Of several ties the one that takes most counts.
     */
    public double tied(Shape shape, int pattern, int comparison) {
        int level = shape.level(pattern, comparison);
        double most = 0;
        for (Tie tie : ties) {
            if (tie.comparison() == comparison && level != Comparison.MISSING_LEVEL && tie.holds(shape, pattern)) {
                most = Math.min(most, tie.bits().get(level - 1));
            }
        }
        return most;
    }

    /** 0 for what is missing. */
    public double weight(int comparison, int level) {
        return level == Comparison.MISSING_LEVEL ? 0 : chances.get(comparison).get(level - 1).weight();
    }

    public static double probability(double weight) {
        return 1 / (1 + Math.pow(2, -weight));
    }
}
