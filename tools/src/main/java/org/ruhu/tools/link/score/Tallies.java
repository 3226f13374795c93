package org.ruhu.tools.link.score;

import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.link.train.PatternCounts;

/**
 * Patterns of the pairs that the rules bring together, counted.
 *
 * @param byRule     every pair of a rule's blocks, those that other rules find too included; of a large rule a sample
 * @param candidates pairs that some rule finds, each once; estimated from a sample if a rule is large
 * @param byOne      of the candidates, those that one rule alone finds
 * @param byTwo      those that exactly two rules find
 */
public record Tallies(List<PatternCounts> byRule, PatternCounts candidates, PatternCounts byOne, PatternCounts byTwo) {

    public Tallies {
        byRule = List.copyOf(byRule);
    }

    /**
     * Of parts that were counted apart.
     *
     * @param patterns there are
     * @param share    of the candidates that were taken into the sample
     */
    public static Tallies sum(int patterns, List<Tallies> parts, double share) {
        List<PatternCounts> byRule = IntStream.range(0, parts.get(0).byRule.size()).mapToObj(rule ->
                Tally.sumOf(patterns, parts.stream().map(part -> part.byRule.get(rule)).toList(), 1)).toList();
        return new Tallies(byRule, Tally.sumOf(patterns, parts.stream().map(Tallies::candidates).toList(), 1 / share),
                Tally.sumOf(patterns, parts.stream().map(Tallies::byOne).toList(), 1 / share),
                Tally.sumOf(patterns, parts.stream().map(Tallies::byTwo).toList(), 1 / share));
    }
}
