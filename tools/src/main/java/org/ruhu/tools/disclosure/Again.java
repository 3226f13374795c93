package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.ruhu.tools.disclosure.Kept.Told;
import org.ruhu.tools.disclosure.Planned.Use;

/**
 * What a file tells of people together with one that was released before (Ganta, Kasiviswanathan, Smith 2008 call it
 * composition).
 *
 * @param file    of the register
 * @param both    people in both files
 * @param matched of them, whose row fits one row of the other file only, and each row tells what the other does not
 * @param told    of them, for whom only one value of a sensitive variable is among those that people who look like them
 *                have in both files
 */
record Again(String file, int both, int matched, int told) {

    /** Beyond so many comparisons of different rows everybody in both counts as matched. */
    private static final long MOST = 20_000_000_000L;

    static Again of(Kept before, Kept now) {
        List<Long> both = now.rows().keySet().stream().filter(before.rows()::containsKey).toList();
        if (before.variables().equals(now.variables()) && before.rows().equals(now.rows())) {
            return new Again(before.name(), both.size(), 0, 0);
        }
        return new Again(before.name(), both.size(), new Matching(before, now, both).count(),
                told(before, now, both));
    }

    /** Rows of one file held against those of another in every column both were made of. */
    private static final class Matching {

        private final Kept before;
        private final Kept now;
        private final List<Long> both;
        private final List<List<String>> kinds = new ArrayList<>();
        private final List<Integer> sizes = new ArrayList<>();
        private final List<int[]> common = new ArrayList<>();
        private final List<Map<String, Set<String>>> fits = new ArrayList<>();
        private final List<Map<String, BitSet>> fitting = new ArrayList<>();
        private final Map<List<String>, Boolean> alone = new HashMap<>();

        Matching(Kept before, Kept now, List<Long> both) {
            this.before = before;
            this.now = now;
            this.both = both;
            for (int i = 0; i < now.variables().size(); i++) {
                for (int j = 0; j < before.variables().size(); j++) {
                    if (now.variables().get(i).from().equals(before.variables().get(j).from())) {
                        common.add(new int[] {i, j});
                        fits.add(new HashMap<>());
                        fitting.add(new HashMap<>());
                    }
                }
            }
            Map<List<String>, Integer> known = new LinkedHashMap<>();
            before.rows().values().forEach(row -> known.merge(row, 1, Integer::sum));
            known.forEach((row, size) -> {
                kinds.add(row);
                sizes.add(size);
            });
        }

        int count() {
            for (long person : both) {
                for (int i = 0; i < common.size(); i++) {
                    fits.get(i).computeIfAbsent(now.rows().get(person).get(common.get(i)[0]), w -> new HashSet<>())
                            .add(before.rows().get(person).get(common.get(i)[1]));
                }
            }
            long different = both.stream().map(now.rows()::get).distinct().count();
            boolean tooMany = different * kinds.size() * Math.max(1, common.size()) / Long.SIZE > MOST;
            return (int) both.stream().filter(person -> more(person)
                    && (tooMany || alone.computeIfAbsent(now.rows().get(person), this::alone))).count();
        }

        /** Whether each row says something that the other does not. */
        private boolean more(long person) {
            return more(now, now.rows().get(person), before, before.rows().get(person))
                    && more(before, before.rows().get(person), now, now.rows().get(person));
        }

        private static boolean more(Kept one, List<String> its, Kept other, List<String> others) {
            return IntStream.range(0, its.size()).anyMatch(i -> !its.get(i).equals(Column.STAR)
                    && IntStream.range(0, others.size()).noneMatch(j -> !others.get(j).equals(Column.STAR)
                            && one.variables().get(i).same(other.variables().get(j))));
        }

        private boolean alone(List<String> row) {
            BitSet left = new BitSet();
            left.set(0, kinds.size());
            for (int i = 0; i < common.size(); i++) {
                int at = i;
                String word = row.get(common.get(i)[0]);
                if (!word.equals(Column.STAR)) {
                    left.and(fitting.get(i).computeIfAbsent(word, w -> fitting(at, w)));
                }
            }
            return left.cardinality() == 1 && sizes.get(left.nextSetBit(0)) == 1;
        }

        /** What goes with a word of the other file is learned from the people in both. */
        private BitSet fitting(int column, String word) {
            Set<String> with = fits.get(column).getOrDefault(word, Set.of());
            BitSet fitting = new BitSet();
            for (int kind = 0; kind < kinds.size(); kind++) {
                String its = kinds.get(kind).get(common.get(column)[1]);
                fitting.set(kind, its.equals(Column.STAR) || with.contains(its));
            }
            return fitting;
        }
    }

    private static int told(Kept before, Kept now, List<Long> both) {
        Set<Long> told = new HashSet<>();
        for (int i = 0; i < now.variables().size(); i++) {
            Told its = now.variables().get(i);
            for (int j = 0; j < before.variables().size(); j++) {
                Told old = before.variables().get(j);
                if (its.is(Use.SENSITIVE) && old.is(Use.SENSITIVE) && its.same(old)) {
                    Map<List<String>, Set<String>> ours = values(now, i);
                    Map<List<String>, Set<String>> theirs = values(before, j);
                    for (long person : both) {
                        Set<String> left = new HashSet<>(ours.get(keys(now, person)));
                        left.retainAll(theirs.get(keys(before, person)));
                        left.removeAll(its.harmless());
                        if (left.size() == 1 && left.contains(now.rows().get(person).get(i))) {
                            told.add(person);
                        }
                    }
                }
            }
        }
        return told.size();
    }

    private static Map<List<String>, Set<String>> values(Kept file, int variable) {
        Map<List<String>, Set<String>> values = new HashMap<>();
        file.rows().forEach((person, row) -> values.computeIfAbsent(keys(file, person), keys -> new HashSet<>())
                .add(row.get(variable)));
        return values;
    }

    private static List<String> keys(Kept file, long person) {
        List<String> row = file.rows().get(person);
        return IntStream.range(0, row.size()).filter(i -> file.variables().get(i).is(Use.KEY)).mapToObj(row::get)
                .toList();
    }
}
