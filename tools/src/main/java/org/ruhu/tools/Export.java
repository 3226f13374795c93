package org.ruhu.tools;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormId;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Format;
import org.ruhu.tools.dataset.Formats;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Tables;
import org.ruhu.tools.dataset.Unwritable;
import org.ruhu.tools.dataset.ZippedTables;
import org.ruhu.tools.dataset.companion.Accompanied;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.lines.LatestLines;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "export", mixinStandardHelpOptions = true,
        description = "Writes households.csv, members.csv and codebook.csv: the latest revision of every submission.",
        footer = {"", "Lines may be of several versions of one form; every roster gets a file of its own.",
            "Files get their names when they are whole; what was interrupted ends in .part."})
final class Export implements Callable<Integer> {

    private final World world;
    private final LineReader reader = new LineReader();
    private Catalogue catalogue;
    private long unreadable;
    private long unknown;

    @Mixin
    private Input input;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for the files")
    private Path out;

    @Option(names = "--format", paramLabel = "FORMAT", defaultValue = "csv",
            completionCandidates = FormatWords.class,
            description = "${COMPLETION-CANDIDATES}; csv unless said; sav is for SPSS and PSPP, dta for Stata")
    private String format;

    @Option(names = "--zip", description = "one zip instead of several files, with companions")
    private boolean zip;

    @Option(names = "--companions", description = "also codebook.html, DDI, datapackage.json and scripts that read"
            + " the files into R, Stata, SPSS and Python")
    private boolean companions;

    @Option(names = "--bom", description = "begin CSV with a byte order mark, for Excel")
    private boolean byteOrderMark;

    @Option(names = "--mask", description = "show names, id numbers and telephone numbers as ***,"
            + " places only to about a kilometre")
    private boolean mask;

    @Mixin
    private Preparation preparation;

    @Option(names = "--language", paramLabel = "zh|en|bo", defaultValue = "zh",
            description = "of the labels in files that hold one language; zh unless said")
    private String language;

    Export(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        Format written = format();
        Stopwatch watch = new Stopwatch();
        catalogue = input.library().catalogue();
        Optional<Dataset> wanted = input.dataset(catalogue);
        try (Archive archive = input.archive(world)) {
            Dataset dataset = preparation.of(wanted.isPresent() ? wanted.get() : datasetOfFirst(archive), mask);
            LatestLines latest = LatestLines.in(archive);
            preparation.learn(world, dataset, archive, latest, this::revision);
            Files.createDirectories(out);
            long rows = write(dataset, written, wanted.isPresent(), archive, latest, watch);
            world.err().println(latest.submissions() + " submissions, " + rows + " rows to " + out + ", "
                    + watch.rate(rows, "rows"));
        }
        preparation.remarks(world);
        if (unreadable > 0) {
            world.err().println(unreadable + " lines left out; ruhu validate says why");
        }
        if (unknown > 0) {
            world.err().println(unknown + " lines left out: they are for versions of the form not known here");
        }
        return unreadable + unknown == 0 ? 0 : 1;
    }

    private Format format() {
        Format files = Formats.of(format, new Formats.Wish(language(), byteOrderMark))
                .orElseThrow(() -> new CannotRun("--format: " + String.join(", ", Formats.words())));
        return zip || companions ? new Accompanied(files, language()) : files;
    }

    private String language() {
        if (!Formats.LANGUAGES.contains(language)) {
            throw new CannotRun("--language: " + String.join(", ", Formats.LANGUAGES));
        }
        return language;
    }

    private long write(Dataset dataset, Format written, boolean others, Archive archive, LatestLines latest,
                       Stopwatch watch) throws IOException {
        Progress progress = new Progress(world);
        Parts parts = new Parts(out);
        try (Lines lines = archive.lines(); Tables tables = tables(dataset, written, parts)) {
            InOrder.forEach(latest.of(lines), Runtime.getRuntime().availableProcessors(),
                    raw -> prepared(raw).map(revision -> made(dataset, tables, revision)), made -> {
                if (made.isEmpty()) {
                    unreadable++;
                } else if (made.get().rows().isPresent()) {
                    write(made.get().rows().get());
                } else {
                    leaveOut(dataset, made.get().form(), others);
                }
                progress.at(() -> watch.rate(tables.rows(), "rows"));
            });
            tables.finish();
            preparation.report(parts::open);
            progress.done();
            tables.unfit().forEach(one -> world.err().println(one.file() + ", " + one.column() + ": " + one.count()
                    + " values " + one.why().in("en")));
            parts.done();
            return tables.rows();
        }
    }

    /**
     * A line on its way into the tables.
     *
     * @param rows empty if the dataset does not hold the form
     */
    private record Made(FormId form, Optional<Tables.Ready> rows) {}

    private static Made made(Dataset dataset, Tables tables, Revision revision) {
        if (!dataset.holds(revision.form())) {
            return new Made(revision.form(), Optional.empty());
        }
        try {
            return new Made(revision.form(), Optional.of(tables.ready(revision)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Tables.Ready rows) {
        try {
            rows.write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Who asked for one form or version wants no other; else nothing disappears unseen. */
    private void leaveOut(Dataset dataset, FormId other, boolean others) {
        boolean sameForm = other.name().equals(dataset.form());
        if (!sameForm && !others) {
            throw new CannotRun("there are lines for " + dataset.form() + " and for " + other
                    + "; choose with --form");
        }
        if (sameForm && catalogue.form(other).isEmpty()) {
            unknown++;
        }
    }

    private Tables tables(Dataset dataset, Format written, Parts parts) throws IOException {
        Mask shown = mask ? Mask.IDENTIFIERS : Mask.NONE;
        try {
            return zip ? new ZippedTables(dataset, written, shown, parts.open(dataset.name() + ".zip"))
                    : written.tables(dataset, shown, parts::open);
        } catch (Unwritable e) {
            throw new CannotRun(e.getMessage());
        }
    }

    private Optional<Revision> prepared(RawLine raw) {
        return revision(raw).map(preparation::prepared);
    }

    private Optional<Revision> revision(RawLine raw) {
        return reader.read(raw) instanceof Line.Good good ? Revision.of(good.json()) : Optional.empty();
    }

    private Dataset datasetOfFirst(Archive archive) throws IOException {
        try (Lines lines = archive.lines()) {
            while (lines.hasNext()) {
                Optional<Revision> first = revision(lines.next());
                if (first.isPresent()) {
                    List<FormVersion> versions = catalogue.versions(first.get().form().name());
                    if (versions.isEmpty()) {
                        throw new CannotRun("the lines are for " + first.get().form() + ", which is not known here");
                    }
                    return Dataset.of(versions);
                }
            }
        }
        throw new CannotRun("there is no revision to export; --form NAME would make empty files");
    }

    /** What the help names. */
    static final class FormatWords implements Iterable<String> {

        @Override
        public Iterator<String> iterator() {
            return Formats.words().iterator();
        }
    }

    /** Files that get their names when all of them are whole. */
    private static final class Parts {

        private final Path folder;
        private final List<String> names = new ArrayList<>();

        Parts(Path folder) {
            this.folder = folder;
        }

        OutputStream open(String name) throws IOException {
            names.add(name);
            return new BufferedOutputStream(Files.newOutputStream(folder.resolve(name + ".part")), 1 << 16);
        }

        void done() throws IOException {
            for (String name : names) {
                Files.move(folder.resolve(name + ".part"), folder.resolve(name), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
