package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.Progress;
import org.ruhu.tools.Stopwatch;
import org.ruhu.tools.World;
import org.ruhu.tools.link.Judgement;
import org.ruhu.tools.link.Linkage;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.block.Blocking;
import org.ruhu.tools.link.report.Facts;
import org.ruhu.tools.link.report.Report;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.train.Lesson;
import org.ruhu.tools.link.work.Workers;

/** Reads, learns unless there is a model, links, and writes what was found. */
public final class Job {

    private final World world;
    private final Wish wish;
    private final Progress progress;
    private final Stopwatch watch = new Stopwatch();

    public Job(World world, Wish wish) {
        this.world = world;
        this.wish = wish;
        this.progress = new Progress(world);
    }

    /** @return the exit code */
    public int run(Sources sources) throws IOException {
        try (Reading reading = sources.reading(wish.reading(), wish.guess())) {
            Chosen chosen = Chosen.of(wish, reading, sources.against().isPresent() ? 2 : 1);
            chosen.guessed().ifPresent(made -> made.said().forEach(world.err()::println));
            Records records = reading.records(chosen.settings(), wish.more(), progress);
            wish.truth().ifPresent(column -> Truth.refuseUseless(records, column));
            reading.remarks().forEach(world.err()::println);
            world.err().println(records.size() + " records read, " + seconds());
            Linkage linkage = Linkage.of(chosen.settings(), records, workers());
            Linked linked = linked(chosen, records, linkage);
            Optional<Truth> truth = wish.truth().map(column -> new Truth(linked, column));
            write(linked, linkage, reading, truth, chosen);
            truth.ifPresent(known -> known.said().forEach(world.err()::println));
            return summary(linked) + (reading.leftOut() ? 1 : 0) > 0 ? 1 : 0;
        } catch (OutOfMemoryError e) {
            throw new CannotRun("there is too little memory for so many records; give Java more of it (java -Xmx4g"
                    + " ...), or let rules find fewer pairs");
        }
    }

    private Workers workers() {
        return new Workers(wish.reading().threads(), (what, done, of) ->
                progress.at(() -> String.format(Locale.ROOT, "%s: %d %%", what, 100 * done / Math.max(1, of))));
    }

    private Linked linked(Chosen chosen, Records records, Linkage linkage) throws IOException {
        linkage.engine().blocking().refuseMore(Blocking.USUAL_MOST);
        Optional<Model> known = chosen.model().or(() -> chosen.imported().flatMap(splink -> splink.chances().map(chances ->
                linkage.adopt(splink.prior().orElseThrow(), chances, splink.notes()))));
        chosen.imported().filter(splink -> splink.chances().isEmpty()).ifPresent(splink ->
                splink.notes().forEach(world.err()::println));
        Model model = wish.labels().isPresent() ? judged(linkage, known, records) : known.orElseGet(linkage::train);
        progress.done();
        world.err().println((known.isPresent() ? "the model is given, " : "a model was learned, ")
                + seconds());
        Scored scored = linkage.link(model, Gathered.keep(model, wish.truth().isPresent()));
        progress.done();
        if (scored.raised()) {
            world.err().println("there are so many pairs that those below " + scored.keep() + " bits were let go");
        }
        return Linked.of(records, model, scored).again(linkage.engine()::patterns);
    }

    private Model judged(Linkage linkage, Optional<Model> known, Records records) throws IOException {
        Labels labels = Labels.read(wish.labels().orElseThrow(), wish.reading(), records);
        List<Judgement> said = labels.judgements();
        Lesson lesson = known.map(model -> linkage.taught(model, said)).orElseGet(() -> linkage.train(said));
        progress.done();
        lesson.said().forEach(world.err()::println);
        labels.remarks().forEach(world.err()::println);
        return known.isPresent() ? Chosen.cut(lesson.model(), wish.cuts()) : lesson.model();
    }

    private void write(Linked linked, Linkage linkage, Reading reading, Optional<Truth> truth, Chosen chosen)
            throws IOException {
        Results results = new Results(linked);
        if (wish.out().isEmpty()) {
            results.lines(world.out());
            return;
        }
        try (OutFolder folder = new OutFolder(wish.out().get())) {
            results.into(folder).ifPresent(world.err()::println);
            if (chosen.guessed().isPresent()) {
                Results.json(chosen.guessed().get().settings(), folder.open("settings.json"));
            }
            if (truth.isPresent()) {
                Results.json(truth.get().json(), folder.open("truth.json"));
            }
            Facts facts = new Gathered(linked, linkage).facts(reading.sources(), truth, wish.group(), wish.show());
            try (OutputStream report = folder.open("report.html")) {
                report.write(Report.html(facts).getBytes(StandardCharsets.UTF_8));
            }
            folder.done();
        }
    }

    /** @return how many pairs people should know of */
    private long summary(Linked linked) {
        Linked.Zones zones = linked.zones();
        world.err().println(linked.scored().compared() + " pairs compared: " + zones + "; " + seconds());
        wish.out().ifPresent(folder -> world.err().println("see " + folder.resolve("report.html")));
        return zones.automatic() + zones.clerical();
    }

    private String seconds() {
        return String.format(Locale.ROOT, "%.1f s", watch.seconds());
    }
}
