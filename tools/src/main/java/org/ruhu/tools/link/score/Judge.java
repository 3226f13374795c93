package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.condition.Condition.And;
import org.ruhu.tools.link.condition.Condition.Not;
import org.ruhu.tools.link.condition.Condition.Or;
import org.ruhu.tools.link.condition.Condition.Test;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Records;

/**
 * One comparison made ready: which of its tests hold is written as bits, and a table says the level for any bits. So a
 * tree of conditions costs no more than its tests. What codes alone tell comes first, and what cannot change the level
 * any more is not measured.
 */
final class Judge {

    /** Tests of one comparison whose levels are looked up; beyond, the conditions are gone through for each pair. */
    private static final int TABLED = 18;
    private static final int MOST_TESTS = 31;

    private final Facet[] facets;
    private final int[] shifts;
    private final Plan plan;
    private final int stride;
    private final int[] table;

    private Judge(Facet[] facets, int[] shifts, Plan plan) {
        this.facets = facets;
        this.shifts = shifts;
        this.plan = plan;
        stride = plan.stride;
        table = plan.table;
    }

    /**
     * What does not depend on the records.
     *
     * @param table  by bits, the level times the stride; empty when there are too many
     * @param needed by facet and then by the bits of those before it, whether it has to be measured;
     *               see {@link Levels#needed}
     */
    record Plan(List<Asked> asked, Levels levels, int stride, int[] table, byte[][] needed) {

        private static final byte[] ALWAYS = {1};

        static Plan of(List<Asked> asked, Levels levels, int stride, int tests) {
            int[] table = tests <= TABLED ? levels.table(tests, stride) : new int[0];
            return new Plan(asked, levels, stride, table, asked.stream().map(some -> table.length == 0 ? ALWAYS
                    : Levels.needed(table, some.shift(), some.tests())).toArray(byte[][]::new));
        }

        /** @param place of a column among those in a tile */
        Judge on(Records records, Ready ready, ToIntFunction<String> place) {
            Facet[] facets = new Facet[asked.size()];
            int[] shifts = new int[facets.length];
            for (int f = 0; f < facets.length; f++) {
                facets[f] = asked.get(f).on(records, ready, place);
                shifts[f] = asked.get(f).shift();
            }
            return new Judge(facets, shifts, this);
        }
    }

    /**
     * Tests of the same two columns, and where their bits are.
     *
     * @param ofOne what they ask where both values are of one column
     * @param tests how many
     */
    record Asked(String left, String right, Outcome.Plan ofOne, Outcome.Plan ofTwo, int tests, int shift) {

        static Asked of(List<String> columns, List<Test> tests, int shift) {
            return new Asked(columns.get(0), columns.get(1), Outcome.plan(tests, true), Outcome.plan(tests, false),
                    tests.size(), shift);
        }

        /** @param place of a column among those in a tile */
        Facet on(Records records, Ready ready, ToIntFunction<String> place) {
            Column one = records.column(left);
            Column other = records.column(right);
            boolean same = one.values() == other.values();
            return Facet.of(new Outcome(same ? ofOne : ofTwo, ready, one.values(), other.values()), tests,
                    one, place.applyAsInt(left), other, place.applyAsInt(right));
        }
    }

    static Plan plan(Comparison comparison, int stride) {
        Map<List<String>, List<Test>> byColumns = new LinkedHashMap<>();
        Set<Test> tests = new LinkedHashSet<>();
        collect(comparison.missing(), tests);
        comparison.levels().forEach(level -> collect(level.when(), tests));
        if (tests.size() > MOST_TESTS) {
            throw new IllegalArgumentException("comparison " + comparison.name() + " makes " + tests.size()
                    + " tests; at most " + MOST_TESTS + " are possible");
        }
        tests.forEach(test -> byColumns.computeIfAbsent(List.of(test.left(), test.right()), c -> new ArrayList<>())
                .add(test));
        List<Test> order = new ArrayList<>();
        List<Asked> asked = new ArrayList<>();
        byColumns.entrySet().stream().sorted(Comparator.comparing(some -> !seen(some.getKey(), some.getValue())))
                .forEach(some -> {
                    asked.add(Asked.of(some.getKey(), some.getValue(), order.size()));
                    order.addAll(some.getValue());
                });
        return Plan.of(asked, new Levels(comparison, order), stride, order.size());
    }

