package org.ruhu.tools.link.score;

import java.util.Arrays;
import java.util.Optional;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.block.Blocking;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.train.PatternCounts;
import org.ruhu.tools.link.work.Workers;

/** Finds, counts and weighs the pairs of records that settings compare. The same results whatever the threads. */
public final class Engine {

    /** Pairs of a rule that are enough to learn from. */
    public static final long LEARNED_FROM = 4_000_000;
    /** Pairs that are kept at most: 340 MB. */
    public static final int KEPT = 20_000_000;

    private final Records records;
    private final Workers workers;
    private final Blocking blocking;
    private final Kernel kernel;
    /** What was counted last, from so many pairs of a rule. */
    private Optional<Counting.Blocked> counted = Optional.empty();
    private long countedFrom;

    private Engine(Records records, Workers workers, Blocking blocking, Kernel kernel) {
        this.records = records;
        this.workers = workers;
        this.blocking = blocking;
        this.kernel = kernel;
    }

    /** @throws IllegalArgumentException if settings name what is not there */
    public static Engine of(Settings settings, Records records, Workers workers) {
        Kernel kernel = Kernel.of(settings.comparisons(), records);
        return new Engine(records, workers, Blocking.of(settings, records, workers), kernel);
    }

    public Blocking blocking() {
        return blocking;
    }

    public Kernel kernel() {
        return kernel;
    }

    /**
     * Patterns of some pairs.
     *
     * @param pairs the smaller row in the upper half, the other in the lower
     */
    public int[] patterns(long[] pairs) {
        Kernel own = kernel.own();
        return Arrays.stream(pairs).mapToInt(pair -> own.pattern((int) (pair >>> Integer.SIZE), (int) pair)).toArray();
    }

    /** Patterns of pairs drawn from all that may be compared, with replacement; of all of them where they are fewer. */
    public PatternCounts random(long pairs, long seed) {
        return new Counting(blocking, kernel, workers).random(pairs, seed);
    }

    /**
     * Counted once: who asks for fewer a second time gets what there is.
     *
     * @param most pairs of a rule that are compared, about
     */
    public Tallies tallies(long most) {
        if (counted.isEmpty() || countedFrom < most) {
            counted = Optional.of(new Counting(blocking, kernel, workers).blocks(most));
            countedFrom = most;
        }
        return counted.get().tallies();
    }

    /**
     * Weighs every pair that a rule finds, once. If all were compared to count patterns, these are taken from memory
     * and let go.
     *
     * @param keep match weight in bits from which a pair is kept
     * @param most pairs to keep; if there are more, the lightest are let go
     */
    public Scored scored(Model model, double keep, int most) {
        Patterns patterns = counted.map(Counting.Blocked::patterns).orElse(Patterns.NONE);
        counted = counted.map(Counting.Blocked::forgetting);
        return new Scoring(blocking, kernel, patterns, new Weigher(model, records, kernel), keep)
                .scored(records.size(), most, workers);
    }
}
