package org.ruhu.tools;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.ruhu.tools.dataset.Beside;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Format;
import org.ruhu.tools.imputation.Imputation;
import org.ruhu.tools.imputation.PlanProblem;
import org.ruhu.tools.imputation.PlanReader;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.lines.LatestLines;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;
import picocli.CommandLine.Option;

/** What is done to interviews before they become rows: columns joined to them, answers filled in. */
final class Preparation {

    @Option(names = "--beside", paramLabel = "CSV", description = "put the columns of this file beside the answers:"
            + " weights, strata, clusters; its first column is unit, submission or id (may be repeated)")
    private List<Path> beside = List.of();

    @Option(names = "--impute", paramLabel = "PLAN", description = "fill in answers nobody gave, for statistics: JSON"
            + " rules; every filled cell is flagged, imputation.csv counts them")
    private Optional<Path> plan = Optional.empty();

    private final List<Beside> joined = new ArrayList<>();
    private Optional<Imputation> imputation = Optional.empty();

    /**
     * The dataset with the columns that come along.
     *
     * @param masked whether people and places are masked in it
     */
    Dataset of(Dataset dataset, boolean masked) throws IOException {
        Dataset wider = dataset;
        for (Path file : beside) {
            Beside columns = beside(file);
            joined.add(columns);
            wider = wider.with(columns::columns);
        }
        if (plan.isPresent()) {
            try {
                Imputation filling = new Imputation(PlanReader.read(Files.readString(plan.get())), dataset);
                if (masked) {
                    filling.requireBlind(dataset);
                }
                imputation = Optional.of(filling);
            } catch (PlanProblem e) {
                throw new CannotRun(plan.get() + ": " + e.getMessage());
            }
            wider = imputation.get().flagged(wider);
        }
        return wider;
    }

    private static Beside beside(Path file) throws IOException {
        try (InputStream csv = Files.newInputStream(file)) {
            return Beside.read(csv);
        } catch (IllegalArgumentException e) {
            throw new CannotRun(file + ": " + e.getMessage());
        }
    }

    /** Reads everything once, if somebody has to be found who lends answers. */
    void learn(World world, Dataset dataset, Archive archive, LatestLines latest,
               Function<RawLine, Optional<Revision>> reading) throws IOException {
        if (imputation.isEmpty()) {
            return;
        }
        Progress progress = new Progress(world);
        AtomicLong looked = new AtomicLong();
        try (Lines lines = archive.lines()) {
            InOrder.forEach(latest.of(lines), Runtime.getRuntime().availableProcessors(),
                    line -> reading.apply(line).filter(read -> dataset.holds(read.form())).map(imputation.get()::lent),
                    lent -> {
                        lent.ifPresent(imputation.get()::take);
                        looked.incrementAndGet();
                        progress.at(() -> looked + " of " + latest.submissions() + " interviews looked at for donors");
                    });
        }
        progress.done();
        imputation.get().begin();
    }

    Revision prepared(Revision revision) {
        return imputation.map(filling -> filling.filled(revision)).orElse(revision);
    }

    /** How often what was filled in, as imputation.csv. */
    void report(Format.Opener files) throws IOException {
        if (imputation.isPresent()) {
            imputation.get().report(files);
        }
    }

    /** What did not find its row, or its line. */
    void remarks(World world) {
        for (int i = 0; i < joined.size(); i++) {
            if (joined.get(i).unused() + joined.get(i).lacking() > 0) {
                world.err().println(beside.get(i) + ": " + joined.get(i).unused() + " lines belong to no row, "
                        + joined.get(i).lacking() + " rows have no line");
            }
        }
    }
}