    /** Whether codes alone tell. */
    private static boolean seen(List<String> columns, List<Test> tests) {
        return columns.get(0).equals(columns.get(1)) && Outcome.plan(tests, true).asks().isEmpty();
    }

    private static void collect(Condition condition, Set<Test> tests) {
        if (condition instanceof And and) {
            and.all().forEach(part -> collect(part, tests));
        } else if (condition instanceof Or or) {
            or.any().forEach(part -> collect(part, tests));
        } else if (condition instanceof Not not) {
            collect(not.what(), tests);
        } else if (condition instanceof Test test) {
            tests.add(test);
        }
    }

    /** One for another thread. */
    Judge own() {
        return new Judge(Arrays.stream(facets).map(Facet::own).toArray(Facet[]::new), shifts, plan);
    }

    /** Notes the columns whose values are needed as sketches. */
    void sketched(boolean[] columns) {
        for (Facet facet : facets) {
            if (facet.sketched()) {
                columns[facet.left] = true;
                columns[facet.right] = true;
            }
        }
    }

    /** Adds to the hope of each pair what codes alone say, as the table of a {@link Prospect} has it. */
    void hope(Tile tile, float[] byLook) {
        if (byLook.length == 1) {
            everyHope(tile, byLook[0]);
        } else if (facets.length == 1) {
            facets[0].hope(tile, byLook);
        } else {
            Arrays.fill(tile.look, 0, tile.pairs, 0);
            for (Facet facet : facets) {
                facet.look(tile);
            }
            hopeByLook(tile, byLook);
        }
    }

    private static void everyHope(Tile tile, float more) {
        for (int i = 0; i < tile.pairs; i++) {
            tile.hope[i] += more;
        }
    }

    private static void hopeByLook(Tile tile, float[] byLook) {
        for (int i = 0; i < tile.pairs; i++) {
            tile.hope[i] += byLook[tile.look[i]];
        }
    }

    double cost() {
        return Arrays.stream(facets).mapToDouble(Facet::cost).sum();
    }

    /** @param worth by level, the most that a pair on it can weigh */
    Prospect prospect(double[] worth) {
        float[] byBits = new float[table.length];
        for (int bits = 0; bits < table.length; bits++) {
            byBits[bits] = (float) worth[table[bits] / stride];
        }
        return Prospect.of(facets, shifts, byBits, (float) Arrays.stream(worth).max().orElse(0));
    }

    /** Adds the level, times the stride, to the pattern of each pair. */
    void judge(Tile tile) {
        int[] bits = tile.bits;
        Arrays.fill(bits, 0, tile.pairs, 0);
        for (int f = 0; f < facets.length; f++) {
            facets[f].judge(tile, bits, shifts[f], plan.needed[f]);
        }
        if (table.length > 0) {
            lookUp(tile, table);
        } else {
            workOut(tile);
        }
    }

    /** Loops are methods of their own: the compiler then makes each once, not again for each who calls it. */
    private static void lookUp(Tile tile, int[] table) {
        for (int i = 0; i < tile.pairs; i++) {
            tile.pattern[i] += table[tile.bits[i]];
        }
    }

    private void workOut(Tile tile) {
        for (int i = 0; i < tile.pairs; i++) {
            tile.pattern[i] += plan.levels.level(tile.bits[i]) * stride;
        }
    }

    /** The level, times the stride, of one pair, given the codes of both. */
    int judge(int[] left, int leftAt, int[] right, int rightAt) {
        int bits = 0;
        for (int f = 0; f < facets.length; f++) {
            if (plan.needed[f][bits & plan.needed[f].length - 1] != 0) {
                bits |= facets[f].bits(left[leftAt + facets[f].left], right[rightAt + facets[f].right]) << shifts[f];
            }
        }
        return table.length > 0 ? table[bits] : plan.levels.level(bits) * stride;
    }
}
