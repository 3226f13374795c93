package org.ruhu.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.Stopwatch;
import org.ruhu.tools.dedupe.Elsewhere;
import org.ruhu.tools.dedupe.Wish;
import org.ruhu.tools.link.JudgedPair;
import org.ruhu.tools.link.Judgement;
import org.ruhu.tools.link.Learning;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Shape;
import org.ruhu.tools.link.block.Blocks;
import org.ruhu.tools.link.block.Pairing;
import org.ruhu.tools.link.score.Engine;
import org.ruhu.tools.link.score.Part;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.score.Tallies;
import org.ruhu.tools.link.settings.ModelReader;
import org.ruhu.tools.link.settings.ModelWriter;
import org.ruhu.tools.link.settings.SettingsReader;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.RecordsBuilder;
import org.ruhu.tools.link.train.Lesson;

/**
 * Reads, learns unless there is a model, links, and writes what was found, as {@code ruhu dedupe} does: the same
 * kernels run where the records are, the same training and clustering where everything comes together.
 */
final class Job {

    /** Records that a part of the comparing is to have at most, about: 0.5 GB while it is worked on. */
    private static final long RECORDS_EACH = 1_000_000;
    /** Names of blocks that are counted at a time, about. */
    private static final long NAMES_EACH = 8_000_000;
    private static final long LARGEST_SLICE = 64 << 20;
    private static final long SMALLEST_SLICE = 1 << 20;

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final Wish wish;
    private final Sizes sizes;
    private final PrintStream err;
    private final Stopwatch watch = new Stopwatch();

    /**
     * @param sliceBytes of the input that are read at a time; empty: as the length of the file suggests
     * @param parts      into which comparing is divided; empty: as many as the records need
     */
    record Sizes(Optional<Long> sliceBytes, Optional<Integer> parts) {}

    Job(SparkSession session, Wish wish, Sizes sizes, PrintStream err) {
        this.session = session;
        this.spark = JavaSparkContext.fromSparkContext(session.sparkContext());
        this.wish = wish;
        this.sizes = sizes;
        this.err = err;
    }

    /** @return the exit code */
    int run(List<String> files, Path out) throws IOException {
        List<Input> inputs = new ArrayList<>();
        for (String file : files) {
            inputs.add(Input.of(session, file, wish.reading()));
        }
        Elsewhere elsewhere = Elsewhere.of(wish, columns(inputs), inputs.size());
        Plan plan = new Plan(elsewhere.settings(), elsewhere.more());
        JavaRDD<byte[]> chunks = inputs.get(0).chunks(plan, wish.reading(), false, slice(inputs.get(0)));
        if (inputs.size() == 2) {
            chunks = chunks.union(inputs.get(1).chunks(plan, wish.reading(), true, slice(inputs.get(1))));
        }
        chunks = chunks.persist(StorageLevel.MEMORY_AND_DISK());
        JavaRDD<byte[]> alone = chunks;
        if (!plan.others().isEmpty()) {
            chunks = Kin.told(plan, alone, sizes.parts().orElse(spark.defaultParallelism()))
                    .persist(StorageLevel.MEMORY_AND_DISK());
        }
        Heads heads = heads(plan, chunks, inputs);
        if (alone != chunks) {
            alone.unpersist(false);
        }
        Records records = heads.records();
        elsewhere.refuseUselessTruth(records);
        heads.remarks().forEach(err::println);
        say(records.size() + " records read");
        BlockCount.Sum blocks = blocks(plan, chunks, heads);
        say(blocks.found().stream().mapToLong(Blocks.Found::pairs).sum() + " pairs in blocks");
        Broadcast<Route> route = spark.broadcast(new Route(parts(heads, blocks), heads.firstRows(), heads.first(),
                elsewhere.learns(), blocks));
        JavaRDD<Gathered> gathered = gathered(plan, route, chunks);
        Optional<Elsewhere.Said> said = elsewhere.said(records);
        Model model = !elsewhere.learns() ? elsewhere.model().orElseThrow()
                : learned(elsewhere, said, judged(plan, route, chunks, said),
                learning(plan, elsewhere.settings(), route, blocks, gathered, records));
        say(elsewhere.model().isPresent() ? "the model is given" : "a model was learned");
        Scored scored = scored(gathered, model, elsewhere.keep(model), records.size());
        if (scored.raised()) {
            err.println("there are so many pairs that those below " + scored.keep() + " bits were let go");
        }
        JavaRDD<byte[]> whole = chunks;
        Elsewhere.Written written = elsewhere.write(out, records, model, scored,
                pairs -> patterns(plan, route, whole, pairs));
        written.said().forEach(err::println);
        say("see " + out);
        return written.people() > 0 || heads.leftOut() > 0 ? 1 : 0;
    }

