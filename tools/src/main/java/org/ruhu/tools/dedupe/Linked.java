package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Rule;
import org.ruhu.tools.link.Settings.Household;
import org.ruhu.tools.link.Settings.Veto;
import org.ruhu.tools.link.Shape;
import org.ruhu.tools.link.again.By;
import org.ruhu.tools.link.again.Compares;
import org.ruhu.tools.link.again.SecondLook;
import org.ruhu.tools.link.clean.Cleaners;
import org.ruhu.tools.link.cluster.Clusters;
import org.ruhu.tools.link.cluster.Links;
import org.ruhu.tools.link.cluster.Rules;
import org.ruhu.tools.link.household.Households;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.score.Weigher;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Records;

/**
 * What came of a run.
 *
 * @param vetoes   for each veto a code by row; two different ones other than 0 never come together
 * @param clusters by the single cut
 * @param certain  by what is linked by itself alone
 */
record Linked(Records records, Model model, Shape shape, Scored scored, Weigher weigher, List<int[]> vetoes,
        Clusters clusters, Clusters certain) {

    /** Where a pair belongs. */
    enum Zone {
        AUTOMATIC, CLERICAL, REJECT;

        String written() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many pairs people should know of. */
    record Zones(long automatic, long clerical) {
        @Override
        public String toString() {
            return automatic + " linked by themselves, " + clerical + " for clerks";
        }
    }

    /** Brings the pairs together. */
    static Linked of(Records records, Model model, Scored scored) {
        List<int[]> vetoes = vetoes(model, records);
        Shape shape = new Shape(model.settings().comparisons());
        return new Linked(records, model, shape, scored, new Weigher(model, records), vetoes,
                clusters(records, model, linking(model, scored), vetoes, model.cuts().match()),
                clusters(records, model, certain(model, shape, scored), vetoes, model.cuts().automatic()));
    }

    /** With what only shows once these are linked, if the settings ask for a second look. */
    Linked again(Compares compares) throws IOException {
        Optional<Household> household = model.settings().household().filter(Household::again);
        return household.isEmpty() ? this : Linked.of(records, model,
                new SecondLook(model, records, compares, weigher, vetoes).of(scored, household.get(), believed()));
    }

    /** What clerks are asked to look at because of others is linked by nobody else. */
    private static Links linking(Model model, Scored scored) {
        return secondLook(model, scored)
                ? links(scored, pair -> scored.rule()[pair] < model.settings().blocking().size())
                : new Links(scored.left(), scored.right(), scored.weight());
    }

    /** Without those that people look at however heavy they are, and what rests on others. */
    private static Links certain(Model model, Shape shape, Scored scored) {
        return links(scored, pair -> scored.rule()[pair] < model.settings().blocking().size()
                && (model.settings().reviews().isEmpty() || !reviewed(model, shape, scored, pair)));
    }

    private static boolean reviewed(Model model, Shape shape, Scored scored, int pair) {
        return model.settings().reviewed(c -> shape.level(scored.pattern()[pair], c));
    }

    private static Clusters clusters(Records records, Model model, Links links, List<int[]> vetoes, double cut) {
        Rules rules = new Rules(cut, model.settings().most(), vetoes, Math.max(cut,
                model.cuts().automatic()));
        return model.settings().oneToOne() ? Clusters.oneToOne(records.size(), records.first(), links, rules)
                : Clusters.of(records.size(), links, rules);
    }

    private static List<int[]> vetoes(Model model, Records records) {
        List<int[]> vetoes = new ArrayList<>();
        for (Veto veto : model.settings().vetoes()) {
            Column column = records.column(veto.column());
            vetoes.add(column.cleaned(veto.column(), Cleaners.chain(veto.clean())).codes());
        }
        return vetoes;
    }

    /**
     * What a veto, a likelier partner or the settings forbid is for clerks however heavy it is, and so is whoever is
     * known by the household only. What two certain links imply is as certain.
     */
    Zone zone(int pair) {
        double weight = scored.weight()[pair];
        if (weight < model.cuts().clerical()) {
            return Zone.REJECT;
        }
        int left = scored.left()[pair];
        int right = scored.right()[pair];
        boolean implied = secondLook() && certain.rows()[left] == certain.rows()[right] && !vetoed(left, right);
        if (implied || bySecondLook(pair)) {
            return implied ? Zone.AUTOMATIC : Zone.CLERICAL;
        }
        boolean taken = model.settings().oneToOne() && certain.rows()[left] != certain.rows()[right];
        return weight >= model.cuts().automatic() && !taken && !vetoed(left, right)
                && !reviewed(model, shape, scored, pair) ? Zone.AUTOMATIC : Zone.CLERICAL;
    }

    Zones zones() {
        long automatic = 0;
        long clerical = 0;
        for (int pair = 0; pair < scored.size(); pair++) {
            Zone zone = zone(pair);
            automatic += zone == Zone.AUTOMATIC ? 1 : 0;
            clerical += zone == Zone.CLERICAL ? 1 : 0;
        }
        return new Zones(automatic, clerical);
    }

    private boolean vetoed(int left, int right) {
        return Rules.vetoed(vetoes, left, right);
    }

    /** The pairs kept that rules found; one to one only those of partners, were everything that was kept linked. */
    Links possible() {
        Links all = linking(model, scored);
        if (!model.settings().oneToOne()) {
            return all;
        }
        int[] partners = Clusters.oneToOne(records.size(), records.first(), all,
                new Rules(scored.keep(), 2, vetoes, scored.keep())).rows();
        return links(pair -> !bySecondLook(pair) && partners[scored.left()[pair]] == partners[scored.right()[pair]]);
    }

    /** What the members who are linked say of their households; empty if the settings name none. */
    Optional<Households.Found> households() {
        return model.settings().household().map(household -> Households.of(household, records, believed()));
    }

    private Links believed() {
        return links(pair -> !bySecondLook(pair) && scored.weight()[pair] >= model.cuts().match()
                && clusters.rows()[scored.left()[pair]] == clusters.rows()[scored.right()[pair]]);
    }

    private Links links(IntPredicate wanted) {
        return links(scored, wanted);
    }

    private static Links links(Scored scored, IntPredicate wanted) {
        int[] kept = IntStream.range(0, scored.size()).filter(wanted).toArray();
        float[] weights = new float[kept.length];
        for (int i = 0; i < kept.length; i++) {
            weights[i] = scored.weight()[kept[i]];
        }
        return new Links(Arrays.stream(kept).map(pair -> scored.left()[pair]).toArray(),
                Arrays.stream(kept).map(pair -> scored.right()[pair]).toArray(), weights);
    }

    /** 1 or 2. */
    int input(int row) {
        return records.second(row) ? 2 : 1;
    }

    String rule(int pair) {
        return rules().get(scored.rule()[pair]);
    }

    private boolean secondLook() {
        return secondLook(model, scored);
    }

    private static boolean secondLook(Model model, Scored scored) {
        return scored.newPairs().length > model.settings().blocking().size();
    }

    boolean bySecondLook(int pair) {
        return scored.rule()[pair] >= model.settings().blocking().size();
    }

    /** Names of what brings pairs together, by number. */
    List<String> rules() {
        List<String> rules = new ArrayList<>(model.settings().blocking().stream().map(Rule::name).toList());
        Arrays.stream(By.values()).map(By::rule).forEach(rules::add);
        return rules;
    }

    /** Label of the level a pair is on. */
    String label(int pair, int comparison) {
        int level = shape.level(scored.pattern()[pair], comparison);
        return model.settings().comparisons().get(comparison).label(level);
    }
}
