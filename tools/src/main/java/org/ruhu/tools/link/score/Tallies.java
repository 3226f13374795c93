package org.ruhu.tools.link.score;

import java.util.List;
import org.ruhu.tools.link.train.PatternCounts;

/**
 * Patterns of the pairs that the rules bring together, counted.
 *
 * @param byRule     every pair of a rule's blocks, those that other rules find too included; of a large rule a sample
 * @param candidates pairs that some rule finds, each once; estimated from a sample if a rule is large
 * @param byOne      of the candidates, those that one rule alone finds
 * @param byTwo      those that exactly two rules find
 */
public record Tallies(List<PatternCounts> byRule, PatternCounts candidates, PatternCounts byOne, PatternCounts byTwo) {}
