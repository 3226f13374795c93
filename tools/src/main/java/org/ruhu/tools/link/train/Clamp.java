package org.ruhu.tools.link.train;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What people said of the pairs of each pattern. Which pairs they were shown hangs on the pattern, so of all pairs they
 * tell nothing, but of a pattern's pairs they tell which share is the same: a pair that was judged speaks for some
 * others of its pattern that were not, never for another pattern's.
 *
 * @param pairs of each pattern that are held to be as people said
 * @param same  share of these that is the same
 */
record Clamp(double[] pairs, double[] same) {

    /** Pairs of its pattern that a judged one speaks for; so ten judgements do not overturn a million pairs. */
    static final double SPEAKS_FOR = 20;
    /** Judgements that are as good as what the model thinks: of so many, half the pattern's pairs are held. */
    private static final double DOUBT = 2;

    static Clamp none(int size) {
        return new Clamp(new double[size], new double[size]);
    }

    /** Some weigh more than others, so they are worth fewer than they are: (sum of w)² / sum of w² (Kish 1965). */
    private record Said(double same, double all, double squares) {
        Said plus(Label label) {
            return new Said(same + (label.same() ? label.weight() : 0), all + label.weight(),
                    squares + label.weight() * label.weight());
        }

        double judgements() {
            return all * all / squares;
        }
    }

    static Clamp of(PatternCounts counts, List<Label> labels) {
        Map<Integer, Said> said = new HashMap<>();
        labels.forEach(label -> said.put(label.pattern(),
                said.getOrDefault(label.pattern(), new Said(0, 0, 0)).plus(label)));
        Clamp clamp = none(counts.size());
        for (int i = 0; i < counts.size(); i++) {
            Said of = said.get(counts.pattern(i));
            if (of != null) {
                double judged = of.judgements();
                clamp.pairs[i] = Math.min(SPEAKS_FOR * judged, counts.count(i) * judged / (judged + DOUBT));
                clamp.same[i] = of.same() / of.all();
            }
        }
        return clamp;
    }
}
