package org.ruhu.spark;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.api.java.function.Function2;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.storage.StorageLevel;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.Stopwatch;
import org.ruhu.tools.dedupe.Elsewhere;
import org.ruhu.tools.dedupe.Wish;
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
import scala.Tuple2;

/**
 * Reads, learns unless there is a model, links, and writes what was found, as {@code ruhu dedupe} does: the same
 * kernels run where the records are, the same training and clustering where everything comes together.
 */
final class Job {

    /** Records that a part of the comparing is to have at most, about: 0.4 GB while it is worked on. */
    private static final long RECORDS_EACH = 1_000_000;

    private final SparkSession session;
    private final JavaSparkContext spark;
    private final Wish wish;
    private final Sizes sizes;
    private final PrintStream err;
    private final Stopwatch watch = new Stopwatch();

    /**
     * @param sliceBytes of the input that are read at a time
     * @param parts      into which comparing is divided; empty: as many as the records need
     */
    record Sizes(long sliceBytes, Optional<Integer> parts) {}

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
        JavaRDD<byte[]> chunks = inputs.get(0).chunks(plan, wish.reading(), false, sizes.sliceBytes());
        if (inputs.size() == 2) {
            chunks = chunks.union(inputs.get(1).chunks(plan, wish.reading(), true, sizes.sliceBytes()));
        }
        chunks = chunks.persist(StorageLevel.MEMORY_AND_DISK());
        Heads heads = heads(plan, chunks, inputs);
        Records records = heads.records();
        elsewhere.refuseUselessTruth(records);
        heads.remarks().forEach(err::println);
        say(records.size() + " records read");
        BlockCount.Sum blocks = blocks(plan, chunks, heads);
        say(blocks.found().stream().mapToLong(Blocks.Found::pairs).sum() + " pairs in blocks");
        Route route = new Route(parts(heads, blocks), heads.firstRows(), heads.first(), elsewhere.model().isEmpty(),
                blocks);
        JavaPairRDD<Integer, byte[]> sent = sent(plan, route, chunks);
        Model model = elsewhere.model().isPresent() ? elsewhere.model().get()
                : learned(plan, elsewhere.settings(), route, blocks, sent, records);
        say(elsewhere.model().isPresent() ? "the model is given" : "a model was learned");
        Scored scored = scored(plan, route, sent, model, elsewhere.keep(model), records.size());
        if (scored.raised()) {
            err.println("there are so many pairs that those below " + scored.keep() + " bits were let go");
        }
        Elsewhere.Written written = elsewhere.write(out, records, model, scored);
        written.said().forEach(err::println);
        say("see " + out);
        return written.people() > 0 || heads.leftOut() > 0 ? 1 : 0;
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
        int parts = parts((long) heads.rows() * plan.rules() / 4);
        int bits = Live.bits((long) heads.rows() * plan.rules());
        Learning.refuseNone(new Pairing(plan.settings().scope(), heads.first(), heads.rows()));
        List<byte[]> counts = chunks.mapPartitionsToPair(some -> BlockCount.sent(Chunk.of(plan, some.next()), parts))
                .partitionBy(new Parts(parts))
                .mapPartitions(some -> List.of(BlockCount.counted(plan, bits, some)).iterator())
                .collect();
        return BlockCount.Sum.of(plan, counts, bits);
    }

    private int parts(Heads heads, BlockCount.Sum blocks) {
        long places = blocks.found().stream().mapToLong(Blocks.Found::records).sum();
        return parts(Math.max(heads.rows(), places));
    }

    private int parts(long records) {
        return sizes.parts().orElseGet(() -> Math.max(2 * spark.defaultParallelism(),
                Math.toIntExact(records / RECORDS_EACH + 1)));
    }

    private JavaPairRDD<Integer, byte[]> sent(Plan plan, Route route, JavaRDD<byte[]> chunks) {
        Broadcast<Route> shared = spark.broadcast(route);
        return chunks.mapPartitionsWithIndex((number, some) ->
                        shared.value().sent(plan, number, Chunk.of(plan, some.next())), true)
                .mapToPair(one -> one).partitionBy(new Parts(route.parts()));
    }

    private Model learned(Plan plan, Settings settings, Route route, BlockCount.Sum blocks,
            JavaPairRDD<Integer, byte[]> sent, Records records) {
        Broadcast<Route> shared = spark.broadcast(route);
        List<Compared.Counts> counts = worked(sent, (number, some) ->
                Compared.counted(plan, shared.value(), number, Gathered.of(plan, shared.value(), number, some)))
                .map(packed -> Compared.Counts.of(plan, packed)).toList();
        Shape shape = new Shape(settings.comparisons());
        Tallies tallies = Part.sum(shape, counts.stream().map(Compared.Counts::tallies).toList(), blocks.found(),
                Engine.LEARNED_FROM);
        return new Learning(settings, records, route.pairing(settings), blocks.found(), tallies,
                Part.sum(shape, counts.stream().map(Compared.Counts::random).toList())).model();
    }

    private Scored scored(Plan plan, Route route, JavaPairRDD<Integer, byte[]> sent, Model model, double keep,
            int rows) {
        Broadcast<Route> shared = spark.broadcast(route);
        Broadcast<String> text = spark.broadcast(ModelWriter.write(model).toString());
        List<Scored> parts = worked(sent, (number, some) ->
                Compared.scored(ModelReader.read(SettingsReader.json(text.value())), keep,
                        Gathered.of(plan, shared.value(), number, some)))
                .map(packed -> Compared.scored(packed, keep)).toList();
        return Scored.of(rows, parts, keep, Engine.KEPT);
    }

    /** One result from each part, in their order. */
    private static Stream<byte[]> worked(JavaPairRDD<Integer, byte[]> sent,
            Function2<Integer, Iterator<Tuple2<Integer, byte[]>>, byte[]> work) {
        return sent.mapPartitionsWithIndex((number, some) -> List.of(work.call(number, some)).iterator(), true)
                .collect().stream();
    }
}
