package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Note;
import org.ruhu.tools.link.Shape;

/**
 * Sets a model right by pairs that people judged. They are chosen by their weight, mostly near the thresholds, so they
 * tell nothing of how often a level is met among all pairs; but of pairs of one pattern they tell without bias which
 * share is the same, and that is all logistic regression asks. It learns what is to be added to the prior and to the
 * weight of each level; all of it is thought to be small, which a few judgements cannot refute and many can.
 */
public final class Judged {

    /** Fewer judgements than that teach nothing. */
    public static final int FEWEST = 10;

    /** Of one kind, before anything is said of single levels: what all agree on tells of no difference between them. */
    private static final int FEWEST_OF_EACH = 5;
    private static final double PRIOR_SPREAD = 0.7;
    private static final double LEVEL_SPREAD = 0.7;
    private static final double BIT = Math.log(2);
    private static final String FROM = ", set right by judged pairs";

    private final Model model;
    private final Shape shape;
    private final List<Label> labels;
    private final int yes;

    private Judged(Model model, List<Label> labels) {
        this.model = model;
        this.labels = labels;
        shape = new Shape(model.settings().comparisons());
        yes = (int) labels.stream().filter(Label::same).count();
    }

    public static Model learn(Model model, List<Label> labels) {
        return new Judged(model, labels).learn();
    }

    private Model learn() {
        if (labels.size() < FEWEST) {
            return with(model.prior(), model.chances(), Note.of("few-labels", labels.size(), FEWEST));
        }
        boolean levels = Math.min(yes, labels.size() - yes) >= FEWEST_OF_EACH;
        double[] learned = Logistic.learn(features(levels), odds(model), same(), spreads(levels));
        double shift = learned[0];
        List<List<Chance>> chances = new ArrayList<>(model.chances());
        for (int c = 0; levels && c < chances.size(); c++) {
            int first = place(c, 1);
            Reweighted comparison = Reweighted.of(chances.get(c),
                    Arrays.copyOfRange(learned, first, first + chances.get(c).size()), FROM);
            chances.set(c, comparison.levels());
            shift += comparison.shift();
        }
        double weight = model.priorWeight() + shift / BIT;
        return with(Math.min(0.5, Model.probability(weight)), chances, said(weight, levels));
    }

    private Note said(double weight, boolean levels) {
        return Note.of(levels ? "labels" : "labels-alike", labels.size(), yes,
                String.format(Locale.ROOT, "%.2f", weight - model.priorWeight()));
    }

    /** How much each judgement surprises the model: bits on the average, 0 where it was sure of all, and right. */
    public static double surprise(Model model, List<Label> labels) {
        double[] odds = new Judged(model, labels).odds(model);
        return IntStream.range(0, odds.length).mapToDouble(i ->
                Logistic.softplus(labels.get(i).same() ? -odds[i] : odds[i]) / BIT).average().orElse(0);
    }

    static double weight(Model model, Shape shape, Label label) {
        return model.weight(shape, label.pattern()) + label.term();
    }

    private double[] odds(Model of) {
        return labels.stream().mapToDouble(label -> weight(of, shape, label) * BIT).toArray();
    }

    private boolean[] same() {
        boolean[] same = new boolean[labels.size()];
        for (int i = 0; i < same.length; i++) {
            same[i] = labels.get(i).same();
        }
        return same;
    }

    /** Where the coefficient of a level is; the first of all is the prior's. */
    private int place(int comparison, int level) {
        int place = level;
        for (int c = 0; c < comparison; c++) {
            place += model.chances().get(c).size();
        }
        return place;
    }

    private int[][] features(boolean levels) {
        return labels.stream().map(label -> IntStream.concat(IntStream.of(0), IntStream.range(0, levels
                ? shape.comparisons() : 0).filter(c -> shape.level(label.pattern(), c) > 0)
                .map(c -> place(c, shape.level(label.pattern(), c)))).toArray()).toArray(int[][]::new);
    }

    private double[] spreads(boolean levels) {
        double[] spreads = new double[levels ? place(shape.comparisons(), 1) : 1];
        Arrays.fill(spreads, LEVEL_SPREAD);
        spreads[0] = PRIOR_SPREAD;
        return spreads;
    }

    private Model with(double prior, List<List<Chance>> chances, Note note) {
        List<Note> notes = new ArrayList<>(model.notes());
        notes.add(note);
        return new Model(model.settings(), prior, chances, model.frequencies(), model.ties(), model.cuts(), notes);
    }
}
