package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Explanation;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.Shape;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Dictionary;
import org.ruhu.tools.link.table.Records;

/**
 * Gives a pair its match weight, in bits: the prior's, those of its levels, and the terms for its values. The first two
 * are looked up by pattern where patterns are few enough.
 */
public final class Weigher {

    /** No level is worth more bits, or fewer, even if a model says that it is never met. */
    private static final double WORTH = 1000;

    private final Weights weights;
    private final Shape shape;
    private final Term[][] terms;
    private final List<Term> all = new ArrayList<>();
    /** By pattern, what no pair of it can be above; empty where there are few pairs, or too many patterns. */
    private final float[] bounds;

    /** For many records. */
    public Weigher(Model model, Records records) {
        this(new Weights(model), records, column -> own(records, column), true);
    }

    /** For many records that were just compared. */
    Weigher(Model model, Records records, Kernel kernel) {
        this(new Weights(model), records, column -> kernel.cells(column).orElseGet(() -> own(records, column)), true);
    }

    /** @param weights made once where records come a few at a time */
    public Weigher(Weights weights, Records records) {
        this(weights, records, column -> own(records, column), false);
    }

    private static Cells own(Records records, String column) {
        return new Cells(records.column(column).codes(), 1, 0);
    }

    private Weigher(Weights weights, Records records, Function<String, Cells> cells, boolean many) {
        this.weights = weights;
        Model model = weights.model();
        List<Comparison> comparisons = model.settings().comparisons();
        shape = weights.shape();
        terms = new Term[comparisons.size()][];
        Map<String, Term> byColumn = new HashMap<>();
        for (int c = 0; c < terms.length; c++) {
            terms[c] = new Term[comparisons.get(c).radix()];
            for (int level = 1; level <= comparisons.get(c).levels().size(); level++) {
                Optional<String> column = comparisons.get(c).levels().get(level - 1).frequency()
                        .filter(model.frequencies()::containsKey);
                if (column.isPresent()) {
                    terms[c][level] = byColumn.computeIfAbsent(column.get(),
                            name -> new Term(records.column(name),
                            cells.apply(name), model.frequencies().get(name), many));
                }
            }
        }
        all.addAll(byColumn.values());
        bounds = new float[many ? weights.tabled() : 0];
        for (int pattern = 0; pattern < bounds.length; pattern++) {
            bounds[pattern] = Math.nextUp((float) (weights.weight(pattern) + most(pattern)));
        }
    }

    /** Where codes of rows lie: by themselves, or among all that is compared of a row. */
    record Cells(int[] codes, int stride, int offset) {

        int of(int row) {
            return codes[row * stride + offset];
        }
    }

    /** What the values of a column add. */
    private static final class Term {
        private final Column column;
        private final Cells codes;
        private final Frequencies frequencies;
        /** By code, for two equal ones; not a number until it is asked for where records come a few at a time. */
        private final double[] bits;
        private final double most;

        /** @param all whether every value will be asked for */
        Term(Column column, Cells codes, Frequencies frequencies, boolean all) {
            this.column = column;
            this.frequencies = frequencies;
            this.codes = codes;
            bits = new double[column.values().size()];
            if (all) {
                fill();
            } else {
                Arrays.fill(bits, Double.NaN);
            }
            double rarest = alike(all ? 1 : Double.MIN_NORMAL);
            for (int code = 1; all && code < bits.length; code++) {
                rarest = Math.max(rarest, bits[code]);
            }
            most = Math.max(rarest, rarest * Frequencies.SIMILAR);
        }

        /** What two equal values add that so many records have. */
        private double alike(double share) {
            return Frequencies.term(frequencies.agree(), share, share, true);
        }

        /** Few values are named: to look them up by their letters makes no text of each that is not. */
        private void fill() {
            Dictionary named = new Dictionary();
            frequencies.shares().keySet().forEach(named::code);
            double[] known = new double[named.size()];
            known[0] = alike(frequencies.rest());
            frequencies.shares().forEach((text, share) -> known[named.code(text)] = alike(share));
            for (int code = 1; code < bits.length; code++) {
                bits[code] = known[named.find(column.values(), code)];
            }
        }

        private double bits(int code) {
            if (Double.isNaN(bits[code])) {
                bits[code] = alike(frequencies.share(column.values().text(code)));
            }
            return bits[code];
        }

        /** The commoner one of two values counts, which is the one that adds less. */
        double of(int left, int right) {
            int a = codes.of(left);
            int b = codes.of(right);
            return a == 0 || b == 0 ? 0 : a == b ? bits(a) : Math.min(bits(a), bits(b)) * Frequencies.SIMILAR;
        }
    }

    /** Bits of prior and levels. */
    public double weight(int pattern) {
        return weights.weight(pattern);
    }

    /** Bits with what the values add. */
    public double weight(int pattern, int left, int right) {
        double weight = weights.weight(pattern);
        for (int c = 0; c < terms.length && !all.isEmpty(); c++) {
            weight += term(c, shape.level(pattern, c), left, right);
        }
        return weight;
    }

    /** Bits that the two rows' values add on a level of a comparison; 0 where the model has none, or one is missing. */
    public double term(int comparison, int level, int left, int right) {
        Term term = terms[comparison][level];
        return term == null ? 0 : term.of(left, right);
    }

    /** @param rule number of the rule that brought the two rows together */
    public Explanation explained(int pattern, int left, int right, int rule) {
        Model model = weights.model();
        List<Comparison> comparisons = model.settings().comparisons();
        List<Explanation.Part> parts = new ArrayList<>();
        for (int c = 0; c < comparisons.size(); c++) {
            int level = shape.level(pattern, c);
            parts.add(new Explanation.Part(comparisons.get(c).name(), level, comparisons.get(c).label(level),
                    model.weight(c, level) + model.tied(shape, pattern, c), term(c, level, left, right)));
        }
        return new Explanation(model.settings().blocking().get(rule).name(), model.priorWeight(), parts);
    }

    double prior() {
        return weights.model().priorWeight();
    }

    /** By level of a comparison, the most that a pair on it can get for it. */
    double[] worth(int comparison) {
        double[] worth = new double[terms[comparison].length];
        for (int level = 0; level < worth.length; level++) {
            Term term = terms[comparison][level];
            double most = weights.model().weight(comparison, level) + (term == null ? 0 : Math.max(0, term.most));
            worth[level] = Math.max(-WORTH, Math.min(WORTH, most));
        }
        return worth;
    }

    /** Whether no pair with the pattern can be so heavy. */
    boolean below(double keep, int pattern) {
        return (bounds.length > 0 ? bounds[pattern] : weights.weight(pattern) + most(pattern) + 1e-6) < keep;
    }

    private double most(int pattern) {
        double most = 0;
        for (int c = 0; c < terms.length; c++) {
            Term term = terms[c][shape.level(pattern, c)];
            most += term == null ? 0 : term.most;
        }
        return most;
    }
}
