package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ruhu.tools.link.Model;

/**
 * Learns from pairs that people judged. They are chosen by their weight, mostly near the thresholds, so they tell
 * nothing of how often a level is met among all pairs; but of pairs of one weight they tell which share is the same.
 * The prior is moved until the model expects as many of them to be the same as were found: logistic regression with
 * slope 1.
 */
public final class Judged {

    /** Fewer judgements than that move nothing. */
    public static final int FEWEST = 10;

    private static final double MOST = 12;
    private static final int HALVINGS = 60;

    private Judged() {}

    /**
     * @param weights match weight of each judged pair, by the model
     * @param same    how each was judged
     */
    public static Model learn(Model model, double[] weights, boolean[] same) {
        int yes = 0;
        for (boolean one : same) {
            yes += one ? 1 : 0;
        }
        if (same.length < FEWEST) {
            return with(model, model.prior(), String.format(Locale.ROOT,
                    "%d pairs were judged by people; fewer than %d teach nothing", same.length, FEWEST));
        }
        double bits = offset(weights, yes);
        double weight = model.priorWeight() + bits;
        return with(model, Math.min(0.5, Model.probability(weight)), String.format(Locale.ROOT,
                "%d pairs were judged by people, %d of them the same: the prior was moved by %.2f bits", same.length,
                yes, bits));
    }

    /** One pair of even chances counts as half the same, so that judgements that all agree move it only so far. */
    private static double offset(double[] weights, int yes) {
        double low = -MOST;
        double high = MOST;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            double expected = Model.probability(middle);
            for (double weight : weights) {
                expected += Model.probability(weight + middle);
            }
            if (expected < yes + 0.5) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private static Model with(Model model, double prior, String note) {
        List<String> notes = new ArrayList<>(model.notes());
        notes.add(note);
        return new Model(model.settings(), prior, model.chances(), model.frequencies(), model.ties(), model.cuts(),
                notes);
    }
}
