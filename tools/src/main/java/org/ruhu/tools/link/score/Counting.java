package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.link.block.Blocking;
import org.ruhu.tools.link.block.Blocks;
import org.ruhu.tools.link.train.PatternCounts;
import org.ruhu.tools.link.work.Workers;

/** Counts the patterns of many pairs, each thread for itself, and adds up. */
final class Counting {

    private final Blocking blocking;
    private final Kernel kernel;
    private final Workers workers;
    private final int patterns;

    Counting(Blocking blocking, Kernel kernel, Workers workers) {
        this.blocking = blocking;
        this.kernel = kernel;
        this.workers = workers;
        patterns = kernel.shape().patterns();
    }

    PatternCounts random(long pairs, long seed) {
        RandomPairs random = new RandomPairs(blocking.pairing(), pairs, seed);
        List<Drawn> all = Collections.synchronizedList(new ArrayList<>());
        workers.each("random pairs", random.pieces(), () -> added(all, new Drawn(kernel.own())), (drawn, piece) -> {
            random.piece(piece, drawn);
            drawn.flush();
            return 0;
        });
        return Tally.sum(patterns, all.stream().map(drawn -> drawn.tally).toList(), 1);
    }

    private static <T> T added(List<T> all, T one) {
        all.add(one);
        return one;
    }

    /** Takes pairs into a tile, each with slots of its own. */
    static final class Drawn implements RandomPairs.Taker {
        private final Kernel kernel;
        private final Tile tile;
        private final Tally tally;

        Drawn(Kernel kernel) {
            this.kernel = kernel;
            tile = kernel.tile(0);
            tile.room(2 * Tile.PAIRS);
            tally = new Tally(kernel.shape().patterns());
        }

        @Override
        public void pair(int left, int right) {
            tile.left[tile.pairs] = slot(left);
            tile.right[tile.pairs++] = slot(right);
            if (tile.pairs == Tile.PAIRS) {
                flush();
            }
        }

        private int slot(int row) {
            tile.rows[tile.slots] = row;
            return tile.slots++;
        }

        PatternCounts counts() {
            flush();
            return Tally.sum(kernel.shape().patterns(), List.of(tally), 1);
        }

        void flush() {
            kernel.gather(tile);
            kernel.judge(tile);
            for (int i = 0; i < tile.pairs; i++) {
                tally.add(tile.pattern[i], 1);
            }
            tile.pairs = 0;
            tile.slots = 0;
        }
    }

    /** What was counted, and the pattern of each pair if every pair was compared and there is room. */
    record Blocked(Tallies tallies, Patterns patterns) {

        Blocked forgetting() {
            return new Blocked(tallies, Patterns.NONE);
        }
    }

    /** @param most pairs of a rule that are compared, about; of a larger rule a share, always the same pairs */
    Blocked blocks(long most) {
        Shares shares = Shares.of(blocking.found(), most);
        List<Blocking.Part> parts = blocking.parts();
        Patterns known = shares.all() ? Patterns.of(blocking, parts) : Patterns.NONE;
        List<Sampled> all = Collections.synchronizedList(new ArrayList<>());
        workers.each("counting", parts.size(), () -> added(all, new Sampled(blocking, kernel.own(), shares, known, row -> row)),
                (sampled, i) -> {
                    sampled.part(parts.get(i), i);
                    return 0;
                });
        List<PatternCounts> byRule = IntStream.range(0, blocking.rules()).mapToObj(rule ->
                Tally.sum(patterns, all.stream().map(sampled -> sampled.byRule[rule]).toList(), 1)).toList();
        List<PatternCounts> found = IntStream.range(0, 3).mapToObj(which -> Tally.sum(patterns,
                all.stream().map(sampled -> sampled.found[which]).toList(), 1 / shares.least())).toList();
        return new Blocked(new Tallies(byRule, found.get(0), found.get(1), found.get(2)), known);
    }

    /**
     * Which pairs are taken: those whose own share, {@link Chance#of}, is below the rule's.
     *
     * @param byRule of the pairs of each rule
     * @param least  of them, that of pairs that stand for all
     */
    record Shares(double[] byRule, double least) {

        static Shares of(List<Blocks.Found> found, long most) {
            double[] shares = found.stream().mapToDouble(rule -> (double) most / Math.max(1, rule.pairs()))
                    .map(share -> Math.min(1, share)).toArray();
            return new Shares(shares, Arrays.stream(shares).min().orElse(1));
        }

        boolean all() {
            return least == 1;
        }
    }
}
