package org.ruhu.tools;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.ruhu.tools.dedupe.CountyNames;
import org.ruhu.tools.dedupe.IdDoubles;
import org.ruhu.tools.dedupe.Job;
import org.ruhu.tools.dedupe.Sources;
import org.ruhu.tools.dedupe.Wish;
import org.ruhu.tools.link.table.TableOptions;
import picocli.CommandLine.Command;
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

    @Option(names = "--against", paramLabel = "OTHER", description = "find the records of INPUT in this file")
    private Optional<String> against;

    @Option(names = "--settings", paramLabel = "S.json",
            description = "columns, rules and comparisons; for interviews there are some that come with Ruhu")
    private Optional<Path> settings;

    @Option(names = "--guess", description = "make settings up from the columns and the first records, for a first try")
    private boolean guess;

    @Option(names = "--model", paramLabel = "M.json",
            description = "use what was learned before, here or by Splink; learn nothing")
    private Optional<Path> model;

    @Option(names = "--id", paramLabel = "COLUMN",
            description = "the column that names records, whatever the settings say; - for line numbers")
    private Optional<String> id;

    @Option(names = "--syllables", paramLabel = "F.tsv",
            description = "more words of names and their spellings, as lines of syllables.tsv")
    private Optional<Path> syllables;

    @Option(names = "--out", paramLabel = "DIR", description = "folder for the files; what else is in it stays")
    private Optional<Path> out;

    @Option(names = "--truth", paramLabel = "COLUMN",
            description = "records with equal values here are the same: measure how well they are found")
    private Optional<String> truth;

    @Option(names = "--group", paramLabel = "COLUMN",
            description = "with --truth: errors for each value of this column")
    private Optional<String> group;

    @Option(names = "--labels", paramLabel = "F.csv",
            description = "pairs that people judged: left, right, same (1 or 0)")
    private Optional<Path> labels;

    @Option(names = "--automatic", paramLabel = "P", description = "link from this probability on")
    private Optional<Double> automatic;

    @Option(names = "--clerical", paramLabel = "P", description = "show to clerks from this probability on")
    private Optional<Double> clerical;

    @Option(names = "--match", paramLabel = "P", description = "the single cut for precision, recall and F1")
    private Optional<Double> match;

    @Option(names = "--threads", paramLabel = "N", description = "all processors unless said; the result is the same")
    private Optional<Integer> threads;

    @Option(names = "--encoding", paramLabel = "NAME", description = "of CSV, if it is not recognised: GB18030 ...")
    private Optional<String> encoding;

    @Option(names = "--delimiter", paramLabel = "C", description = "of CSV, if it is not recognised; tab for a tab")
    private Optional<String> delimiter;

    @Option(names = "--skip-bad",
            description = "leave lines out that cannot be read, and name them, instead of stopping")
    private boolean skipBad;

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
        Sources sources = new Sources(world, input, against,
                new Sources.Server(server, tokenFile, campaign, purpose, records));
        Wish wish = wish();
        if (syllables.isPresent()) {
            CountyNames.use(syllables.get());
        }
        boolean quick = settings.isEmpty() && model.isEmpty() && !guess && out.isEmpty() && against.isEmpty()
                && server.isEmpty();
        return quick ? new IdDoubles(world, show).find(sources) : new Job(world, wish).run(sources);
    }

    private Wish wish() {
        if (group.isPresent() && truth.isEmpty()) {
            throw new CannotRun("--group counts errors, so it needs --truth COLUMN");
        }
        TableOptions reading = new TableOptions(encoding.map(Deduplicate::charset),
                delimiter.map(Deduplicate::character), skipBad, threads());
        return new Wish(settings, model, id, out, truth, group, labels,
                new Wish.Cuts(probability("--automatic", automatic),
                probability("--clerical", clerical), probability("--match", match)), show, guess, reading);
    }

    private int threads() {
        int wanted = threads.orElse(Runtime.getRuntime().availableProcessors());
        if (wanted < 1 || wanted > 1024) {
            throw new CannotRun("--threads: a number from 1 to 1024");
        }
        return wanted;
    }

    private static Optional<Double> probability(String name, Optional<Double> said) {
        said.filter(value -> !(value > 0 && value < 1)).ifPresent(value -> {
            throw new CannotRun(name + ": a probability between 0 and 1, such as 0.99");
        });
        return said;
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new CannotRun("--encoding: " + name + " is not known here; UTF-8, GB18030, UTF-16 are");
        }
    }

    private static char character(String said) {
        if (said.equals("tab") || said.equals("\\t")) {
            return '\t';
        }
        if (said.length() != 1 || "\"\r\n".contains(said)) {
            throw new CannotRun("--delimiter: one character, or tab");
        }
        return said.charAt(0);
    }
}
