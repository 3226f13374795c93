package org.ruhu.tools.link.report;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Note;
import org.ruhu.tools.page.Words;

/**
 * All that the report tells, gathered beforehand; nothing in it depends on the clock or on threads.
 *
 * @param inputs     what was read, one or two
 * @param considered pairs the settings could compare at all
 * @param blocking   the rules in their order
 * @param recall     share of the true pairs that blocking is believed to bring together; empty: not estimated
 * @param sizes      how many clusters have so many records, from two on
 * @param refused    unions that were not made, by the reason in words
 * @param measured   against the truth, if there is one
 */
public record Facts(List<Source> inputs, double considered, Model model, Bins bins, List<Sample> samples,
        List<Blocked> blocking, Optional<Double> recall, Unlinkable unlinkable, SortedMap<Integer, Long> sizes,
        List<Refusal> refused, Optional<Measured> measured, List<Group> groups) {

    public Facts {
        inputs = List.copyOf(inputs);
        samples = List.copyOf(samples);
        blocking = List.copyOf(blocking);
        refused = List.copyOf(refused);
        groups = List.copyOf(groups);
    }

    /** @param name the file, without its folder */
    public record Source(String name, long records) {}

    /**
     * What one blocking rule did.
     *
     * @param pairs   all it brings together
     * @param added   those that no earlier rule does
     * @param blocks  too large, so left out
     * @param lost    pairs in them, those that other rules find included
     */
    public record Blocked(String rule, long pairs, long added, long blocks, long lost) {}

    /**
     * A pair shown as an example, a step for each comparison.
     *
     * @param why what it is an example of
     */
    public record Sample(Why why, String left, String right, double weight, String rule, List<Step> steps) {
        public Sample {
            steps = List.copyOf(steps);
        }
    }

    /** What a sample pair stands for. */
    public enum Why { AUTOMATIC, ABOVE_AUTOMATIC, BELOW_AUTOMATIC, CLERICAL, ABOVE_CLERICAL, BELOW_CLERICAL, REJECT }

    /**
     * One comparison of a pair.
     *
     * @param level     label of the level
     * @param weight    of the level, in bits
     * @param frequency what the rarity of the value adds, in bits
     */
    public record Step(String comparison, String level, String left, String right, double weight, double frequency) {

        /** In place of a comparison: what several say a second time when they agree together. */
        public static final String TOGETHER = "";
    }

    /**
     * Records that even compared with themselves would stay below the match threshold.
     *
     * @param by how many of them lack the same comparisons, the most frequent first
     */
    public record Unlinkable(long records, List<Lack> by) {
        public Unlinkable {
            by = List.copyOf(by);
        }
    }

    /** @param missing names of the comparisons that have nothing to compare */
    public record Lack(List<String> missing, long records) {
        public Lack {
            missing = List.copyOf(missing);
        }
    }

    /** @param examples pairs of records, named */
    public record Refusal(Note reason, long unions, List<String> examples) {
        public Refusal {
            examples = List.copyOf(examples);
        }
    }

    /**
     * What comparing with the truth gave.
     *
     * @param pairs  true pairs there are, those that no rule brings together included
     * @param lines  name, value and interval in words, such as precision of pairs
     */
    public record Measured(long pairs, double bestF1, double bestAt, List<Line> lines) {
        public Measured {
            lines = List.copyOf(lines);
        }
    }

    /** @param low lower end of the 95 % interval, {@code NaN} without one */
    public record Line(Words name, double value, double low, double high) {}

    /** Errors among the records of a group: pairs with at least one record of it. */
    public record Group(String name, long records, long truePairs, long linked, long correct) {

        public double precision() {
            return linked == 0 ? Double.NaN : (double) correct / linked;
        }

        public double recall() {
            return truePairs == 0 ? Double.NaN : (double) correct / truePairs;
        }
    }
}
