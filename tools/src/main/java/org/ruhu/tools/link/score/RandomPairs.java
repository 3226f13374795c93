package org.ruhu.tools.link.score;

import org.ruhu.tools.link.Settings.Scope;
import org.ruhu.tools.link.block.Pairing;

/** Pairs drawn evenly, with replacement, from all that may be compared; all of them once where they are few. */
public final class RandomPairs {

    private static final int EACH = 1 << 16;

    private final Pairing pairing;
    private final long count;
    private final long seed;
    private final boolean all;

    public RandomPairs(Pairing pairing, long count, long seed) {
        this.pairing = pairing;
        this.all = pairing.pairs() <= count;
        this.count = Math.min(count, pairing.pairs());
        this.seed = seed;
    }

    /** Pieces that can be drawn apart: of the pairs, or of the left rows where all pairs are taken. */
    public int pieces() {
        return all ? (pairing.size() + 255) / 256 : Math.toIntExact((count + EACH - 1) / EACH);
    }

    /** Takes rows of a pair. */
    @FunctionalInterface
    public interface Taker {
        void pair(int left, int right);
    }

    /** Always the same pairs. */
    public void piece(int piece, Taker taker) {
        if (all) {
            for (int left = piece * 256; left < Math.min(pairing.size(), piece * 256 + 256); left++) {
                everyRight(left, taker);
            }
            return;
        }
        Chance chance = new Chance(Chance.mixed(seed * 31 + piece));
        long pairs = Math.min(EACH, count - (long) piece * EACH);
        for (long i = 0; i < pairs; i++) {
            draw(chance, taker);
        }
    }

    private void everyRight(int left, Taker taker) {
        boolean second = left >= pairing.first();
        int from = pairing.scope() == Scope.ACROSS ? Math.max(left + 1, pairing.first()) : left + 1;
        int to = pairing.scope() == Scope.WITHIN && !second ? pairing.first()
                : pairing.scope() == Scope.ACROSS && second ? left : pairing.size();
        for (int right = from; right < to; right++) {
            taker.pair(left, right);
        }
    }

    private void draw(Chance chance, Taker taker) {
        int first = pairing.first();
        int second = pairing.size() - first;
        switch (pairing.scope()) {
            case ACROSS -> taker.pair(chance.below(first), first + chance.below(second));
            case BOTH -> two(chance, 0, pairing.size(), taker);
            case WITHIN -> {
                boolean ofFirst = chance.share() * pairing.pairs() < pairing.pairs(first, 0);
                two(chance, ofFirst ? 0 : first, ofFirst ? first : second, taker);
            }
        }
    }

    private static void two(Chance chance, int from, int rows, Taker taker) {
        int one = chance.below(rows);
        int other = chance.below(rows - 1);
        other += other >= one ? 1 : 0;
        taker.pair(from + Math.min(one, other), from + Math.max(one, other));
    }
}
