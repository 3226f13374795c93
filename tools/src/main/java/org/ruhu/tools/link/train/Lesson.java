package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Cuts;

/**
 * What a model became by the pairs that people judged.
 *
 * @param said what changed, in sentences; they are among the model's notes as well
 */
public record Lesson(Model model, List<String> said) {

    /** Bits that a level must weigh more or less to be named, and how many are. */
    private static final double NEWS = 0.5;
    private static final int NAMED = 5;

    public Lesson {
        said = List.copyOf(said);
    }

    /**
     * @param before     what was learned, or given, without judged pairs
     * @param held       what was learned while they were held to be what people said; the same if nothing was learned
     * @param candidates pairs that some rule brings together, of which thresholds are chosen
     */
    public static Lesson of(Model before, Model held, List<Label> labels, PatternCounts candidates) {
        Model judged = Judged.learn(held, labels);
        List<String> said = new ArrayList<>(List.of(judged.notes().get(judged.notes().size() - 1)));
        if (labels.size() < Judged.FEWEST) {
            return noted(before, before.cuts(), said);
        }
        said.add(String.format(Locale.ROOT, "judgements surprised the model by %.3f bits each, now by %.3f",
                Judged.surprise(before, labels), Judged.surprise(judged, labels)));
        said.addAll(levels(before, judged));
        Optional<Lot> lot = Lot.of(judged, labels);
        lot.ifPresent(of -> said.add(of.said()));
        Cuts cuts = CutChoice.choose(Weights.of(judged, candidates), judged.settings().thresholds(),
                weight -> lot.map(of -> of.chance(weight)).orElseGet(() -> Model.probability(weight)));
        said.add(String.format(Locale.ROOT, "thresholds were %s and are %s", told(before.cuts()), told(cuts)));
        Model plain = new Model(judged.settings(), judged.prior(), judged.chances(), judged.frequencies(), judged.ties(), cuts,
                held.notes());
        return noted(plain, cuts, said);
    }

    private static Lesson noted(Model model, Cuts cuts, List<String> said) {
        List<String> notes = new ArrayList<>(model.notes());
        notes.addAll(said);
        return new Lesson(new Model(model.settings(), model.prior(), model.chances(), model.frequencies(), model.ties(), cuts,
                notes), said);
    }

    private record Moved(String what, double from, double to) {
        double far() {
            return Math.abs(to - from);
        }
    }

    private static List<String> levels(Model before, Model after) {
        List<Moved> moved = new ArrayList<>();
        for (int c = 0; c < after.chances().size(); c++) {
            for (int level = 1; level <= after.chances().get(c).size(); level++) {
                moved.add(new Moved(after.settings().comparisons().get(c).name() + ", "
                        + after.settings().comparisons().get(c).label(level), before.weight(c, level), after.weight(c, level)));
            }
        }
        return moved.stream().filter(one -> one.far() >= NEWS).sorted(Comparator.comparingDouble(Moved::far).reversed())
                .limit(NAMED).map(one -> String.format(Locale.ROOT, "by judged pairs %s weighs %.2f bits instead of %.2f",
                        one.what(), one.to(), one.from())).toList();
    }

    private static String told(Cuts cuts) {
        return String.format(Locale.ROOT, "%.2f, %.2f and %.2f bits (automatic, clerical, single cut)", cuts.automatic(),
                cuts.clerical(), cuts.match());
    }
}
