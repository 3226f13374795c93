package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Model.Frequencies;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings;
import org.ruhu.tools.link.Shape;
import org.ruhu.tools.link.block.Pairing;
import org.ruhu.tools.link.clean.Cleaners;
import org.ruhu.tools.link.condition.Condition;
import org.ruhu.tools.link.measure.Measures;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Dictionary;
import org.ruhu.tools.link.table.Records;

/** What the engine does, done as it is said: every pair of rows, every rule, every condition, one text at a time. */
final class ByHand {

    record Pair(int left, int right, int rule, Set<Integer> rules, int pattern, double weight) {}

    private final Settings settings;
    private final Records records;
    private final Model model;
    private final List<Map<String, Integer>> sizes = new ArrayList<>();

    ByHand(Settings settings, Records records, Model model) {
        this.settings = settings;
        this.records = records;
        this.model = model;
        for (Rule rule : settings.blocking()) {
            Map<String, Integer> size = new TreeMap<>();
            for (int row = 0; row < records.size(); row++) {
                blocks(rule, row).forEach(block -> size.merge(block, 1, Integer::sum));
            }
            sizes.add(size);
        }
    }

    List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int left = 0; left < records.size(); left++) {
            for (int right = left + 1; right < records.size(); right++) {
                if (allowed(left, right)) {
                    Set<Integer> rules = rules(left, right);
                    if (!rules.isEmpty()) {
                        int pattern = pattern(left, right);
                        pairs.add(new Pair(left, right, rules.iterator().next(), rules, pattern, weight(pattern, left, right)));
                    }
                }
            }
        }
        return pairs;
    }

    boolean allowed(int left, int right) {
        boolean same = records.second(left) == records.second(right);
        return switch (settings.scope()) {
            case WITHIN -> same;
            case ACROSS -> !same;
            case BOTH -> true;
        };
    }

    private Set<Integer> rules(int left, int right) {
        Set<Integer> rules = new LinkedHashSet<>();
        for (int r = 0; r < settings.blocking().size(); r++) {
            Rule rule = settings.blocking().get(r);
            Map<String, Integer> size = sizes.get(r);
            Set<String> shared = blocks(rule, left);
            shared.retainAll(blocks(rule, right));
            if (shared.stream().anyMatch(block -> size.get(block) <= rule.most())) {
                rules.add(r);
            }
        }
        return rules;
    }

    private Set<String> blocks(Rule rule, int row) {
        Set<String> blocks = new LinkedHashSet<>(Set.of(""));
        for (Rule.Key key : rule.on()) {
            String value = Cleaners.chain(key.clean()).clean(records.column(key.column()).text(row));
            Set<String> longer = new LinkedHashSet<>();
            for (String part : key.each() ? value.split(" ") : new String[] {value}) {
                if (!part.isEmpty()) {
                    blocks.forEach(block -> longer.add(block + "|" + part));
                }
            }
            blocks = longer;
        }
        return blocks;
    }

    int pattern(int left, int right) {
        int[] levels = settings.comparisons().stream().mapToInt(comparison -> level(comparison, left, right)).toArray();
        return new Shape(settings.comparisons()).pattern(levels);
    }

    private int level(Comparison comparison, int left, int right) {
        if (holds(comparison.missing(), left, right)) {
            return 0;
        }
        for (int level = 1; level <= comparison.levels().size(); level++) {
            if (holds(comparison.levels().get(level - 1).when(), left, right)) {
                return level;
            }
        }
        return comparison.otherwise();
    }

    private boolean holds(Condition condition, int left, int right) {
        if (condition instanceof Condition.And and) {
            return and.all().stream().allMatch(part -> holds(part, left, right));
        }
        if (condition instanceof Condition.Or or) {
            return or.any().stream().anyMatch(part -> holds(part, left, right));
        }
        if (condition instanceof Condition.Not not) {
            return !holds(not.what(), left, right);
        }
        Condition.Test test = (Condition.Test) condition;
        String a = records.column(test.left()).text(left);
        String b = records.column(test.right()).text(right);
        boolean missing = a.isEmpty() || b.isEmpty();
        if (test.measure().equals("missing")) {
            return test.relation().holds(missing ? 1 : 0, test.bound());
        }
        return !missing && test.relation().holds(measured(test.measure(), a, b), test.bound());
    }

    private static double measured(String measure, String a, String b) {
        Dictionary one = new Dictionary();
        one.code(a);
        Dictionary other = new Dictionary();
        other.code(b);
        return Measures.named(measure).between(one.values(), other.values()).of(1, 1);
    }

    private double weight(int pattern, int left, int right) {
        Shape shape = new Shape(settings.comparisons());
        double weight = model.priorWeight();
        for (int c = 0; c < settings.comparisons().size(); c++) {
            int level = shape.level(pattern, c);
            weight += model.weight(c, level);
            if (level > 0 && level < settings.comparisons().get(c).otherwise()) {
                weight += settings.comparisons().get(c).levels().get(level - 1).frequency()
                        .map(column -> term(records.column(column), left, right)).orElse(0.0);
            }
        }
        return weight;
    }

    private double term(Column column, int left, int right) {
        Frequencies frequencies = model.frequencies().get(column.name());
        String a = column.text(left);
        String b = column.text(right);
        return a.isEmpty() || b.isEmpty() ? 0 : Frequencies.term(frequencies.agree(), frequencies.share(a),
                frequencies.share(b), a.equals(b));
    }
}
