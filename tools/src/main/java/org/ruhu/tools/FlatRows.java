package org.ruhu.tools;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.ruhu.forms.Catalogue;
import org.ruhu.tools.dataset.Dataset;
import org.ruhu.tools.dataset.Variable;
import org.ruhu.tools.disclosure.Flattened;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.InOrder;
import org.ruhu.tools.lines.LatestLines;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.Packed;
import org.ruhu.tools.lines.RawLine;
import org.ruhu.tools.lines.Revision;

/** Rows for what is published of interviews: from a flat CSV, or made of the latest revision of every submission. */
final class FlatRows {

    private final Input input;
    private final World world;
    private final Optional<Path> csv;
    private final LineReader reader = new LineReader();
    private Optional<Flattened> form = Optional.empty();
    private final boolean anyState;
    private long leftOut;
    private long notAccepted;

    /** @param anyState whether interviews count too of which their line says that they are not accepted */
    FlatRows(Input input, World world, boolean anyState) throws IOException {
        this.anyState = anyState;
        this.input = input;
        this.world = world;
        this.csv = input.named(name -> name.endsWith(".csv") || name.endsWith(".csv.gz"));
    }

    /** Whether rows come from a flat file, where only a column can say who lives together. */
    boolean flat() {
        return csv.isPresent();
    }

    /** What the form says of a column; nothing before {@link #open}, and nothing of a flat file. */
    Optional<Variable> described(String column) {
        return form.flatMap(known -> known.described(column));
    }

    /** Rows for people, or for interviews as wholes. */
    void open(Archive archive, Optional<String> roster) throws IOException {
        if (csv.isEmpty()) {
            Catalogue catalogue = input.library().catalogue();
            Optional<Dataset> wanted = input.dataset(catalogue);
            Dataset dataset = wanted.isPresent() ? wanted.get() : ofFirst(archive, catalogue);
            form = Optional.of(new Flattened(dataset, roster));
        }
    }

    Archive archive() throws IOException {
        return csv.isPresent() ? Archive.of(csv.get()) : input.archive(world);
    }

    private Dataset ofFirst(Archive archive, Catalogue catalogue) throws IOException {
        try (Lines lines = archive.lines()) {
            while (lines.hasNext()) {
                Optional<Revision> first = revision(lines.next());
                if (first.isPresent() && !catalogue.versions(first.get().form().name()).isEmpty()) {
                    return Dataset.of(catalogue.versions(first.get().form().name()));
                }
            }
        }
        throw new CannotRun("there is no revision of a form known here; say the form with --form NAME");
    }

    /**
     * Reads all rows.
     *
     * @param household column of a flat file that says who belongs together; without one every row stands alone
     * @param take      the household, by a name that must not get out, and cells of the columns
     */
    void forEach(Archive archive, Optional<String> household, List<String> columns,
                 BiConsumer<String, List<String>> take) throws IOException {
        if (csv.isPresent()) {
            records(csv.get(), household, columns, take);
        } else {
            interviews(archive, columns, take);
        }
    }

    private record Rows(String submission, boolean accepted, List<List<String>> rows) {}

    private void interviews(Archive archive, List<String> columns, BiConsumer<String, List<String>> take)
            throws IOException {
        LatestLines latest = LatestLines.in(archive);
        Flattened flattened = form.orElseThrow();
        Stopwatch watch = new Stopwatch();
        Progress progress = new Progress(world);
        long[] taken = new long[1];
        try (Lines lines = archive.lines()) {
            InOrder.forEach(latest.of(lines), Runtime.getRuntime().availableProcessors(),
                    raw -> revision(raw).map(one ->
                            new Rows(one.submission(), counts(one), flattened.rows(one, columns))),
                    read -> {
                        leftOut += read.isEmpty() ? 1 : 0;
                        notAccepted += read.filter(some -> !some.accepted()).isPresent() ? 1 : 0;
                        read.filter(Rows::accepted).ifPresent(some -> some.rows().forEach(row -> {
                            take.accept(some.submission(), row);
                            taken[0]++;
                        }));
                        progress.at(() -> watch.rate(taken[0], "rows"));
                    });
        }
        progress.done();
    }

    private Optional<Revision> revision(RawLine raw) {
        return reader.read(raw) instanceof Line.Good good ? Revision.of(good.json()) : Optional.empty();
    }

    private boolean counts(Revision revision) {
        return anyState || revision.state().isEmpty() || revision.state().equals("accepted");
    }

    /** Says which interviews were left out though they could be read. */
    void tellNotAccepted() {
        if (notAccepted > 0) {
            world.err().println(notAccepted
                    + " interviews left out: they are not accepted; --any-state takes them too");
        }
    }

    /** Lines that could not be read. */
    long leftOut() {
        return leftOut;
    }

    private static void records(Path file, Optional<String> household, List<String> columns,
                                BiConsumer<String, List<String>> take) throws IOException {
        try (CsvReader<CsvRecord> records = CsvReader.builder().skipEmptyLines(true)
                .detectBomHeader(false).ofCsvRecord(new InputStreamReader(
                        Packed.unpacked(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            Iterator<CsvRecord> all = records.iterator();
            if (!all.hasNext()) {
                throw new CannotRun(file + " is empty; its first line names the columns");
            }
            List<String> header = new ArrayList<>(all.next().getFields());
            header.set(0, header.get(0).replace("\uFEFF", ""));
            int[] places = columns.stream().mapToInt(column -> place(header, column)).toArray();
            int key = household.map(column -> place(header, column)).orElse(-1);
            while (all.hasNext()) {
                CsvRecord one = all.next();
                if (one.getFieldCount() != header.size()) {
                    throw new CannotRun(file + " line " + one.getStartingLineNumber() + ": " + one.getFieldCount()
                            + " cells under " + header.size() + " columns");
                }
                List<String> cells = new ArrayList<>(places.length);
                for (int place : places) {
                    cells.add(one.getField(place));
                }
                take.accept(key < 0 ? String.valueOf(one.getStartingLineNumber()) : one.getField(key), cells);
            }
        }
    }

    private static int place(List<String> header, String column) {
        int place = header.indexOf(column);
        if (place < 0) {
            throw new CannotRun("there is no column " + column);
        }
        return place;
    }
}
