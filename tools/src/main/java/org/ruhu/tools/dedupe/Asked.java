package org.ruhu.tools.dedupe;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.Optional;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.link.table.TableOptions;
import picocli.CommandLine.Option;

/** Options of every command that links, wherever it runs. */
public final class Asked {

    @Option(names = "--settings", paramLabel = "S.json",
            description = "columns, rules and comparisons; for what comes from a census there are some already")
    private Optional<Path> settings;

    @Option(names = "--model", paramLabel = "M.json",
            description = "use what was learned before, here or by Splink; learn nothing")
    private Optional<Path> model;

    @Option(names = "--id", paramLabel = "COLUMN",
            description = "the column that names records, whatever the settings say; - for line numbers")
    private Optional<String> id;

    @Option(names = "--against", paramLabel = "OTHER", description = "find the records of INPUT in this file")
    private Optional<String> against;

    @Option(names = "--truth", paramLabel = "COLUMN",
            description = "records with equal values here are the same: measure how well they are found")
    private Optional<String> truth;

    @Option(names = "--labels", paramLabel = "F.csv",
            description = "pairs that people judged: left, right, same (1 or 0)")
    private Optional<Path> labels;

    @Option(names = "--automatic", paramLabel = "P", description = "link from this probability on")
    private Optional<Double> automatic;

    @Option(names = "--clerical", paramLabel = "P", description = "show to clerks from this probability on")
    private Optional<Double> clerical;

    @Option(names = "--match", paramLabel = "P", description = "the single cut for precision, recall and F1")
    private Optional<Double> match;

    @Option(names = "--encoding", paramLabel = "NAME", description = "of CSV, if it is not recognised: GB18030 ...")
    private Optional<String> encoding;

    @Option(names = "--delimiter", paramLabel = "C", description = "of CSV, if it is not recognised; tab for a tab")
    private Optional<String> delimiter;

    @Option(names = "--skip-bad",
            description = "leave lines out that cannot be read, and name them, instead of stopping")
    private boolean skipBad;

    /**
     * What only some commands know.
     *
     * @param group  see {@link Wish}, likewise the others
     */
    public record More(Optional<String> group, boolean show, boolean guess) {

        public static final More NOTHING = new More(Optional.empty(), false, false);
    }

    public Optional<String> against() {
        return against;
    }

    /** Whether it is said how records are to be compared. */
    public boolean saysHow() {
        return settings.isPresent() || model.isPresent();
    }

    /** @throws CannotRun if an option has a value that means nothing */
    public Wish wish(Optional<Path> out, int threads, More more) {
        if (more.group().isPresent() && truth.isEmpty()) {
            throw new CannotRun("--group counts errors, so it needs --truth COLUMN");
        }
        TableOptions reading = new TableOptions(encoding.map(Asked::charset), delimiter.map(Asked::character), skipBad,
                threads);
        return new Wish(settings, model, id, out, truth, more.group(), labels,
                new Wish.Cuts(probability("--automatic", automatic), probability("--clerical", clerical),
                        probability("--match", match)), more.show(), more.guess(), reading);
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
