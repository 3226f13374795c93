package org.ruhu.tools.link.train;

import java.util.function.DoubleUnaryOperator;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Settings.Thresholds;

/**
 * Chooses thresholds when nobody knows the truth, from what the weights promise. If a pair of weight w is a match with
 * chance p(w), then the pairs above a cut hold the sum of their p in matches; precision, recall and F1 follow.
 */
public final class CutChoice {

    /** Matches that may be lost below the clerical zone, of all that are among the candidates. */
    private static final double LOST = 0.002;
    /** The automatic zone is held to this part of the error it is allowed: what it promises is itself a guess. */
    private static final double MARGIN = 0.5;
    private static final double FARTHEST = 256;
    private static final int HALVINGS = 60;

    private final Weights weights;
    private final DoubleUnaryOperator chance;
    private final double[] chances;
    private final double matches;

    /** @param chance of a pair with that weight to be a match */
    private CutChoice(Weights weights, DoubleUnaryOperator chance) {
        this.weights = weights;
        this.chance = chance;
        chances = new double[weights.size()];
        double sum = 0;
        for (int i = 0; i < chances.length; i++) {
            chances[i] = chance.applyAsDouble(weights.weight(i));
            sum += weights.count(i) * chances[i];
        }
        matches = sum;
    }

    /** Of pairs that are met as often as the candidates. Those that people look at anyway do not raise the threshold. */
    public static Cuts choose(Model model, PatternCounts candidates, DoubleUnaryOperator chance) {
        Thresholds wanted = model.settings().thresholds();
        Cuts all = choose(Weights.of(model, candidates), wanted, chance);
        if (model.settings().reviews().isEmpty()) {
            return all;
        }
        Cuts linked = choose(Weights.of(model, candidates, false), wanted, chance);
        return new Cuts(wanted.automatic().isPresent() ? all.automatic() : Math.max(all.match(), linked.automatic()),
                all.clerical(), all.match());
    }

    public static Cuts choose(Weights weights, Thresholds wanted) {
        return choose(weights, wanted, Model::probability);
    }

    public static Cuts choose(Weights weights, Thresholds wanted, DoubleUnaryOperator chance) {
        CutChoice choice = new CutChoice(weights, chance);
        double match = wanted.match().map(CutChoice::weight).orElseGet(choice::bestF1);
        double automatic = wanted.automatic().map(CutChoice::weight)
                .orElseGet(() -> Math.max(Math.max(match, choice.inverse(wanted.precision())),
                        choice.precise(wanted.precision())));
        double clerical = wanted.clerical().map(CutChoice::weight)
                .orElseGet(() -> Math.min(automatic, Math.min(match, choice.complete())));
        return new Cuts(automatic, clerical, match);
    }

    /** Bits of a probability. */
    static double weight(double probability) {
        return Math.log(probability / (1 - probability)) / Math.log(2);
    }

    /**
     * Expected F1 = 2 matches above / (pairs above + all matches). It is highest when pairs are taken whose chance is
     * above half of what it then is (Lipton, Elkan and Naryanaswamy 2014), which also tells where to cut between two
     * weights.
     */
    private double bestF1() {
        double above = 0;
        double pairs = 0;
        double best = 0;
        for (int i = 0; i < chances.length; i++) {
            above += weights.count(i) * chances[i];
            pairs += weights.count(i);
            best = Math.max(best, 2 * above / (pairs + matches));
        }
        return best == 0 ? 0 : inverse(best / 2);
    }

    /** The weight that is a match with so much chance; found by halving, as chances rise with weights. */
    private double inverse(double wanted) {
        double low = -FARTHEST;
        double high = FARTHEST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (chance.applyAsDouble(middle) < wanted) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return high;
    }

    /** The lowest cut above which the expected precision holds wherever one cuts higher. */
    private double precise(double precision) {
        double above = 0;
        double pairs = 0;
        int at = -1;
        for (int i = 0; i < chances.length; i++) {
            above += weights.count(i) * chances[i];
            pairs += weights.count(i);
            if (last(i) && pairs - above <= (1 - precision) * MARGIN * pairs) {
                at = i;
            }
        }
        return at < 0 ? weight(precision) : below(at);
    }

    /** The highest cut below which hardly a match is expected. */
    private double complete() {
        double below = 0;
        int at = chances.length;
        while (at > 0 && below + weights.count(at - 1) * chances[at - 1] <= LOST * matches) {
            at--;
            below += weights.count(at) * chances[at];
        }
        while (at < chances.length && at > 0 && !last(at - 1)) {
            at++;
        }
        return at == 0 ? 0 : below(at - 1);
    }

    /** Pairs of one weight are on one side. */
    private boolean last(int index) {
        return index == weights.size() - 1 || weights.weight(index + 1) < weights.weight(index);
    }

    /** Half way to the next lower weight, so that a rounding decides nothing; at most one bit. */
    private double below(int index) {
        double here = weights.weight(index);
        double next = index == weights.size() - 1 ? here - 2 : weights.weight(index + 1);
        return Math.max(here - 1, (here + next) / 2);
    }
}
