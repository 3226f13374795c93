package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Shape;
import org.ruhu.tools.link.condition.Condition;

/**
 * Pairs of which it is known how often they agree, as if drawn: given name, surname, year of birth and phone, of which a
 * quarter have none.
 */
final class Village {

    static final List<Comparison> COMPARISONS = List.of(
            comparison("given", 2), comparison("surname", 1), comparison("year", 2), comparison("phone", 1));
    static final double[][] M = {{0, .85, .1, .05}, {0, .92, .08}, {0, .9, .06, .04}, {0, .7, .3}};
    static final double[][] U = {{0, .01, .02, .97}, {0, .05, .95}, {0, .02, .03, .95}, {0, .0005, .9995}};
    static final double NO_PHONE = .25;
    static final Shape SHAPE = new Shape(COMPARISONS);

    private final Random random;

    Village(long seed) {
        random = new Random(seed);
    }

    static Comparison comparison(String column, int levels) {
        Condition missing = new Condition.Test("missing", column, column, Condition.Relation.AT_LEAST, 1);
        return new Comparison(column, missing, IntStream.range(0, levels).mapToObj(level -> new Comparison.Level(
                new Condition.Test("jaro", column, column, Condition.Relation.AT_LEAST, 1 - level * .1), "level " + level,
                Optional.empty())).toList());
    }

    static Settings settings() {
        return new Settings(Optional.empty(), Settings.Scope.WITHIN, false, java.util.Map.of(),
                List.of(rule("given"), rule("surname"), rule("year")), COMPARISONS, Settings.Training.USUAL,
                Settings.Thresholds.CHOSEN, List.of(), 20);
    }

    static Rule rule(String column) {
        return new Rule(column, List.of(new Rule.Key(column, List.of(), false)), Rule.MOST);
    }

    /** Pairs that all agree on the comparisons of {@code agreed}. */
    PatternCounts draw(int same, int different, Integer... agreed) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < same + different; i++) {
            int[] levels = levels(i < same ? M : U);
            for (int comparison : agreed) {
                levels[comparison] = 1;
            }
            counts.merge(SHAPE.pattern(levels), 1L, Long::sum);
        }
        return counts(counts);
    }

    /** Of {@code same} and {@code different} pairs those that agree on the first level of some of {@code agreed}. */
    PatternCounts candidates(int same, int different, int... agreed) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (int i = 0; i < same + different; i++) {
            int[] levels = levels(i < same ? M : U);
            if (Arrays.stream(agreed).anyMatch(comparison -> levels[comparison] == 1)) {
                counts.merge(SHAPE.pattern(levels), 1L, Long::sum);
            }
        }
        return counts(counts);
    }

    static SessionCounts session(PatternCounts counts, Integer... off) {
        return new SessionCounts("rule " + Arrays.toString(off), counts, Set.of(off), counts.pairs(),
                Optional.empty());
    }

    static PatternCounts counts(TreeMap<Integer, Long> counts) {
        return new PatternCounts(counts.keySet().stream().mapToInt(Integer::intValue).toArray(),
                counts.values().stream().mapToLong(Long::longValue).toArray());
    }

    static PatternCounts sum(PatternCounts... parts) {
        TreeMap<Integer, Long> counts = new TreeMap<>();
        for (PatternCounts part : parts) {
            IntStream.range(0, part.size()).forEach(i -> counts.merge(part.pattern(i), part.count(i), Long::sum));
        }
        return counts(counts);
    }

    int[] levels(double[][] chances) {
        int[] levels = new int[chances.length];
        for (int c = 0; c < levels.length; c++) {
            double left = random.nextDouble();
            while (levels[c] < chances[c].length - 1 && left >= 0) {
                left -= chances[c][++levels[c]];
            }
        }
        levels[3] = random.nextDouble() < NO_PHONE ? 0 : levels[3];
        return levels;
    }

    static List<Double> firsts(double[][] chances) {
        List<Double> firsts = new ArrayList<>();
        for (double[] of : chances) {
            firsts.add(of[1]);
        }
        return firsts;
    }
}
