package org.ruhu.tools.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.block.Blocks;
import org.ruhu.tools.link.block.Pairing;
import org.ruhu.tools.link.score.Recall;
import org.ruhu.tools.link.score.Tallies;
import org.ruhu.tools.link.score.Weigher;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.train.Counted;
import org.ruhu.tools.link.train.CutChoice;
import org.ruhu.tools.link.train.Label;
import org.ruhu.tools.link.train.Learned;
import org.ruhu.tools.link.train.Lesson;
import org.ruhu.tools.link.train.PatternCounts;
import org.ruhu.tools.link.train.SessionCounts;
import org.ruhu.tools.link.train.Shares;
import org.ruhu.tools.link.train.Trainer;

/**
 * All that a model is learned from, wherever it was counted.
 *
 * @param records the columns whose common values the settings tell apart; nothing else of them is looked at
 * @param found   by rule
 * @param random  patterns of pairs drawn at random
 */
public record Learning(Settings settings, Records records, Pairing pairing, List<Blocks.Found> found, Tallies tallies,
        PatternCounts random) {

    public Learning {
        found = List.copyOf(found);
    }

    /** @throws IllegalArgumentException if no two records are there to be compared */
    public static void refuseNone(Pairing pairing) {
        if (pairing.pairs() < 1) {
            throw new IllegalArgumentException("there are no two records to compare");
        }
    }

    /** Learned without knowing which records are the same. */
    public Model model() {
        return cut(model(Trainer.learn(settings, counted())));
    }

    /** Learned from some pairs that people judged, too. */
    public Lesson lesson(List<JudgedPair> judged) {
        Model plain = model();
        List<Label> labels = labels(plain, records, judged);
        return Lesson.of(plain, model(Trainer.learn(settings, counted(), labels)), labels, tallies.candidates());
    }

    /**
     * Sets a model that is given right by them.
     *
     * @param candidates pairs that some rule brings together
     */
    public static Lesson lesson(Model given, Records records, List<JudgedPair> judged, PatternCounts candidates) {
        return Lesson.of(given, given, labels(given, records, judged), candidates);
    }

    private static List<Label> labels(Model model, Records records, List<JudgedPair> judged) {
        Weigher weigher = new Weigher(model, records);
        return judged.stream().map(pair -> pair.label(weigher)).toList();
    }

    private Counted counted() {
        int rules = settings.blocking().size();
        List<SessionCounts> sessions = new ArrayList<>();
        for (int rule = 0; rule < rules; rule++) {
            sessions.add(SessionCounts.of(settings, settings.blocking().get(rule), tallies.byRule().get(rule),
                    found.get(rule).pairs(), found.get(rule).leftOut().pairs() == 0));
        }
        return new Counted(random, sessions, tallies.candidates(), pairing.pairs(), most(),
                chance -> Recall.of(tallies, rules, chance).share());
    }

    private double most() {
        if (!settings.oneToOne()) {
            return pairing.matches(settings.most() - 1);
        }
        return pairing.twoInputs() ? Math.min(pairing.first(), pairing.size() - pairing.first()) : pairing.matches(1);
    }

    private Model model(Learned learned) {
        List<Note> notes = new ArrayList<>(learned.notes());
        notes.addAll(lost());
        return new Model(settings, learned.prior(), learned.chances(), frequencies(), learned.ties(), new Cuts(0, 0, 0),
                notes);
    }

    private Model cut(Model model) {
        return model.with(CutChoice.choose(model, tallies.candidates(), Model::probability));
    }

    private Map<String, Frequencies> frequencies() {
        Map<String, Frequencies> frequencies = new HashMap<>();
        settings.comparisons().forEach(comparison -> comparison.levels().forEach(level -> level.frequency().ifPresent(
                column -> frequencies.computeIfAbsent(column, name -> Shares.of(records.column(name))))));
        return frequencies;
    }

    private List<Note> lost() {
        return found.stream().filter(rule -> rule.leftOut().pairs() > 0).map(rule ->
                Note.of("left-out", rule.rule(), String.format(Locale.ROOT, "%,d", rule.leftOut().pairs()),
                        String.format(Locale.ROOT, "%,d", rule.leftOut().blocks()))).toList();
    }
}
