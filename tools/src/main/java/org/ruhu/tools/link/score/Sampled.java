package org.ruhu.tools.link.score;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.ruhu.tools.link.block.Blocking;
import org.ruhu.tools.link.block.Membership;

/** What one thread counts. A pair is compared once, and counts for each rule that finds it and has it in its sample. */
final class Sampled implements Walk.Onlooker {

    final Tally[] byRule;
    /** Of the pairs that stand for all: all, those found by one rule, those found by two. */
    final Tally[] found;

    private final Membership membership;
    private final Kernel kernel;
    private final Counting.Shares shares;
    private final Patterns patterns;
    private final Patterns.Place place;
    private final IntUnaryOperator name;
    private final Tile tile;
    private final Walk walk;
    /** By pair of the tile: its own share, 0 where all are taken, and how many rules find it. */
    private final double[] share = new double[Tile.PAIRS];
    private final int[] finders = new int[Tile.PAIRS];

    /** @param name of a row, by which it is told whether a pair is in a sample */
    Sampled(Blocking blocking, Kernel kernel, Counting.Shares shares, Patterns patterns, IntUnaryOperator name) {
        this.name = name;
        this.membership = blocking.membership();
        this.kernel = kernel;
        this.shares = shares;
        this.patterns = patterns;
        this.place = patterns.new Place();
        tile = kernel.tile(blocking.rules());
        walk = new Walk(blocking, tile, this);
        byRule = tallies(blocking.rules());
        found = tallies(3);
    }

    private Tally[] tallies(int count) {
        return IntStream.range(0, count).mapToObj(i -> new Tally(kernel.shape().patterns())).toArray(Tally[]::new);
    }

    void part(Blocking.Part part, int number) {
        place.start(number);
        walk.part(part);
        if (patterns.known()) {
            place.end();
        }
    }

    @Override
    public void rows(int rule) {
        kernel.gather(tile);
        membership.gather(tile.rows, tile.slots, tile.marks, rule + 1, byRule.length);
    }

    @Override
    public void pairs(int rule) {
        if (!shares.all()) {
            thin(rule);
        }
        kernel.judge(tile);
        if (patterns.known()) {
            place.write(tile);
        }
        Arrays.fill(finders, 0, tile.pairs, 1);
        countFirst(byRule[rule], shares.byRule()[rule]);
        for (int later = rule + 1; later < byRule.length; later++) {
            countAgain(later);
        }
        countOnce();
    }

    /** Leaves the pairs that are in the sample of a rule that finds them. */
    private void thin(int rule) {
        int kept = 0;
        for (int i = 0; i < tile.pairs; i++) {
            double own = Chance.of(name.applyAsInt(tile.leftRow(i)), name.applyAsInt(tile.rightRow(i)));
            if (wanted(rule, i, own)) {
                share[kept] = own;
                tile.left[kept] = tile.left[i];
                tile.right[kept++] = tile.right[i];
            }
        }
        tile.pairs = kept;
    }

    private boolean wanted(int rule, int pair, double own) {
        boolean wanted = own < shares.byRule()[rule];
        for (int later = rule + 1; later < byRule.length && !wanted; later++) {
            wanted = own < shares.byRule()[later] && finds(later, pair);
        }
        return wanted;
    }

    private boolean finds(int rule, int pair) {
        int[] marks = tile.marks[rule];
        return membership.shared(rule, marks[tile.left[pair]], marks[tile.right[pair]]) > 0;
    }

    private void countFirst(Tally tally, double most) {
        for (int i = 0; i < tile.pairs; i++) {
            if (share[i] < most) {
                tally.add(tile.pattern[i], 1);
            }
        }
    }

    private void countAgain(int rule) {
        double most = shares.byRule()[rule];
        for (int i = 0; i < tile.pairs; i++) {
            if (finds(rule, i)) {
                finders[i]++;
                if (share[i] < most) {
                    byRule[rule].add(tile.pattern[i], 1);
                }
            }
        }
    }

    private void countOnce() {
        for (int i = 0; i < tile.pairs; i++) {
            if (share[i] < shares.least()) {
                found[0].add(tile.pattern[i], 1);
                if (finders[i] <= 2) {
                    found[finders[i]].add(tile.pattern[i], 1);
                }
            }
        }
    }
}
