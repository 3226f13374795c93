package org.ruhu.spark;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.sql.AnalysisException;
import org.apache.spark.sql.SparkSession;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.dedupe.Asked;
import org.ruhu.tools.dedupe.Wish;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "ruhu-spark", mixinStandardHelpOptions = true,
        description = "Finds records of the same person or household on many machines, as ruhu dedupe does on one.",
        footer = {"", "Writes pairs.csv, clusters.csv, model.json (households.csv, truth.json) as ruhu dedupe does.",
            "Exit codes: 0 no pairs, 1 pairs were found, 2 could not run."})
public final class Dedupe implements Callable<Integer> {

    private static final Logger LIBRARIES = Logger.getLogger("");

    @Parameters(index = "0", paramLabel = "INPUT", description = "CSV, objects on lines (NDJSON), or Parquet")
    private String input;

    @Mixin
    private final Asked asked = new Asked();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "folder for the files, on this machine")
    private Path out;

    @Option(names = "--master", paramLabel = "URL",
            description = "where Spark runs, if spark-submit does not say it: local[2]; else all processors here")
    private Optional<String> master;

    @Option(names = "--partitions", paramLabel = "N",
            description = "parts of the comparing; from the records unless said")
    private Optional<Integer> partitions;

    @Option(names = "--slice-kb", paramLabel = "KB",
            description = "of a text file that are read at a time; from its length unless said")
    private Optional<Integer> sliceKilobytes;

    private final PrintStream err;
    private final Optional<SparkSession> running;

    private Dedupe(PrintStream err, Optional<SparkSession> running) {
        this.err = err;
        this.running = running;
    }

    public static void main(String[] args) {
        quieten();
        System.exit(run(System.err, Optional.empty(), args));
    }

    /** What goes wrong in a task is said once, by us; Spark would say it with all that was in the record. */
    static void quieten() {
        LIBRARIES.setLevel(Level.OFF);
    }

    /**
     * As {@code main}, without ending the process.
     *
     * @param running what to run on, left running; else it is started and ended
     */
    static int run(PrintStream err, Optional<SparkSession> running, String... args) {
        return new CommandLine(new Dedupe(err, running)).setExecutionExceptionHandler((e, command, parsed) -> {
            err.println("ruhu-spark: " + reason(e));
            return 2;
        }).execute(args);
    }

    @Override
    public Integer call() throws IOException {
        if (partitions.filter(parts -> parts < 1).isPresent() || sliceKilobytes.filter(size -> size < 1).isPresent()) {
            throw new CannotRun("--partitions and --slice-kb are 1 or more");
        }
        Wish wish = asked.wish(Optional.of(out), 1, Asked.More.NOTHING);
        if (running.isPresent()) {
            return run(running.get(), wish);
        }
        try (SparkSession session = session()) {
            return run(session, wish);
        }
    }

    private int run(SparkSession session, Wish wish) throws IOException {
        return new Job(session, wish, new Job.Sizes(sliceKilobytes.map(size -> (long) size << 10), partitions), err)
                .run(Stream.concat(Stream.of(input), asked.against().stream()).toList(), out);
    }

    private SparkSession session() {
        SparkConf conf = new SparkConf().setIfMissing("spark.app.name", "ruhu dedupe")
                .setIfMissing("spark.driver.maxResultSize", "0");
        if (!conf.contains("spark.master")) {
            conf.setMaster(master.orElse("local[*]"));
        }
        if (conf.get("spark.master").startsWith("local")) {
            conf.setIfMissing("spark.ui.enabled", "false").setIfMissing("spark.driver.host", "127.0.0.1")
                    .setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        return SparkSession.builder().config(conf).getOrCreate();
    }

    /** What was thrown in a task lies below what Spark makes of it. */
    private static String reason(Throwable thrown) {
        for (Throwable e = thrown; e != null; e = e.getCause()) {
            if (e instanceof FileNotFoundException || e instanceof NoSuchFileException) {
                return e instanceof NoSuchFileException ? "there is no file " + e.getMessage() : e.getMessage();
            }
            if (e instanceof CannotRun || e instanceof IllegalArgumentException || e instanceof AnalysisException) {
                return e.getMessage();
            }
            if (e.getCause() == null || e.getCause() == e) {
                StackTraceElement[] trace = e.getStackTrace();
                return "this is our mistake, please report it: " + e.getClass().getSimpleName()
                        + (trace.length == 0 ? "" : " at " + trace[0]);
            }
        }
        return "";
    }
}
