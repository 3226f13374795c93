package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.Table;

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
     * @param tables opened for their columns and what kind they are; one or two
     * @throws CannotRun if they or the settings are not fit for that
     */
    public static Elsewhere of(Wish wish, List<Table> tables) throws IOException {
        if (tables.stream().anyMatch(Table::interviews)) {
            throw new CannotRun("interviews are compared with ruhu dedupe; here a list of persons is needed, as"
                    + " members.csv of ruhu export");
        }
        Reading reading = new Reading(tables.stream().map(table ->
                new Reading.Input("the input", table, false, Optional.empty())).toList());
        Chosen chosen = Chosen.of(wish, reading, tables.size());
        if (chosen.imported().isPresent()) {
            throw new CannotRun("settings of Splink are read by ruhu dedupe; give the model.json it makes of them with"
                    + " --model");
        }
        return new Elsewhere(wish, chosen);
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
     * @param records ids, and the columns that vetoes, households, weights of values and the truth look at
     */
    public Written write(Path out, Records records, Model model, Scored scored) throws IOException {
        Linked linked = Linked.of(records, model, scored);
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
