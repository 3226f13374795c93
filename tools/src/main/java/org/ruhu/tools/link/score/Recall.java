package org.ruhu.tools.link.score;

import java.util.function.IntToDoubleFunction;
import org.ruhu.tools.link.train.PatternCounts;

/**
 * How many of the true matches the blocking rules find, estimated from how often they find the same ones: rules are the
 * traps, matches the animals. If hardly a match is found by one rule alone, hardly one can be found by none.
 *
 * <p>Chao's lower bound for traps that do not catch alike (Chao 1987, Biometrics 43, 783-791; with few traps as in Chao
 * and Chiu 2016): at least (t - 1) / t * f1 (f1 - 1) / 2 (f2 + 1) are found by none of t rules, where f1 are found by
 * one and f2 by two. Rules that fail on the same records make the truth worse than that, so the recall is an upper
 * bound.
 *
 * @param matches  true ones among the candidates, by the model
 * @param byNone   true ones that no rule finds, at least
 */
public record Recall(double matches, double byOne, double byTwo, double byNone) {

    /** @param chance of a pair with a pattern to be a match */
    public static Recall of(Tallies tallies, int rules, IntToDoubleFunction chance) {
        double one = expected(tallies.byOne(), chance);
        double two = expected(tallies.byTwo(), chance);
        double none = rules < 2 ? 0 : (rules - 1.0) / rules * one * Math.max(0, one - 1) / (2 * (two + 1));
        return new Recall(expected(tallies.candidates(), chance), one, two, none);
    }

    private static double expected(PatternCounts counts, IntToDoubleFunction chance) {
        double sum = 0;
        for (int i = 0; i < counts.size(); i++) {
            sum += counts.count(i) * chance.applyAsDouble(counts.pattern(i));
        }
        return sum;
    }

    /** At most; 1 if there is a single rule, from which nothing can be said. */
    public double share() {
        return matches <= 0 ? 1 : matches / (matches + byNone);
    }
}
