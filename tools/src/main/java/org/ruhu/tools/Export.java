package org.ruhu.tools;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.forms.Catalogue;
import org.ruhu.forms.FormVersion;
import org.ruhu.tools.dataset.CsvFormat;
import org.ruhu.tools.dataset.CsvTables;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Mask;
import org.ruhu.tools.dataset.Tables;
import org.ruhu.tools.dataset.ZippedTables;
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
        footer = {"", "Files get their names when they are whole; what was interrupted ends in .part."})
final class Export implements Callable<Integer> {

    private final World world;
    private final LineReader reader = new LineReader();
    private long unreadable;

    @Mixin
    private Input input;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "folder for the files")
    private Path out;

    @Option(names = "--format", paramLabel = "csv", defaultValue = "csv", description = "csv is the only one so far")
    private String format;

    @Option(names = "--zip", description = "one zip instead of three files")
    private boolean zip;

    @Option(names = "--bom", description = "begin files with a byte order mark, for Excel")
    private boolean byteOrderMark;

    @Option(names = "--mask", description = "show names, id numbers and telephone numbers as ***")
    private boolean mask;

    Export(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        if (!format.equals("csv")) {
            throw new CannotRun("--format: csv is the only one so far");
        }
        Stopwatch watch = new Stopwatch();
        Catalogue catalogue = Catalogue.bundled();
        try (Archive archive = input.archive(world)) {
            Optional<FormVersion> wanted = input.form(catalogue);
            FormVersion form = wanted.isPresent() ? wanted.get() : formOfFirst(archive, catalogue);
            LatestLines latest = LatestLines.in(archive);
            Files.createDirectories(out);
            long rows = write(form, wanted.isPresent(), archive, latest, watch);
            world.err().println(latest.submissions() + " submissions, " + rows + " rows to " + out + ", "
                    + watch.rate(rows, "rows"));
        }
        if (unreadable > 0) {
            world.err().println(unreadable + " lines left out; ruhu validate says why");
        }
        return unreadable == 0 ? 0 : 1;
    }

    private long write(FormVersion form, boolean others, Archive archive, LatestLines latest, Stopwatch watch)
            throws IOException {
        Progress progress = new Progress(world);
        Parts parts = new Parts(out);
        try (Lines lines = archive.lines(); Tables tables = tables(Dataset.of(form), parts)) {
            InOrder.forEach(latest.of(lines), Runtime.getRuntime().availableProcessors(), this::revision, read -> {
                if (read.isEmpty()) {
                    unreadable++;
                } else if (read.get().form().equals(form.id())) {
                    tables.add(read.get());
                } else if (!others) {
                    throw new CannotRun("there are lines for " + form.id() + " and for " + read.get().form()
                            + "; choose with --form");
                }
                progress.at(() -> watch.rate(tables.rows(), "rows"));
            });
            tables.finish();
            progress.done();
            parts.done();
            return tables.rows();
        }
    }

    private Tables tables(Dataset dataset, Parts parts) throws IOException {
        CsvFormat csv = new CsvFormat(byteOrderMark, mask ? Mask.IDENTIFIERS : Mask.NONE);
        String name = dataset.form().id().name() + "-" + dataset.form().id().version() + ".zip";
        return zip ? new ZippedTables(dataset, csv, parts.open(name)) : new CsvTables(dataset, csv, parts::open);
    }

    private Optional<Revision> revision(RawLine raw) {
        return reader.read(raw) instanceof Line.Good good ? Revision.of(good.json()) : Optional.empty();
    }

    private FormVersion formOfFirst(Archive archive, Catalogue catalogue) throws IOException {
        try (Lines lines = archive.lines()) {
            while (lines.hasNext()) {
                Optional<Revision> first = revision(lines.next());
                if (first.isPresent()) {
                    return catalogue.form(first.get().form()).orElseThrow(() -> new CannotRun("the lines are for "
                            + first.get().form() + ", which is not known here"));
                }
            }
        }
        throw new CannotRun("there is no revision to export; --form NAME would make empty files");
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
