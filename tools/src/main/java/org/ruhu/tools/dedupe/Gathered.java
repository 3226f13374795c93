package org.ruhu.tools.dedupe;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ruhu.tools.link.Linkage;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Note;
import org.ruhu.tools.link.block.Blocks.Found;
import org.ruhu.tools.link.cluster.Refusal;
import org.ruhu.tools.link.report.Bins;
import org.ruhu.tools.link.report.Facts;
import org.ruhu.tools.link.report.Facts.Blocked;
import org.ruhu.tools.link.report.Facts.Lack;
import org.ruhu.tools.link.report.Facts.Source;
import org.ruhu.tools.link.report.Facts.Unlinkable;
import org.ruhu.tools.link.score.Engine;
import org.ruhu.tools.link.score.Kernel;
import org.ruhu.tools.link.score.Recall;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.score.Tallies;
import org.ruhu.tools.link.train.PatternCounts;

/** Gathers what the report tells from what came of a run. */
final class Gathered {

    private static final int EXAMPLES = 5;
    /** Pairs of each rule that the shape of the histogram is taken from, where nothing was kept. */
    private static final long COUNTED = 500_000;
    private static final int BELOW = 3;
    private static final int BELOW_WITH_TRUTH = 8;

    private final Linked linked;
    private final Linkage linkage;
    private final Scored scored;

    Gathered(Linked linked, Linkage linkage) {
        this.linked = linked;
        this.linkage = linkage;
        this.scored = linked.scored();
    }

    Facts facts(List<Source> sources, Optional<Truth> truth, Optional<String> group, boolean show) {
        Engine engine = linkage.engine();
        Tallies tallies = engine.tallies(COUNTED);
        int rules = linked.model().settings().blocking().size();
        double recall = Recall.of(tallies, rules, pattern ->
                Model.probability(linked.weigher().weight(pattern))).share();
        return new Facts(sources, engine.blocking().pairing().pairs(), linked.model(),
                bins(tallies.candidates(), truth), new Examples(linked, linkage, show).samples(), blocked(),
                rules < 2 ? Optional.empty() : Optional.of(recall), unlinkable(), sizes(), refused(),
                truth.map(Truth::measured), truth.flatMap(known -> group.map(known::groups)).orElse(List.of()));
    }

    /** Kept pairs by their weight; the others by what their pattern weighs, as many as there were. */
    private Bins bins(PatternCounts candidates, Optional<Truth> truth) {
        Bins bins = new Bins(linked.model().cuts());
        for (int pair = 0; pair < scored.size(); pair++) {
            bins.add(scored.weight()[pair], 1);
            if (scored.weight()[pair] >= linked.model().cuts().automatic()
                    && linked.zone(pair) != Linked.Zone.AUTOMATIC) {
                bins.forbidden();
            }
            if (truth.isPresent() && truth.get().same(scored.left()[pair], scored.right()[pair])) {
                bins.same(scored.weight()[pair], 1);
            }
        }
        double below = 0;
        for (int i = 0; i < candidates.size(); i++) {
            below += linked.weigher().weight(candidates.pattern(i)) < scored.keep() ? candidates.count(i) : 0;
        }
        double each = below == 0 ? 0 : (scored.compared() - scored.size()) / below;
        double owed = 0;
        for (int i = 0; i < candidates.size(); i++) {
            double weight = linked.weigher().weight(candidates.pattern(i));
            if (weight < scored.keep()) {
                owed += candidates.count(i) * each;
                bins.add(weight, Math.round(owed));
                owed -= Math.round(owed);
            }
        }
        return bins;
    }

    private List<Blocked> blocked() {
        List<Blocked> blocked = new ArrayList<>();
        List<Found> found = linkage.engine().blocking().found();
        for (int rule = 0; rule < found.size(); rule++) {
            Found of = found.get(rule);
            blocked.add(new Blocked(of.rule(), of.pairs(), scored.newPairs()[rule], of.leftOut().blocks(),
                    of.leftOut().pairs()));
        }
        for (int again = found.size(); again < scored.newPairs().length; again++) {
            long pairs = scored.newPairs()[again];
            blocked.add(new Blocked(linked.rules().get(again), pairs, pairs, 0, 0));
        }
        return blocked;
    }

    /** Each record compared with itself: what then is too light could not be linked with anything. */
    private Unlinkable unlinkable() {
        Kernel kernel = linkage.engine().kernel().own();
        Map<Integer, Long> light = new HashMap<>();
        for (int row = 0; row < linked.records().size(); row++) {
            int pattern = kernel.pattern(row, row);
            if (linked.weigher().weight(pattern, row, row) < linked.model().cuts().match()) {
                light.merge(pattern, 1L, Long::sum);
            }
        }
        Map<List<String>, Long> lacks = new TreeMap<>(Gathered::compared);
        light.forEach((pattern, rows) -> lacks.merge(missing(kernel, pattern), rows, Long::sum));
        long records = light.values().stream().mapToLong(Long::longValue).sum();
        return new Unlinkable(records, lacks.entrySet().stream().map(lack -> new Lack(lack.getKey(), lack.getValue()))
                .sorted(Comparator.comparingLong(Lack::records).reversed()).toList());
    }

    private static int compared(List<String> one, List<String> other) {
        return String.join("\n", one).compareTo(String.join("\n", other));
    }

    private List<String> missing(Kernel kernel, int pattern) {
        List<String> missing = new ArrayList<>();
        for (int c = 0; c < kernel.shape().comparisons(); c++) {
            if (kernel.shape().level(pattern, c) == 0) {
                missing.add(linked.model().settings().comparisons().get(c).name());
            }
        }
        return missing;
    }

    private SortedMap<Integer, Long> sizes() {
        SortedMap<Integer, Long> sizes = new TreeMap<>(linked.clusters().sizes());
        sizes.remove(1);
        return sizes;
    }

    private List<Facts.Refusal> refused() {
        Map<Note, List<Refusal>> byReason = new TreeMap<>(Comparator.comparing(Note::toString));
        linked.clusters().refusals().forEach(refusal ->
                byReason.computeIfAbsent(reason(refusal), reason -> new ArrayList<>()).add(refusal));
        List<Facts.Refusal> refused = new ArrayList<>();
        byReason.forEach((reason, refusals) -> refused.add(new Facts.Refusal(reason, refusals.size(),
                refusals.stream().limit(EXAMPLES).map(this::named).toList())));
        return refused;
    }

    private String named(Refusal refusal) {
        return linked.records().id(refusal.left()) + " | " + linked.records().id(refusal.right());
    }

    private Note reason(Refusal refusal) {
        return switch (refusal.reason()) {
            case VETO -> Note.of("refused-veto", linked.model().settings().vetoes().get(refusal.veto()).column());
            case SIZE -> Note.of("refused-size", linked.model().settings().most());
            case BRIDGE -> Note.of("refused-bridge");
            case TAKEN -> Note.of("refused-taken");
        };
    }

    /** Bits from which pairs are kept: more of them where it can be said which are right. */
    static double keep(Model model, boolean truth) {
        return written(model) - (truth ? BELOW_WITH_TRUTH - BELOW : 0);
    }

    /** Bits from which pairs are written: some below the lowest threshold, to show what lowering it would give. */
    static double written(Model model) {
        return Math.min(model.cuts().clerical(), model.cuts().match()) - BELOW;
    }
}
