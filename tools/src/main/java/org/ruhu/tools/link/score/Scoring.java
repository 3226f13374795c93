package org.ruhu.tools.link.score;

import java.util.List;
import org.ruhu.tools.link.block.Blocking;
import org.ruhu.tools.link.work.Workers;

/** Weighs every pair that the rules find, once, and keeps the heavy ones. */
final class Scoring {

    private final Blocking blocking;
    private final Kernel kernel;
    private final Weigher weigher;
    private final double keep;

    Scoring(Blocking blocking, Kernel kernel, Weigher weigher, double keep) {
        this.blocking = blocking;
        this.kernel = kernel;
        this.weigher = weigher;
        this.keep = keep;
    }

    Scored scored(int rows, int most, Workers workers) {
        List<Blocking.Part> parts = blocking.parts();
        Room room = new Room(most, keep);
        List<Kept> kept = workers.each("pairs", parts.size(), () -> new Worker(kernel.own()),
                (worker, i) -> room.take(worker.part(parts.get(i))));
        double least = room.settle();
        long[] newPairs = new long[blocking.rules()];
        kept.forEach(part -> newPairs[part.rule()] += part.compared());
        return Scored.of(rows, kept, least, least > keep, newPairs);
    }

    /** What one thread needs. */
    private final class Worker {
        private final Tile tile;
        private final Walk walk;
        private Kept kept = new Kept(0);

        Worker(Kernel own) {
            tile = own.tile(blocking.rules());
            walk = new Walk(blocking, own, Walk.Choice.NEW, tile, rule -> take());
        }

        Kept part(Blocking.Part part) {
            kept = new Kept(part.rule());
            walk.part(part);
            return kept;
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
            kept.compared(tile.pairs);
        }
    }
}
