package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.ruhu.tools.link.block.Blocking;
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
    private static final class Drawn implements RandomPairs.Taker {
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

    /** @param most pairs of a rule that are compared, about; of a larger rule a share, always the same pairs */
    Tallies blocks(long most) {
        double[] shares = IntStream.range(0, blocking.rules())
                .mapToDouble(rule -> (double) most / Math.max(1, blocking.blocks(rule).found().pairs()))
                .map(share -> Math.min(1, share)).toArray();
        double least = Arrays.stream(shares).min().orElse(1);
        List<Sampled> all = Collections.synchronizedList(new ArrayList<>());
        List<Blocking.Part> parts = blocking.parts();
        workers.each("counting", parts.size(), () -> added(all, new Sampled(shares, least)), (sampled, i) -> {
            sampled.walk.part(parts.get(i));
            return 0;
        });
        List<PatternCounts> byRule = IntStream.range(0, blocking.rules()).mapToObj(rule ->
                Tally.sum(patterns, all.stream().map(sampled -> sampled.byRule[rule]).toList(), 1)).toList();
        return new Tallies(byRule, sum(all, 0, least), sum(all, 1, least), sum(all, 2, least));
    }

    private PatternCounts sum(List<Sampled> all, int which, double share) {
        return Tally.sum(patterns, all.stream().map(sampled -> sampled.found[which]).toList(), 1 / share);
    }

    /** What one thread counts. A pair is in the sample if its own share is below the rule's. */
    private final class Sampled implements Walk.Choice {
        private final double[] shares;
        private final double least;
        private final Tile tile;
        private final Walk walk;
        private final Tally[] byRule;
        /** All, those found by one rule, those found by two. */
        private final Tally[] found;

        Sampled(double[] shares, double least) {
            this.shares = shares;
            this.least = least;
            Kernel own = kernel.own();
            tile = own.tile(blocking.rules());
            walk = new Walk(blocking, own, this, tile, this::take);
            byRule = tallies(blocking.rules());
            found = tallies(3);
        }

        private Tally[] tallies(int count) {
            return IntStream.range(0, count).mapToObj(i -> new Tally(patterns)).toArray(Tally[]::new);
        }

        @Override
        public boolean onlyNew() {
            return false;
        }

        @Override
        public boolean wanted(int rule, int left, int right) {
            return shares[rule] == 1 || Chance.of(left, right) < shares[rule];
        }

        private void take(int rule) {
            for (int i = 0; i < tile.pairs; i++) {
                int left = tile.leftRow(i);
                int right = tile.rightRow(i);
                int pattern = tile.pattern[i];
                byRule[rule].add(pattern, 1);
                boolean drawn = least == 1 || Chance.of(left, right) < least;
                if (drawn && blocking.membership().owner(left, right) == rule) {
                    int finders = blocking.membership().finders(left, right);
                    found[0].add(pattern, 1);
                    if (finders <= 2) {
                        found[finders].add(pattern, 1);
                    }
                }
            }
        }
    }
}