    /** What a slice has once is cleaned once, so they are large, if only everybody gets some. */
    private long slice(Input input) {
        return sizes.sliceBytes().orElseGet(() -> Math.max(SMALLEST_SLICE,
                Math.min(LARGEST_SLICE, input.length() / (2L * spark.defaultParallelism()) + 1)));
    }

    private void say(String what) {
        err.println(what + String.format(Locale.ROOT, ", %.1f s", watch.seconds()));
    }

    private static Optional<List<String>> columns(List<Input> inputs) {
        if (inputs.stream().anyMatch(input -> input.columns().isEmpty())) {
            return Optional.empty();
        }
        List<String> common = new ArrayList<>(inputs.get(0).columns().orElseThrow());
        inputs.forEach(input -> common.retainAll(input.columns().orElseThrow()));
        return Optional.of(common);
    }

    private Heads heads(Plan plan, JavaRDD<byte[]> chunks, List<Input> inputs) {
        List<String> sources = new RecordsBuilder(plan.settings(), plan.more()).sources();
        Heads heads = new Heads(plan, sources.size());
        chunks.map(chunk -> Chunk.head(plan, chunk)).collect().forEach(heads::add);
        if (heads.rows() < 2) {
            throw new CannotRun(inputs.get(0).name() + " has " + (heads.rows() == 0 ? "no record" : "one record")
                    + "; there is nothing to compare");
        }
        for (int i = 0; i < inputs.size(); i++) {
            List<String> unmet = heads.unmet(i == 1).stream().map(sources::get).toList();
            if (inputs.get(i).columns().isEmpty() && !unmet.isEmpty()) {
                throw new CannotRun(inputs.get(i).name() + ": no line has a value for " + String.join(", ", unmet)
                        + ". Correct the names in the settings");
            }
        }
        return heads;
    }

    private BlockCount.Sum blocks(Plan plan, JavaRDD<byte[]> chunks, Heads heads) {
        int parts = sizes.parts().orElseGet(() -> Math.max(spark.defaultParallelism(),
                Math.toIntExact((long) heads.rows() * plan.rules() / NAMES_EACH)));
        int bits = Live.bits((long) heads.rows() * plan.rules());
        Learning.refuseNone(new Pairing(plan.settings().scope(), heads.first(), heads.rows()));
        List<byte[]> counts = chunks.mapPartitionsToPair(some -> BlockCount.sent(Chunk.of(plan, some.next()), parts))
                .partitionBy(new Parts(parts))
                .mapPartitions(some -> List.of(BlockCount.counted(plan, bits, some)).iterator())
                .collect();
        return BlockCount.Sum.of(plan, counts, bits);
    }

    private int parts(Heads heads, BlockCount.Sum blocks) {
        double places = blocks.found().stream().mapToLong(Blocks.Found::records).sum();
        return sizes.parts().orElseGet(() -> parts(spark.defaultParallelism(), heads.rows(), places / heads.rows()));
    }

    /**
     * As few as may be, as a record goes to each part that has one of its blocks.
     *
     * @param blocks of a record, on average
     */
    static int parts(int least, double records, double blocks) {
        int parts = least;
        while (records * (1 - Math.pow(1 - 1.0 / parts, blocks)) > RECORDS_EACH) {
            parts += parts / 4 + 1;
        }
        return parts;
    }

