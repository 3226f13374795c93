package org.ruhu.tools.link;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.link.Model.Chance;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.score.Engine;
import org.ruhu.tools.link.score.Kernel;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.score.Tallies;
import org.ruhu.tools.link.score.Weigher;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.train.CutChoice;
import org.ruhu.tools.link.train.Lesson;
import org.ruhu.tools.link.train.Shares;
import org.ruhu.tools.link.work.Workers;

/** The whole job over one set of records: learn a model, weigh the pairs by it, say why. */
public final class Linkage {

    private final Settings settings;
    private final Records records;
    private final Engine engine;

    private Linkage(Settings settings, Records records, Engine engine) {
        this.settings = settings;
        this.records = records;
        this.engine = engine;
    }

    /** @throws IllegalArgumentException if the settings ask for what is not in the records */
    public static Linkage of(Settings settings, Records records, Workers workers) {
        return new Linkage(settings, records, Engine.of(settings, records, workers));
    }

    public Engine engine() {
        return engine;
    }

    /** Learns from the records without knowing which are the same. */
    public Model train() {
        return learning(tallies()).model();
    }

    /** Learns from the records and from some pairs that people judged. */
    public Lesson train(List<Judgement> said) {
        return learning(tallies()).lesson(judged(said));
    }

    /** Sets a model right by pairs that people judged. */
    public Lesson taught(Model model, List<Judgement> said) {
        return Learning.lesson(model, records, judged(said), tallies().candidates());
    }

    private Tallies tallies() {
        Learning.refuseNone(engine.blocking().pairing());
        return engine.tallies(Engine.LEARNED_FROM);
    }

    private Learning learning(Tallies tallies) {
        return new Learning(settings, records, engine.blocking().pairing(), engine.blocking().found(), tallies,
                engine.random(settings.training().randomPairs(), settings.training().seed()));
    }

    private List<JudgedPair> judged(List<Judgement> said) {
        Kernel kernel = engine.kernel().own();
        return said.stream().map(pair -> new JudgedPair(pair, kernel.pattern(pair.low(), pair.high()),
                engine.blocking().finders(pair.low(), pair.high()))).toList();
    }

    /**
     * A model of what somebody else learned; how common values are, and the thresholds, are from these records. A
     * value's share is measured by the u of its level, as whoever gives u without {@code agree} does.
     */
    public Model adopt(double prior, List<List<Chance>> chances, List<Note> notes) {
        Map<String, Frequencies> measured = new HashMap<>();
        for (int c = 0; c < settings.comparisons().size(); c++) {
            List<Comparison.Level> levels = settings.comparisons().get(c).levels();
            for (int level = 0; level < levels.size(); level++) {
                double u = chances.get(c).get(level).u();
                levels.get(level).frequency().ifPresent(column -> {
                    Frequencies counted = Shares.of(records.column(column));
                    measured.putIfAbsent(column, new Frequencies(counted.shares(), counted.rest(), u));
                });
            }
        }
        Model model = new Model(settings, prior, chances, measured, List.of(), new Cuts(0, 0, 0), notes);
        return model.with(CutChoice.choose(model, engine.tallies(Engine.LEARNED_FROM).candidates(),
                Model::probability));
    }

    /** Every pair the rules find that is as heavy as {@code keep} bits, at most {@link Engine#KEPT} of them. */
    public Scored link(Model model, double keep) {
        return engine.scored(model, keep, Engine.KEPT);
    }

    /** Every pair that is above the clerical threshold. */
    public Scored link(Model model) {
        return link(model, model.cuts().clerical());
    }

    /** Tells why two rows were thought the same. */
    public Explanation explain(Weigher weigher, Model model, int left, int right) {
        int pattern = engine.kernel().pattern(left, right);
        List<Explanation.Part> parts = new ArrayList<>();
        for (int c = 0; c < settings.comparisons().size(); c++) {
            Comparison comparison = settings.comparisons().get(c);
            int level = engine.kernel().shape().level(pattern, c);
            parts.add(new Explanation.Part(comparison.name(), level, comparison.label(level), model.weight(c, level),
                    weigher.term(c, level, left, right)));
        }
        int rule = engine.blocking().membership().owner(left, right);
        return new Explanation(rule < 0 ? "" : settings.blocking().get(rule).name(), model.priorWeight(), parts);
    }
}
