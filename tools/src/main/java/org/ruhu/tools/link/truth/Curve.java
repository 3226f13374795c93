package org.ruhu.tools.link.truth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.link.cluster.Links;

/**
 * What every threshold would give. Pairs of equal weight are on one side of a threshold together, whatever their order,
 * so there is one point for each weight that occurs.
 */
public final class Curve {

    private final float[] correct;
    private final float[] wrong;
    private final long truePairs;

    private Curve(float[] correct, float[] wrong, long truePairs) {
        this.correct = correct;
        this.wrong = wrong;
        this.truePairs = truePairs;
    }

    /** A threshold, the weight of some pair, and the score of all pairs from it on. */
    public record Point(float weight, Score score) {}

    static Curve of(Truth truth, Links links) {
        float[] correct = new float[links.count()];
        float[] wrong = new float[links.count()];
        int corrects = 0;
        int wrongs = 0;
        for (int i = 0; i < links.count(); i++) {
            if (truth.counts(links.left()[i], links.right()[i])) {
                float weight = links.weight()[i] + 0f;
                if (truth.same(links.left()[i], links.right()[i])) {
                    correct[corrects++] = weight;
                } else {
                    wrong[wrongs++] = weight;
                }
            }
        }
        Arrays.sort(correct, 0, corrects);
        Arrays.sort(wrong, 0, wrongs);
        return new Curve(Arrays.copyOf(correct, corrects), Arrays.copyOf(wrong, wrongs), truth.pairs());
    }

    /** Of the pairs at least that heavy. */
    public Score at(double threshold) {
        return score(correct.length - below(correct, threshold), wrong.length - below(wrong, threshold));
    }

    /** True pairs that are not among the pairs at all: blocking did not bring them together, or they were let go. */
    public long unseen() {
        return truePairs - correct.length;
    }

    /** The point of the best F1, of equal ones the strictest. Empty if no pair is right. */
    public Optional<Point> best() {
        Walk walk = new Walk();
        Point best = null;
        while (walk.next()) {
            Point point = walk.point();
            if (point.score().correct() > 0 && (best == null || point.score().f1() > best.score().f1())) {
                best = point;
            }
        }
        return Optional.ofNullable(best);
    }

    /**
     * The curve from the strictest threshold to the loosest, in so many points at most: the first, the last, the best,
     * and between them those that lie evenly along it.
     *
     * @param most 3 or more
     */
    public List<Point> points(int most) {
        double length = 0;
        Walk walk = new Walk();
        while (walk.next()) {
            length += walk.step();
        }
        float best = best().map(Point::weight).orElse(Float.NaN);
        double stride = length / (most - 2);
        List<Point> points = new ArrayList<>();
        double gone = 0;
        walk = new Walk();
        while (walk.next()) {
            gone += walk.step();
            if (points.isEmpty() || walk.last() || walk.weight == best || gone >= stride && points.size() < most - 2) {
                points.add(walk.point());
                gone = 0;
            }
        }
        return points;
    }

    private static int below(float[] sorted, double threshold) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = low + high >>> 1;
            if (sorted[middle] < threshold) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private Score score(long corrects, long wrongs) {
        return new Score(corrects, wrongs, truePairs - corrects);
    }

    /** From weight to weight that occurs, downwards. */
    private final class Walk {

        private int corrects;
        private int wrongs;
        private float weight;
        private double precision = 1;
        private double recall;
        private double step;

        boolean next() {
            if (last()) {
                return false;
            }
            weight = Math.max(next(correct, corrects), next(wrong, wrongs));
            while (next(correct, corrects) == weight) {
                corrects++;
            }
            while (next(wrong, wrongs) == weight) {
                wrongs++;
            }
            double precisionNow = (double) corrects / (corrects + wrongs);
            double recallNow = truePairs == 0 ? 0 : (double) corrects / truePairs;
            step = Math.abs(precisionNow - precision) + recallNow - recall;
            precision = precisionNow;
            recall = recallNow;
            return true;
        }

        private float next(float[] sorted, int taken) {
            return taken == sorted.length ? Float.NEGATIVE_INFINITY : sorted[sorted.length - 1 - taken];
        }

        boolean last() {
            return corrects == correct.length && wrongs == wrong.length;
        }

        /** How far the point lies from the one before. */
        double step() {
            return step;
        }

        Point point() {
            return new Point(weight, score(corrects, wrongs));
        }
    }
}
