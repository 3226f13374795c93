package org.ruhu.tools.imputation;

import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** How often a rule filled a question, and how, or why it could not. May be counted on any thread. */
public final class Tally {

    /**
     * @param rule    index in the plan
     * @param outcome {@code formula}, {@code class-1} for the narrowest class, {@code class-2} ...; what stayed empty is
     *                {@code unknown} (to the formula), {@code no-donor} or {@code unfit} (for the form)
     */
    public record Line(int rule, String question, String outcome) implements Comparable<Line> {

        @Override
        public int compareTo(Line other) {
            int byRule = Integer.compare(rule, other.rule);
            int byQuestion = byRule != 0 ? byRule : question.compareTo(other.question);
            return byQuestion != 0 ? byQuestion : outcome.compareTo(other.outcome);
        }
    }

    private final ConcurrentHashMap<Line, LongAdder> counts = new ConcurrentHashMap<>();

    void count(int rule, String question, String outcome) {
        counts.computeIfAbsent(new Line(rule, question, outcome), line -> new LongAdder()).increment();
    }

    /** Cells by line, in the order of the plan. */
    public SortedMap<Line, Long> cells() {
        SortedMap<Line, Long> cells = new TreeMap<>();
        counts.forEach((line, count) -> cells.put(line, count.sum()));
        return cells;
    }
}
