package org.ruhu.tools.link.score;

import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.condition.Condition.And;
import org.ruhu.tools.link.condition.Condition.Not;
import org.ruhu.tools.link.condition.Condition.Or;
import org.ruhu.tools.link.condition.Condition.Test;

/** The level of a comparison by which of its tests hold, a bit for each. */
final class Levels {

    /** A condition, of these bits. */
    private interface Holds {
        boolean in(int bits);
    }

    private final Holds missing;
    private final Holds[] levels;
    private final int otherwise;

    /** @param order of the tests; the first has the lowest bit */
    Levels(Comparison comparison, List<Test> order) {
        missing = holds(comparison.missing(), order);
        levels = comparison.levels().stream().map(level -> holds(level.when(), order)).toArray(Holds[]::new);
        otherwise = comparison.otherwise();
    }

    private static Holds holds(Condition condition, List<Test> order) {
        if (condition instanceof And and) {
            Holds[] all = holds(and.all(), order);
            return bits -> all(all, bits);
        }
        if (condition instanceof Or or) {
            Holds[] any = holds(or.any(), order);
            return bits -> any(any, bits);
        }
        if (condition instanceof Not not) {
            Holds what = holds(not.what(), order);
            return bits -> !what.in(bits);
        }
        int mask = 1 << order.indexOf((Test) condition);
        return bits -> (bits & mask) != 0;
    }

    private static Holds[] holds(List<Condition> conditions, List<Test> order) {
        return conditions.stream().map(condition -> holds(condition, order)).toArray(Holds[]::new);
    }

    private static boolean all(Holds[] conditions, int bits) {
        for (Holds condition : conditions) {
            if (!condition.in(bits)) {
                return false;
            }
        }
        return true;
    }

    private static boolean any(Holds[] conditions, int bits) {
        for (Holds condition : conditions) {
            if (condition.in(bits)) {
                return true;
            }
        }
        return false;
    }

    int level(int bits) {
        if (missing.in(bits)) {
            return Comparison.MISSING_LEVEL;
        }
        for (int level = 0; level < levels.length; level++) {
            if (levels[level].in(bits)) {
                return level + 1;
            }
        }
        return otherwise;
    }

    /** By bits, the level times the stride. */
    int[] table(int tests, int stride) {
        int[] table = new int[1 << tests];
        Arrays.setAll(table, bits -> level(bits) * stride);
        return table;
    }

    /**
     * Whether some tests matter, given those before them: 1 where the level may be another one for other bits of
     * theirs, whatever the tests after them say.
     *
     * @param table {@link #table}
     * @param shift tests before
     */
    static byte[] needed(int[] table, int shift, int tests) {
        byte[] needed = new byte[1 << shift];
        int before = needed.length - 1;
        int others = before | -1 << shift + tests;
        for (int bits = 0; bits < table.length; bits++) {
            if (table[bits] != table[bits & others]) {
                needed[bits & before] = 1;
            }
        }
        return needed;
    }
}
