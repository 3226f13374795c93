package org.ruhu.tools.link.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.IntFunction;
import org.ruhu.tools.link.Explanation;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.score.Kernel;
import org.ruhu.tools.link.score.Weigher;
import org.ruhu.tools.link.score.Weights;
import org.ruhu.tools.link.table.Records;

/**
 * Records that come one by one, each compared with those that are there. The same rules, kernel and model as over a
 * whole table, so that the pairs found while records come in are those that linking the table finds; a block that
 * outgrows its rule is silent from then on, as it is there. Any number of threads may look up while others add and
 * remove: each sees the index before a change or after it.
 */
public final class LookupIndex {

    private final Shared shared;
    private final Sheet sheet;
    /** By column. */
    private final Texts[] texts;
    private final List<Groups> groups;
    private final Few few;
    private final BitSet alive = new BitSet();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();
    private volatile int records;

    /** What indexes of one model share. */
    private record Shared(Model model, Reading reading, Kernel.Plan plan, Weights weights) {}

    public LookupIndex(Model model) {
        this(new Shared(model, new Reading(model.settings()), new Kernel.Plan(model.settings().comparisons()),
                new Weights(model)));
    }

    private LookupIndex(Shared shared) {
        this.shared = shared;
        List<Rule> rules = shared.model().settings().blocking();
        if (rules.size() > Candidates.MOST_RULES) {
            throw new IllegalArgumentException("more than " + Candidates.MOST_RULES + " blocking rules");
        }
        sheet = new Sheet(shared.reading().width());
        texts = new Texts[shared.reading().width()];
        Arrays.setAll(texts, column -> new Texts());
        groups = rules.stream().map(this::groups).toList();
        few = new Few(shared.model().settings().comparisons(), shared.reading(), sheet, texts);
    }

    private Groups groups(Rule rule) {
        Reading reading = shared.reading();
        return rule.on().stream().anyMatch(Rule.Key::each) ? new TokenGroups(rule, reading::column)
                : new RowGroups(rule.most(), sheet, rule.on().stream().mapToInt(reading::column).toArray());
    }

    /** An empty one with the same model: made at once, as it shares all that does not depend on records. */
    public LookupIndex another() {
        return new LookupIndex(shared);
    }

    /** Columns of the input whose values {@link #add} and {@link #like} take, in this order. */
    public List<String> sources() {
        return shared.reading().sources();
    }

    /** Records that are there. */
    public int size() {
        return records;
    }

    /**
     * Adds a record.
     *
     * @param raw a value for each of {@link #sources}; null and the empty text are missing
     * @return its row, by which it is found and removed; rows are numbered from 0 and not used again
     */
    public int add(String... raw) {
        String[] values = shared.reading().cleaned(raw);
        lock.writeLock().lock();
        try {
            int row = sheet.size();
            sheet.add();
            for (int column = 0; column < texts.length; column++) {
                sheet.set(row, column, texts[column].code(values[column]));
            }
            groups.forEach(rule -> rule.add(row, column -> values[column]));
            alive.set(row);
            records++;
            return row;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** @throws IllegalArgumentException if there is no such record, or no longer */
    public void remove(int row) {
        lock.writeLock().lock();
        try {
            if (row < 0 || !alive.get(row)) {
                throw new IllegalArgumentException("no record in row " + row);
            }
            IntFunction<String> values = column -> texts[column].text(sheet.get(row, column));
            groups.forEach(rule -> rule.remove(row, values));
            alive.clear(row);
            records--;
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** @param weight match weight in bits */
    public record Hit(int row, double weight, Explanation why) {}

    /** How many records were compared, and those alike enough. */
    public record Found(int compared, List<Hit> hits) {}

    /**
     * Looks for records like one that need not be there itself. It is the right one of each pair, as it comes later.
     *
     * @param keep match weight in bits from which a record is found
     * @return the likeliest first, then by row
     */
    public Found like(double keep, String... raw) {
        String[] values = shared.reading().cleaned(raw);
        Candidates candidates = new Candidates();
        Records met;
        lock.readLock().lock();
        try {
            int[] codes = new int[texts.length];
            Arrays.setAll(codes, column -> texts[column].find(values[column]));
            for (int rule = 0; rule < groups.size(); rule++) {
                candidates.by(rule);
                groups.get(rule).together(codes, column -> values[column], candidates);
            }
            if (candidates.sort() == 0) {
                return new Found(0, List.of());
            }
            met = few.records(values, codes, candidates);
        } finally {
            lock.readLock().unlock();
        }
        return compared(keep, candidates, met);
    }

    private Found compared(double keep, Candidates candidates, Records met) {
        Kernel kernel = shared.plan().on(met);
        Weigher weigher = new Weigher(shared.weights(), met);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            int pattern = kernel.pattern(i + 1, 0);
            double weight = weigher.weight(pattern, i + 1, 0);
            if (weight >= keep) {
                hits.add(new Hit(candidates.row(i), weight,
                        weigher.explained(pattern, i + 1, 0, candidates.rule(i))));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::weight).reversed().thenComparingInt(Hit::row));
        return new Found(candidates.size(), List.copyOf(hits));
    }
}