    /**
     * Records where they are compared. They are kept there for the second pass, if there is room; else they are put
     * together once more from what was sent.
     */
    private JavaRDD<Gathered> gathered(Plan plan, Broadcast<Route> route, JavaRDD<byte[]> chunks) {
        int parts = route.value().parts();
        return chunks.mapPartitionsWithIndex((number, some) ->
                        route.value().sent(plan, number, Chunk.of(plan, some.next())), true)
                .mapToPair(one -> one).partitionBy(new Parts(parts))
                .mapPartitionsWithIndex((number, some) ->
                        List.of(Gathered.of(plan, route.value(), number, some)).iterator(), true)
                .persist(StorageLevel.MEMORY_ONLY());
    }

    private Learning learning(Plan plan, Settings settings, Broadcast<Route> route, BlockCount.Sum blocks,
            JavaRDD<Gathered> gathered, Records records) {
        List<Compared.Counts> counts = gathered.map(part -> Compared.counted(plan, route.value(), part)).collect()
                .stream().map(packed -> Compared.Counts.of(plan, packed)).toList();
        Shape shape = new Shape(settings.comparisons());
        Tallies tallies = Part.sum(shape, counts.stream().map(Compared.Counts::tallies).toList(), blocks.found(),
                Engine.LEARNED_FROM);
        return new Learning(settings, records, route.value().pairing(settings), blocks.found(), tallies,
                Part.sum(shape, counts.stream().map(Compared.Counts::random).toList()));
    }

    private static List<JudgedPair> judged(Plan plan, Broadcast<Route> route, JavaRDD<byte[]> chunks,
            Optional<Elsewhere.Said> said) {
        List<Judgement> pairs = said.map(Elsewhere.Said::pairs).orElse(List.of());
        if (pairs.isEmpty()) {
            return List.of();
        }
        Gathered here = here(plan, route, chunks, pairs.stream().flatMapToInt(pair ->
                IntStream.of(pair.low(), pair.high())));
        return here.part().judged(here.blocking(), pairs);
    }

    private static int[] patterns(Plan plan, Broadcast<Route> route, JavaRDD<byte[]> chunks, long[] pairs) {
        return pairs.length == 0 ? new int[0] : here(plan, route, chunks, IntStream.concat(
                Arrays.stream(pairs).mapToInt(pair -> (int) (pair >>> Integer.SIZE)),
                Arrays.stream(pairs).mapToInt(pair -> (int) pair))).part().patterns(pairs);
    }

    /** Some records come together here. */
    private static Gathered here(Plan plan, Broadcast<Route> route, JavaRDD<byte[]> chunks, IntStream wanted) {
        int[] rows = wanted.sorted().distinct().toArray();
        return Gathered.of(plan, route.value(), chunks.mapPartitionsWithIndex((number, some) ->
                route.value().some(plan, number, Chunk.of(plan, some.next()), rows), true).collect());
    }

    private Model learned(Elsewhere elsewhere, Optional<Elsewhere.Said> said, List<JudgedPair> judged,
            Learning learning) {
        if (said.isEmpty()) {
            return learning.model();
        }
        Lesson lesson = elsewhere.model().map(given -> Learning.lesson(given, learning.records(), judged,
                learning.tallies().candidates())).orElseGet(() -> learning.lesson(judged));
        lesson.said().forEach(err::println);
        said.get().remarks().forEach(err::println);
        return elsewhere.taught(lesson);
    }

    private Scored scored(JavaRDD<Gathered> gathered, Model model, double keep, int rows) {
        Broadcast<String> text = spark.broadcast(ModelWriter.write(model).toString());
        List<Scored> parts = gathered.map(part ->
                Compared.scored(ModelReader.read(SettingsReader.json(text.value())), keep, part)).collect()
                .stream().map(packed -> Compared.scored(packed, keep)).toList();
        return Scored.of(rows, parts, keep, Engine.KEPT);
    }
}
