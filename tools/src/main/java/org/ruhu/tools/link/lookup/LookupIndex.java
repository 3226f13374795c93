package org.ruhu.tools.link.lookup;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.link.Explanation;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.score.Kernel;
import org.ruhu.tools.link.score.Weigher;
import org.ruhu.tools.link.score.Weights;
import org.ruhu.tools.link.table.Codes;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Dictionary;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.table.RecordsBuilder;

/**
 * Records that come one by one, each compared with those that are there. The same rules, kernel and model as over a
 * whole table, so that the pairs found while records come in are those that linking the table finds; a block that
 * outgrows its rule is silent from then on, as it is there. About 300 bytes a person. One thread at a time.
 */
public final class LookupIndex {

    /** Rows are found by eight bits of rule behind 32 of row. */
    private static final int RULE_BITS = 8;

    private final Model model;
    private final List<String> sources;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<Groups> groups;
    private final Kernel.Plan plan;
    private final Weights weights;
    private final Codes alive = new Codes();
    private int records;

    public LookupIndex(Model model) {
        this.model = model;
        Settings settings = model.settings().alone();
        if (settings.blocking().size() > 1 << RULE_BITS) {
            throw new IllegalArgumentException("more than " + (1 << RULE_BITS) + " blocking rules");
        }
        sources = new RecordsBuilder(settings).sources();
        settings.used().forEach(name -> fields.put(name, new Field(name, settings.derived(name), sources)));
        groups = settings.blocking().stream().map(rule -> Groups.of(rule, fields)).toList();
        plan = new Kernel.Plan(settings.comparisons());
        weights = new Weights(model);
    }

    /** Columns of the input whose values {@link #add} and {@link #like} take, in this order. */
    public List<String> sources() {
        return sources;
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
        int row = alive.size();
        Map<String, String> values = cleaned(raw);
        fields.forEach((name, field) -> field.add(values.get(name)));
        groups.forEach(rule -> rule.add(row, values::get));
        alive.add(1);
        records++;
        return row;
    }

    /** @throws IllegalArgumentException if there is no such record, or no longer */
    public void remove(int row) {
        if (row < 0 || row >= alive.size() || alive.get(row) == 0) {
            throw new IllegalArgumentException("no record in row " + row);
        }
        groups.forEach(rule -> rule.remove(row, name -> fields.get(name).text(row)));
        fields.values().forEach(field -> field.forget(row));
        alive.set(row, 0);
        records--;
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
        Map<String, String> values = cleaned(raw);
        long[] candidates = candidates(values);
        int[] rows = Arrays.stream(candidates).mapToInt(candidate -> (int) (candidate >>> RULE_BITS)).toArray();
        if (rows.length == 0) {
            return new Found(0, List.of());
        }
        Records few = among(values, rows);
        Kernel kernel = plan.on(few);
        Weigher weigher = new Weigher(weights, few);
        List<Hit> hits = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            int pattern = kernel.pattern(i + 1, 0);
            double weight = weigher.weight(pattern, i + 1, 0);
            if (weight >= keep) {
                int rule = (int) candidates[i] & (1 << RULE_BITS) - 1;
                hits.add(new Hit(rows[i], weight, weigher.explained(pattern, i + 1, 0, rule)));
            }
        }
        hits.sort(Comparator.comparingDouble(Hit::weight).reversed().thenComparingInt(Hit::row));
        return new Found(rows.length, List.copyOf(hits));
    }

    /** Row and first rule of each record that a rule puts together with the values, by row. */
    private long[] candidates(Map<String, String> values) {
        Candidates candidates = new Candidates();
        for (int rule = 0; rule < groups.size(); rule++) {
            int number = rule;
            groups.get(rule).together(values::get, row -> candidates.add((long) row << RULE_BITS | number));
        }
        return candidates.firstOfEach(RULE_BITS);
    }

    private Records among(Map<String, String> values, int[] rows) {
        List<Column> columns = fields.values().stream().map(field -> field.among(values.get(field.name()), rows))
                .toList();
        return Records.of(1, new Column("", new int[rows.length + 1], new Dictionary().values()), columns);
    }

    private Map<String, String> cleaned(String[] raw) {
        if (raw.length != sources.size()) {
            throw new IllegalArgumentException("a record has " + raw.length + " values, not " + sources.size());
        }
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, field) -> values.put(name, field.cleaned(raw)));
        return values;
    }
}
