package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.condition.Condition.Relation;
import org.ruhu.tools.link.condition.Condition.Test;
import org.ruhu.tools.link.condition.Vocabulary;
import org.ruhu.tools.link.condition.Vocabulary.Scale;
import org.ruhu.tools.link.measure.Likeness;
import org.ruhu.tools.link.measure.Measures;
import org.ruhu.tools.link.table.Values;

/** What several tests of the same two columns say of two values: a bit for each test. A measure is taken once for all tests. */
final class Outcome {

    static final String MISSING = "missing";

    private final Asked[] asked;
    private final int missing;

    /** @param tests the first has the lowest bit */
    Outcome(List<Test> tests, Values left, Values right) {
        Map<String, List<Integer>> byMeasure = new LinkedHashMap<>();
        int bitsOfMissing = 0;
        for (int i = 0; i < tests.size(); i++) {
            Test test = tests.get(i);
            if (test.measure().equals(MISSING)) {
                bitsOfMissing |= test.relation().holds(1, test.bound()) ? 1 << i : 0;
            } else {
                byMeasure.computeIfAbsent(test.measure(), measure -> new ArrayList<>()).add(i);
            }
        }
        missing = bitsOfMissing;
        asked = byMeasure.entrySet().stream().map(entry ->
                new Asked(entry.getKey(), entry.getValue(), tests, left, right)).toArray(Asked[]::new);
    }

    /** When a value is missing, or both. */
    int ofMissing() {
        return missing;
    }

    /** When neither is missing. */
    int of(int left, int right) {
        int bits = 0;
        for (Asked one : asked) {
            bits |= one.bits(left, right);
        }
        return bits;
    }

    /** When neither is missing and the texts are equal, if that is the same for all of them. */
    OptionalInt ofEqual() {
        int bits = 0;
        for (Asked one : asked) {
            OptionalDouble value = one.likeness.ofEqual();
            if (value.isEmpty()) {
                return OptionalInt.empty();
            }
            bits |= one.compared(value.getAsDouble());
        }
        return OptionalInt.of(bits);
    }

    /** Whether it is quicker to ask again than to remember. */
    boolean quick() {
        for (Asked one : asked) {
            if (!one.likeness.quick()) {
                return false;
            }
        }
        return true;
    }

    /** The tests of one measure. */
    private static final class Asked {
        private final Likeness likeness;
        private final Relation[] relations;
        private final double[] bounds;
        private final int[] bits;
        private final boolean climbing;
        private final double loosest;

        Asked(String measure, List<Integer> places, List<Test> tests, Values left, Values right) {
            likeness = Measures.named(measure).between(left, right);
            relations = places.stream().map(i -> tests.get(i).relation()).toArray(Relation[]::new);
            bounds = places.stream().mapToDouble(i -> tests.get(i).bound()).toArray();
            bits = places.stream().mapToInt(i -> 1 << i).toArray();
            boolean distance = Vocabulary.measure(measure).filter(known -> known.scale() == Scale.DISTANCE).isPresent();
            Relation towards = distance ? Relation.AT_MOST : Relation.AT_LEAST;
            climbing = List.of(relations).stream().allMatch(relation -> relation == towards);
            double limit = bounds[0];
            for (double bound : bounds) {
                limit = distance ? Math.max(limit, bound) : Math.min(limit, bound);
            }
            loosest = limit;
        }

        int bits(int left, int right) {
            if (climbing && !likeness.reaches(loosest, left, right)) {
                return 0;
            }
            return climbing && bits.length == 1 ? bits[0] : compared(likeness.of(left, right));
        }

        int compared(double value) {
            int holding = 0;
            for (int i = 0; i < bits.length; i++) {
                holding |= relations[i].holds(value, bounds[i]) ? bits[i] : 0;
            }
            return holding;
        }
    }

    /** Whether nothing but equality of texts is asked. */
    static boolean onlyEquality(List<Test> tests) {
        return tests.stream().map(Condition.Test::measure).allMatch(name -> name.equals("exact") || name.equals(MISSING));
    }
}
