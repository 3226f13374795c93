package org.ruhu.tools.link.score;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.JudgedPair;
import org.ruhu.tools.link.Judgement;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Shape;
import org.ruhu.tools.link.block.Blocking;
import org.ruhu.tools.link.block.Blocks;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.train.PatternCounts;
import org.ruhu.tools.link.work.Workers;

/**
 * Some of the records, of which some blocks are compared: what is counted and weighed in all parts together is what
 * {@link Engine} counts and weighs. One thread works on it.
 */
public final class Part {

    private final Records records;
    private final Kernel kernel;
    private final int[] names;

    /** @param names rising, by row: the row among all records */
    public Part(List<Comparison> comparisons, Records records, int[] names) {
        this.records = records;
        this.names = names;
        kernel = Kernel.of(comparisons, records);
    }

    /**
     * Patterns of pairs drawn from all records.
     *
     * @param pieces those whose records are all here
     */
    public PatternCounts random(RandomPairs pairs, IntPredicate pieces) {
        Counting.Drawn drawn = new Counting.Drawn(kernel);
        IntStream.range(0, pairs.pieces()).filter(pieces).forEach(piece ->
                pairs.piece(piece, (left, right) -> drawn.pair(row(left), row(right))));
        return drawn.counts();
    }

    private int row(int name) {
        return Arrays.binarySearch(names, name);
    }

    /** As {@link Engine#patterns}, of pairs whose records are all here, by their rows among all records. */
    public int[] patterns(long[] pairs) {
        return Arrays.stream(pairs).mapToInt(pair -> kernel.pattern(row((int) (pair >>> Integer.SIZE)),
                row((int) pair))).toArray();
    }

    /** Of pairs whose records are all here, by their rows among all records. */
    public List<JudgedPair> judged(Blocking blocking, List<Judgement> said) {
        return said.stream().map(pair -> new JudgedPair(pair, kernel.pattern(row(pair.low()), row(pair.high())),
                blocking.finders(row(pair.low()), row(pair.high())))).toList();
    }

    /**
     * Counts, not yet multiplied by what the sample stands for.
     *
     * @param found by rule, among all records
     * @param most  as of {@link Engine#tallies}
     */
    public Tallies tallies(Blocking blocking, List<Blocks.Found> found, long most) {
        Sampled sampled = new Sampled(blocking, kernel, Counting.Shares.of(found, most), Patterns.NONE,
                row -> names[row]);
        List<Blocking.Part> parts = blocking.parts();
        for (int i = 0; i < parts.size(); i++) {
            sampled.part(parts.get(i), i);
        }
        return new Tallies(Arrays.stream(sampled.byRule).map(this::counts).toList(), counts(sampled.found[0]),
                counts(sampled.found[1]), counts(sampled.found[2]));
    }

    private PatternCounts counts(Tally tally) {
        return Tally.sum(kernel.shape().patterns(), List.of(tally), 1);
    }

    /** The sum of what was counted in all parts. */
    public static Tallies sum(Shape shape, List<Tallies> parts, List<Blocks.Found> found, long most) {
        return Tallies.sum(shape.patterns(), parts, Counting.Shares.of(found, most).least());
    }

    public static PatternCounts sum(Shape shape, List<PatternCounts> parts) {
        return Tally.sumOf(shape.patterns(), parts, 1);
    }

    /** The pairs of the blocks here, by their rows among all records. */
    public Scored scored(Blocking blocking, Model model, double keep) {
        Scored here = new Scoring(blocking, kernel, Patterns.NONE, new Weigher(model, records), keep)
                .scored(records.size(), Engine.KEPT, Workers.of(1));
        return new Scored(named(here.left()), named(here.right()), here.weight(), here.pattern(), here.rule(),
                here.keep(), here.raised(), here.newPairs());
    }

    private int[] named(int[] rows) {
        return Arrays.stream(rows).map(row -> names[row]).toArray();
    }
}
