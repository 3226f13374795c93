package org.ruhu.tools.link.train;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Note;

/**
 * What a model became by the pairs that people judged.
 *
 * @param said what changed, in sentences; they are among the model's notes as well
 */
public record Lesson(Model model, List<Note> said) {

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
        List<Note> said = new ArrayList<>(List.of(judged.notes().get(judged.notes().size() - 1)));
        if (labels.size() < Judged.FEWEST) {
            return noted(before, before.cuts(), said);
        }
        said.add(Note.of("surprise", decimals(3, Judged.surprise(before, labels)),
                decimals(3, Judged.surprise(judged, labels))));
        said.addAll(levels(before, judged));
        Optional<Lot> lot = Lot.of(judged, labels);
        lot.ifPresent(of -> said.add(of.said()));
        Cuts cuts = CutChoice.choose(judged, candidates,
                weight -> lot.map(of -> of.chance(weight)).orElseGet(() -> Model.probability(weight)));
        said.add(cuts(before.cuts(), cuts));
        Model plain = new Model(judged.settings(), judged.prior(), judged.chances(), judged.frequencies(),
                judged.ties(), cuts, held.notes());
        return noted(plain, cuts, said);
    }

    private static Lesson noted(Model model, Cuts cuts, List<Note> said) {
        List<Note> notes = new ArrayList<>(model.notes());
        notes.addAll(said);
        return new Lesson(new Model(model.settings(), model.prior(), model.chances(), model.frequencies(), model.ties(),
                cuts, notes), said);
    }

    private record Moved(String what, double from, double to) {
        double far() {
            return Math.abs(to - from);
        }
    }

    private static List<Note> levels(Model before, Model after) {
        List<Moved> moved = new ArrayList<>();
        for (int c = 0; c < after.chances().size(); c++) {
            for (int level = 1; level <= after.chances().get(c).size(); level++) {
                moved.add(new Moved(after.settings().comparisons().get(c).name() + ", "
                        + after.settings().comparisons().get(c).label(level), before.weight(c, level),
                        after.weight(c, level)));
            }
        }
        return moved.stream().filter(one -> one.far() >= NEWS).sorted(Comparator.comparingDouble(Moved::far).reversed())
                .limit(NAMED).map(one -> Note.of("level-moved", one.what(), decimals(2, one.to()),
                        decimals(2, one.from()))).toList();
    }

    private static Note cuts(Cuts before, Cuts after) {
        return Note.of("cuts-moved", decimals(2, before.automatic()), decimals(2, before.clerical()),
                decimals(2, before.match()), decimals(2, after.automatic()), decimals(2, after.clerical()),
                decimals(2, after.match()));
    }

    private static String decimals(int places, double value) {
        return String.format(Locale.ROOT, "%." + places + "f", value);
    }
}
