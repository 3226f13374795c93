package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.Arrays;
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
 * tree of conditions costs no more than its tests.
 */
final class Judge {

    /** Tests of one comparison whose levels are looked up; beyond, the conditions are gone through for each pair. */
    private static final int TABLED = 14;
    private static final int MOST_TESTS = 31;

    private final Facet[] facets;
    private final int[] shifts;
    private final Levels levels;
    private final int stride;
    /** By bits, the level times the stride; empty when there are too many. */
    private final int[] table;

    private Judge(Facet[] facets, int[] shifts, Levels levels, int stride, int[] table) {
        this.facets = facets;
        this.shifts = shifts;
        this.levels = levels;
        this.stride = stride;
        this.table = table;
    }

    /** What does not depend on the records. */
    record Plan(List<Asked> asked, Levels levels, int stride, int[] table) {

        /** @param place of a column among those in a tile */
        Judge on(Records records, ToIntFunction<String> place) {
            Facet[] facets = new Facet[asked.size()];
            int[] shifts = new int[facets.length];
            for (int f = 0; f < facets.length; f++) {
                facets[f] = asked.get(f).on(records, place);
                shifts[f] = asked.get(f).shift();
            }
            return new Judge(facets, shifts, levels, stride, table);
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
        Facet on(Records records, ToIntFunction<String> place) {
            Column one = records.column(left);
            Column other = records.column(right);
            boolean same = one.values() == other.values();
            return Facet.of(new Outcome(same ? ofOne : ofTwo, one.values(), other.values()), tests,
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
        byColumns.forEach((columns, group) -> {
            asked.add(Asked.of(columns, group, order.size()));
            order.addAll(group);
        });
        Levels levels = new Levels(comparison, order);
        return new Plan(asked, levels, stride,
                order.size() <= TABLED ? levels.table(1 << order.size(), stride) : new int[0]);
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

    /** The level for each set of bits. */
    private record Levels(Comparison comparison, List<Test> order) {

        int level(int bits) {
            if (holds(comparison.missing(), bits)) {
                return Comparison.MISSING_LEVEL;
            }
            for (int level = 1; level <= comparison.levels().size(); level++) {
                if (holds(comparison.levels().get(level - 1).when(), bits)) {
                    return level;
                }
            }
            return comparison.otherwise();
        }

        private boolean holds(Condition condition, int bits) {
            if (condition instanceof And and) {
                return and.all().stream().allMatch(part -> holds(part, bits));
            }
            if (condition instanceof Or or) {
                return or.any().stream().anyMatch(part -> holds(part, bits));
            }
            if (condition instanceof Not not) {
                return !holds(not.what(), bits);
            }
            return (bits >>> order.indexOf((Test) condition) & 1) == 1;
        }

        int[] table(int size, int stride) {
            int[] table = new int[size];
            Arrays.setAll(table, bits -> level(bits) * stride);
            return table;
        }
    }

    /** One for another thread. */
    Judge own() {
        return new Judge(Arrays.stream(facets).map(Facet::own).toArray(Facet[]::new), shifts, levels, stride, table);
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
            facets[f].judge(tile, bits, shifts[f]);
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
            tile.pattern[i] += levels.level(tile.bits[i]) * stride;
        }
    }

    /** The level, times the stride, of one pair, given the codes of both. */
    int judge(int[] left, int leftAt, int[] right, int rightAt) {
        int bits = 0;
        for (int f = 0; f < facets.length; f++) {
            bits |= facets[f].bits(left[leftAt + facets[f].left], right[rightAt + facets[f].right]) << shifts[f];
        }
        return table.length > 0 ? table[bits] : levels.level(bits) * stride;
    }
}
