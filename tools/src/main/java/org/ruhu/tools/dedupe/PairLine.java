package org.ruhu.tools.dedupe;

import java.util.List;
import org.ruhu.tools.dedupe.Linked.Zone;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Shape;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.table.Ids;

/** Writes lines of pairs.csv. What is the same in many of them is made once. */
final class PairLine {

    private final Linked linked;
    private final Scored scored;
    private final Ids ids;
    private final Shape shape;
    private final boolean inputs;
    private final byte[][] zones = new byte[Zone.values().length][];
    private final byte[][] rules;
    /** By comparison and level. */
    private final byte[][][] labels;

    /** @param inputs whether it is said which input each record is of */
    PairLine(Linked linked, boolean inputs) {
        this.linked = linked;
        this.scored = linked.scored();
        this.ids = linked.records().ids();
        this.shape = linked.shape();
        this.inputs = inputs;
        for (Zone zone : Zone.values()) {
            zones[zone.ordinal()] = CsvFile.bytes(zone.written());
        }
        rules = linked.rules().stream().map(CsvFile::bytes).toArray(byte[][]::new);
        List<Comparison> comparisons = linked.model().settings().comparisons();
        labels = comparisons.stream().map(PairLine::labels).toArray(byte[][][]::new);
    }

    private static byte[][] labels(Comparison comparison) {
        byte[][] labels = new byte[comparison.radix()][];
        for (int level = 0; level < labels.length; level++) {
            labels[level] = CsvFile.bytes(comparison.label(level));
        }
        return labels;
    }

    void write(int pair, CsvFile csv) {
        int left = scored.left()[pair];
        int right = scored.right()[pair];
        double weight = scored.weight()[pair];
        csv.id(ids, left).id(ids, right).number(weight, 4).number(Model.probability(weight), 6)
                .cell(zones[linked.zone(pair).ordinal()]).cell(rules[scored.rule()[pair]]);
        if (inputs) {
            csv.number(linked.input(left)).number(linked.input(right));
        }
        int pattern = scored.pattern()[pair];
        for (int c = 0; c < labels.length; c++) {
            csv.cell(labels[c][shape.level(pattern, c)]);
        }
        csv.end();
    }
}
