package org.ruhu.tools.link.score;

import java.util.List;
import org.ruhu.tools.link.block.Blocking;
import org.ruhu.tools.link.work.Workers;

/** Weighs every pair that the rules find, once, and keeps the heavy ones. */
final class Scoring {

    private final Blocking blocking;
    private final Kernel kernel;
    private final Patterns patterns;
    private final Weigher weigher;
    private final double keep;

    /** @param patterns of the same pairs, if they were compared before */
    Scoring(Blocking blocking, Kernel kernel, Patterns patterns, Weigher weigher, double keep) {
        this.blocking = blocking;
        this.kernel = kernel;
        this.patterns = patterns;
        this.weigher = weigher;
        this.keep = keep;
    }

    Scored scored(int rows, int most, Workers workers) {
        List<Blocking.Part> parts = blocking.parts();
        Room room = new Room(most, keep);
        List<Kept> kept = workers.each("pairs", parts.size(), () -> new Worker(kernel.own()),
                (worker, i) -> room.take(worker.part(parts.get(i), i)));
        double least = room.settle();
        long[] newPairs = new long[blocking.rules()];
        kept.forEach(part -> newPairs[part.rule()] += part.compared());
        return Scored.of(rows, kept, least, least > keep, newPairs);
    }

    /** What one thread needs. */
    private final class Worker implements Walk.Onlooker {
        private final Kernel own;
        private final Sieve sieve;
        private final Patterns.Place place = patterns.new Place();
        private final Tile tile;
        private final Walk walk;
        private Kept kept = new Kept(0);

        Worker(Kernel own) {
            this.own = own;
            sieve = own.sieve(weigher, keep);
            tile = own.tile(blocking.rules());
            walk = new Walk(blocking, tile, this);
        }

        Kept part(Blocking.Part part, int number) {
            kept = new Kept(part.rule());
            place.start(number);
            walk.part(part);
            return kept;
        }

        @Override
        public void rows(int rule) {
            if (!patterns.known()) {
                own.gather(tile);
            }
        }

        @Override
        public void pairs(int rule) {
            kept.compared(tile.pairs);
            if (patterns.known()) {
                place.read(tile);
            } else {
                sieve.judge(tile);
            }
            take();
        }

        private void take() {
            for (int i = 0; i < tile.pairs; i++) {
                int pattern = tile.pattern[i];
                if (!weigher.below(keep, pattern)) {
                    int left = tile.leftRow(i);
                    int right = tile.rightRow(i);
                    float weight = (float) weigher.weight(pattern, left, right);
                    if (weight >= keep) {
                        kept.add(left, right, weight, pattern);
                    }
                }
            }
        }
    }
}
