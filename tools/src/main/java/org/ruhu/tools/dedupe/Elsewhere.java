package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.Judgement;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.again.Compares;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.train.Lesson;

/**
 * How a run begins and ends whose records are read and compared elsewhere, on other machines: the settings are chosen
 * and the results written as {@link Job} does it.
 */
public final class Elsewhere {

    private final Wish wish;
    private final Chosen chosen;

    private Elsewhere(Wish wish, Chosen chosen) {
        this.wish = wish;
        this.chosen = chosen;
    }

    /**
     * @param columns that all inputs have; empty where only their last line tells
     * @param inputs  one or two
     * @throws CannotRun if the settings are not fit for that
     */
    public static Elsewhere of(Wish wish, Optional<List<String>> columns, int inputs) throws IOException {
        Chosen chosen = Chosen.of(wish, new Seen(columns), inputs);
        if (chosen.imported().isPresent()) {
            throw new CannotRun("settings of Splink are read by ruhu dedupe; give the model.json it makes of them with"
                    + " --model");
        }
        return new Elsewhere(wish, chosen);
    }

    /** Columns are all that is known here. */
    private record Seen(Optional<List<String>> columns) implements Look {

        @Override
        public boolean interviews() {
            return false;
        }

        @Override
        public boolean persons() {
            return false;
        }

        @Override
        public GuessSample sample(List<String> wanted) {
            throw new CannotRun("settings are made up by ruhu dedupe --guess; give those with --settings");
        }
    }

    public Settings settings() {
        return chosen.settings();
    }

    /** With the thresholds that were wished for, if there is one already. */
    public Optional<Model> model() {
        return chosen.model();
    }

    /** Columns wanted beside those the settings look at. */
    public List<String> more() {
        return wish.more();
    }

    /**
     * Pairs that people judged.
     *
     * @param remarks what of the file could not be used
     */
    public record Said(List<Judgement> pairs, List<String> remarks) {
        public Said {
            pairs = List.copyOf(pairs);
            remarks = List.copyOf(remarks);
        }
    }

    /** Empty if nobody named such a file. */
    public Optional<Said> said(Records records) throws IOException {
        if (wish.labels().isEmpty()) {
            return Optional.empty();
        }
        Labels labels = Labels.read(wish.labels().get(), wish.reading(), records);
        return Optional.of(new Said(labels.judgements(), labels.remarks()));
    }

    /** Whether patterns have to be counted. */
    public boolean learns() {
        return chosen.model().isEmpty() || wish.labels().isPresent();
    }

    /** What is to be used of what was learned: a model that was given keeps the thresholds that were wished for. */
    public Model taught(Lesson lesson) {
        return chosen.model().isPresent() ? Chosen.cut(lesson.model(), wish.cuts()) : lesson.model();
    }

    /** Bits from which pairs are to be kept. */
    public double keep(Model model) {
        return Gathered.keep(model, wish.truth().isPresent());
    }

    /** @throws CannotRun if the truth that was wished for tells nothing */
    public void refuseUselessTruth(Records records) {
        wish.truth().ifPresent(column -> Truth.refuseUseless(records, column));
    }

    /**
     * What came of a run.
     *
     * @param said   for people at the terminal
     * @param people pairs they should know of
     */
    public record Written(List<String> said, long people) {
        public Written {
            said = List.copyOf(said);
        }
    }

    /**
     * Clusters the pairs and writes pairs, clusters, households, the model and how true it all is.
     *
     * @param records  ids, and the columns that vetoes, households, weights of values and the truth look at
     * @param compares what is left after a first look
     */
    public Written write(Path out, Records records, Model model, Scored scored, Compares compares)
            throws IOException {
        Linked linked = Linked.of(records, model, scored).again(compares);
        List<String> said = new ArrayList<>();
        try (OutFolder folder = new OutFolder(out)) {
            new Results(linked).into(folder).ifPresent(said::add);
            if (wish.truth().isPresent()) {
                Truth truth = new Truth(linked, wish.truth().get());
                Results.json(truth.json(), folder.open("truth.json"));
                said.addAll(truth.said());
            }
            folder.done();
        }
        Linked.Zones zones = linked.zones();
        said.add(scored.compared() + " pairs compared: " + zones);
        return new Written(said, zones.automatic() + zones.clerical());
    }
}
