package org.ruhu.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.tools.dedupe.Asked;
import org.ruhu.tools.dedupe.CountyNames;
import org.ruhu.tools.dedupe.IdDoubles;
import org.ruhu.tools.dedupe.Job;
import org.ruhu.tools.dedupe.Sources;
import org.ruhu.tools.dedupe.Wish;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "dedupe", mixinStandardHelpOptions = true,
        description = "Finds records of the same person or household, in one file or between two.",
        footer = {"", "With --out: pairs.csv, clusters.csv, model.json, report.html; with --truth truth.json as well.",
            "Without --out pairs are lines of NDJSON. A file of interviews alone, without any option, is searched for",
            "equal valid id numbers. Nothing is merged or deleted; names and numbers are masked without --show.",
            "Exit codes: 0 no pairs, 1 pairs were found, 2 could not run."})
final class Deduplicate implements Callable<Integer> {

    private final World world;

    @Parameters(index = "0", arity = "0..1", paramLabel = "INPUT",
            description = "CSV, Parquet, objects on lines (NDJSON) or interviews; may be gzip; - is standard input")
    private Optional<String> input;

    @Mixin
    private final Asked asked = new Asked();

    @Option(names = "--guess", description = "make settings up from the columns and the first records, for a first try")
    private boolean guess;

    @Option(names = "--syllables", paramLabel = "F.tsv",
            description = "more words of names and their spellings, as lines of syllables.tsv")
    private Optional<Path> syllables;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the files; what else is in it stays")
    private Optional<Path> out;

    @Option(names = "--group", paramLabel = "COLUMN",
            description = "with --truth: errors for each value of this column")
    private Optional<String> group;

    @Option(names = "--threads", paramLabel = "N", description = "all processors unless said; the result is the same")
    private Optional<Integer> threads;

    @Option(names = "--show", description = "write names and id numbers in full")
    private boolean show;

    @Option(names = "--server", paramLabel = "URL",
            description = "read the persons of a campaign, register included, instead of a file")
    private Optional<String> server;

    @Option(names = "--token-file", paramLabel = "F", description = "with --server: as ruhu sign-in writes it")
    private Optional<Path> tokenFile;

    @Option(names = "--campaign", paramLabel = "ID", description = "with --server: the campaign")
    private Optional<String> campaign;

    @Option(names = "--purpose", paramLabel = "TEXT",
            description = "with --server: what the persons are compared for; it is written into the audit log")
    private Optional<String> purpose;

    @Option(names = "--records", paramLabel = "WHICH", defaultValue = Sources.Server.ALL,
            description = "with --server: interviews, register, or all of them (unless said)")
    private String records;

    Deduplicate(World world) {
        this.world = world;
    }

    @Override
    public Integer call() throws IOException {
        Sources sources = new Sources(world, input, asked.against(),
                new Sources.Server(server, tokenFile, campaign, purpose, records));
        Wish wish = asked.wish(out, threads(), new Asked.More(group, show, guess));
        if (syllables.isPresent()) {
            CountyNames.use(syllables.get());
        }
        boolean quick = !asked.saysHow() && !guess && out.isEmpty() && asked.against().isEmpty() && server.isEmpty();
        return quick ? new IdDoubles(world, show).find(sources) : new Job(world, wish).run(sources);
    }

    private int threads() {
        int wanted = threads.orElse(Runtime.getRuntime().availableProcessors());
        if (wanted < 1 || wanted > 1024) {
            throw new CannotRun("--threads: a number from 1 to 1024");
        }
        return wanted;
    }
}
