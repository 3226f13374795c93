package org.ruhu.tools.disclosure;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** Sums of unknowns that are known, and how far others are left open by them. */
final class Equations {

    private static final double TINY = 1e-6;

    /** Beyond so many unknowns that hang together a sum is taken for open, since the answer would take minutes. */
    private static final int MOST = 1_000;

    private final int unknowns;
    private final boolean notNegative;
    private final List<Equation> all = new ArrayList<>();
    private final List<List<Integer>> of = new ArrayList<>();
    private final boolean[] known;
    private final double[] value;

    /** @param last whether it is of the last table */
    private record Equation(int[] terms, double sum, boolean last) {}

    Equations(int unknowns, boolean notNegative) {
        this.unknowns = unknowns;
        this.notNegative = notNegative;
        this.known = new boolean[unknowns];
        this.value = new double[unknowns];
        for (int i = 0; i < unknowns; i++) {
            of.add(new ArrayList<>());
        }
    }

    void add(int[] terms, double sum, boolean last) {
        for (int term : terms) {
            of.get(term).add(all.size());
        }
        all.add(new Equation(terms, sum, last));
    }

    /** Takes what follows at once: the only unknown of a sum, and all of a sum of nothing. */
    void settle() {
        Deque<Integer> ahead = new ArrayDeque<>();
        for (int i = 0; i < all.size(); i++) {
            ahead.add(i);
        }
        while (!ahead.isEmpty()) {
            Equation equation = all.get(ahead.remove());
            int[] open = open(equation.terms());
            double left = left(equation);
            boolean nothing = notNegative && Math.abs(left) < TINY;
            if (open.length == 1 || nothing) {
                for (int term : open) {
                    known[term] = true;
                    value[term] = nothing ? 0 : left;
                    ahead.addAll(of.get(term));
                }
            }
        }
    }

    private int[] open(int[] terms) {
        return Arrays.stream(terms).filter(term -> !known[term]).toArray();
    }

    private double left(Equation equation) {
        return equation.sum() - Arrays.stream(equation.terms()).filter(term -> known[term])
                .mapToDouble(term -> value[term]).sum();
    }

    /** Whether equations of the last table and of others hang together with a sum. */
    boolean mixed(int[] terms) {
        boolean last = false;
        boolean other = false;
        BitSet cells = together(terms);
        for (int term : terms) {
            cells.set(term);
        }
        for (int cell = cells.nextSetBit(0); cell >= 0; cell = cells.nextSetBit(cell + 1)) {
            for (int equation : of.get(cell)) {
                last |= all.get(equation).last();
                other |= !all.get(equation).last();
            }
        }
        return last && other;
    }

    /** Unknowns that hang together with a sum. */
    private BitSet together(int[] terms) {
        BitSet together = new BitSet(unknowns);
        Deque<Integer> ahead = new ArrayDeque<>();
        for (int term : open(terms)) {
            together.set(term);
            ahead.add(term);
        }
        while (!ahead.isEmpty()) {
            for (int equation : of.get(ahead.remove())) {
                for (int term : open(all.get(equation).terms())) {
                    if (!together.get(term)) {
                        together.set(term);
                        ahead.add(term);
                    }
                }
            }
        }
        return together;
    }

    /** How far apart the least and the most are that a sum can be. */
    double width(int[] terms) {
        BitSet together = together(terms);
        if (together.isEmpty()) {
            return 0;
        }
        if (together.cardinality() > MOST) {
            return Double.POSITIVE_INFINITY;
        }
        double most = extreme(terms, together, true);
        return Double.isInfinite(most) ? most : most - extreme(terms, together, false);
    }

    private double extreme(int[] terms, BitSet together, boolean most) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        Map<Integer, Variable> variables = new TreeMap<>();
        together.stream().forEach(cell -> {
            Variable variable = model.newVariable("c" + cell);
            variables.put(cell, notNegative ? variable.lower(0) : variable);
        });
        for (int term : open(terms)) {
            variables.get(term).weight(1);
        }
        together.stream().flatMap(cell -> of.get(cell).stream().mapToInt(i -> i)).distinct().sorted().forEach(i -> {
            Expression sum = model.newExpression("e" + i).level(left(all.get(i)));
            for (int term : open(all.get(i).terms())) {
                sum.set(variables.get(term), 1);
            }
        });
        Optimisation.Result result = most ? model.maximise() : model.minimise();
        return result.getState().isOptimal() ? result.getValue()
                : most ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
    }
}
