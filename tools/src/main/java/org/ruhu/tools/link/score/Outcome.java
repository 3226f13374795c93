package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.link.condition.Condition.Test;
import org.ruhu.tools.link.table.Values;

/** What several tests of the same two columns say of two values: a bit for each test. */
final class Outcome {

    private static final String MISSING = "missing";
    private static final String EXACT = "exact";

    private final List<Ask> asks;
    private final int missing;
    private final int equal;

    Outcome(Plan plan, Ready ready, Values left, Values right) {
        missing = plan.missing;
        equal = plan.equal;
        asks = new ArrayList<>(plan.asks.size());
        for (Ask.Plan ask : plan.asks) {
            asks.add(new Ask(ask, ready, left, right));
        }
    }

    /**
     * What does not depend on the values.
     *
     * @param equal bits of tests for equality, where both columns are the same and codes say it
     */
    record Plan(List<Ask.Plan> asks, int missing, int equal) {}

    /**
     * @param tests     the first has the lowest bit
     * @param oneColumn whether both values are of one column
     */
    static Plan plan(List<Test> tests, boolean oneColumn) {
        Map<String, List<Integer>> byMeasure = new LinkedHashMap<>();
        int bitsOfMissing = 0;
        int bitsOfEqual = 0;
        for (int i = 0; i < tests.size(); i++) {
            Test test = tests.get(i);
            if (test.measure().equals(MISSING)) {
                bitsOfMissing |= test.relation().holds(1, test.bound()) ? 1 << i : 0;
            } else if (plainEquality(test) && oneColumn) {
                bitsOfEqual |= 1 << i;
            } else {
                byMeasure.computeIfAbsent(test.measure(), measure -> new ArrayList<>()).add(i);
            }
        }
        List<Ask.Plan> asks = new ArrayList<>();
        byMeasure.forEach((measure, places) -> asks.add(new Ask.Plan(measure, places.stream().map(tests::get).toList(),
                places.stream().mapToInt(i -> 1 << i).toArray())));
        return new Plan(asks, bitsOfMissing, bitsOfEqual);
    }

    private static boolean plainEquality(Test test) {
        return test.measure().equals(EXACT) && test.relation().holds(1, test.bound())
                && !test.relation().holds(0, test.bound());
    }

    /** When a value is missing, or both. */
    int ofMissing() {
        return missing;
    }

    /** Of equal texts of one column, but for the asks that have to measure even these. */
    int ofEqual() {
        int bits = equal;
        for (Ask ask : asks) {
            bits |= ask.ofEqual().orElse(0);
        }
        return bits;
    }

    /** What codes alone say of equal texts of one column. */
    int ofEqualCodes() {
        return equal;
    }

    /** Bits that are sure once the codes were looked at, see {@link Facet#MISSING}. */
    int sure(int look) {
        return look == Facet.MISSING ? missing : look == Facet.EQUAL ? ofEqual() : 0;
    }

    /** Bits that are known only when the two were measured. */
    int open(int look) {
        return look == Facet.MISSING ? 0 : asks.stream()
                .filter(ask -> look == Facet.OTHER || ask.ofEqual().isEmpty())
                .mapToInt(Ask::all).reduce(0, (one, other) -> one | other);
    }

    /** What has to be measured. */
    List<Ask> asks() {
        return asks;
    }

    /** Of two values that are there; what equal codes say is not in it. */
    int measured(int left, int right) {
        int bits = 0;
        for (int i = 0; i < asks.size(); i++) {
            bits |= asks.get(i).bits(left, right);
        }
        return bits;
    }
}
