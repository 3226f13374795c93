package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.Progress;
import org.ruhu.tools.Stopwatch;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.report.Facts.Source;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.RecordsBuilder;
import org.ruhu.tools.link.table.Table;

/** One input or two, read into records. */
final class Reading implements Look, AutoCloseable {

    /**
     * @param name    what messages and the report call it
     * @param persons whether they are the persons of a campaign as a server gives them
     * @param again   opens it once more, if it can be read twice
     */
    record Input(String name, Table table, boolean persons, Optional<Again> again) {}

    /** Opens a table anew. */
    @FunctionalInterface
    interface Again {
        Table open() throws IOException;
    }

    private final List<Input> inputs;
    private final List<Source> sources = new ArrayList<>();

    Reading(List<Input> inputs) {
        this.inputs = List.copyOf(inputs);
    }

    @Override
    public boolean interviews() {
        return inputs.get(0).table().interviews();
    }

    @Override
    public boolean persons() {
        return inputs.get(0).persons();
    }

    @Override
    public Optional<List<String>> columns() {
        if (inputs.stream().anyMatch(input -> input.table().columns().isEmpty())) {
            return Optional.empty();
        }
        List<String> common = new ArrayList<>(inputs.get(0).table().columns().orElseThrow());
        inputs.forEach(input -> common.retainAll(input.table().columns().orElseThrow()));
        return Optional.of(common);
    }

    @Override
    public GuessSample sample(List<String> columns) throws IOException {
        List<Table> tables = new ArrayList<>();
        try {
            for (Input input : inputs) {
                tables.add(input.again().orElseThrow(() ->
                        new CannotRun("--guess does not work with what a server gives")).open());
            }
            return GuessSample.of(columns, tables);
        } finally {
            for (Table table : tables) {
                table.close();
            }
        }
    }

    /** @param more columns wanted beside those the settings look at */
    Records records(Settings settings, Collection<String> more, Progress progress) throws IOException {
        RecordsBuilder builder = new RecordsBuilder(settings, more);
        Stopwatch watch = new Stopwatch();
        for (Input input : inputs) {
            if (!sources.isEmpty()) {
                builder.second();
            }
            int before = builder.rows();
            add(input, settings.id(), builder, () -> progress.at(() ->
                    "reading " + input.name() + ": " + watch.rate(builder.rows(), "records")));
            sources.add(new Source(input.name(), builder.rows() - before));
        }
        progress.done();
        refuseTooFew();
        return builder.records();
    }

    private static void add(Input input, Optional<String> id, RecordsBuilder builder, Runnable progress)
            throws IOException {
        List<String> wanted = new ArrayList<>(builder.sources());
        id.filter(column -> !wanted.contains(column)).ifPresent(wanted::add);
        int at = id.map(wanted::indexOf).orElse(-1);
        input.table().scan(wanted, (line, named, values) -> {
            if (at >= 0 && values.isEmpty(at)) {
                throw new CannotRun(input.name() + ": line " + line + " has nothing in the column " + id.orElse("")
                        + ", which names the records. Give it a value there, or leave \"id\" out of the settings: then"
                        + " line numbers name them");
            }
            try {
                if (at >= 0) {
                    builder.add(at, values);
                } else {
                    builder.add(named.isEmpty() ? String.valueOf(line) : named, values);
                }
            } catch (IllegalArgumentException e) {
                throw new CannotRun(input.name() + ": line " + line + " has the same " + id.orElse("id")
                        + " as an earlier one. Records need ids of their own; leave \"id\" out of the settings and"
                        + " line numbers name them");
            }
            progress.run();
        });
    }

    private void refuseTooFew() {
        long records = sources.stream().mapToLong(Source::records).sum();
        if (records < 2) {
            throw new CannotRun(sources.get(0).name() + " has " + (records == 0 ? "no record" : "one record")
                    + "; there is nothing to compare");
        }
        sources.stream().filter(source -> source.records() == 0).findFirst().ifPresent(source -> {
            throw new CannotRun(source.name() + " has no record");
        });
    }

    /** What was read, how many records of each. */
    List<Source> sources() {
        return List.copyOf(sources);
    }

    List<String> remarks() {
        return inputs.stream().flatMap(input -> input.table().remarks().stream()).toList();
    }

    boolean leftOut() {
        return inputs.stream().anyMatch(input -> input.table().leftOut() > 0);
    }

    @Override
    public void close() throws IOException {
        for (Input input : inputs) {
            input.table().close();
        }
    }
}
