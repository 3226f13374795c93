package org.ruhu.tools.dedupe;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Explanation;
import org.ruhu.tools.link.Linkage;
import org.ruhu.tools.link.Model.Cuts;
import org.ruhu.tools.link.report.Facts.Sample;
import org.ruhu.tools.link.report.Facts.Step;
import org.ruhu.tools.link.report.Facts.Why;
import org.ruhu.tools.link.score.Scored;

/** Picks pairs that show how the weights work: the middle of each zone, and either side of each threshold. */
final class Examples {

    private static final int LONGEST = 40;
    private static final int EACH = 2;
    private static final double TOLD = 0.05;

    private final Linked linked;
    private final Linkage linkage;
    private final Scored scored;
    private final boolean show;
    private final Set<Integer> taken = new HashSet<>();
    private final List<Sample> samples = new ArrayList<>();

    Examples(Linked linked, Linkage linkage, boolean show) {
        this.linked = linked;
        this.linkage = linkage;
        this.scored = linked.scored();
        this.show = show;
    }

    List<Sample> samples() {
        Cuts cuts = linked.model().cuts();
        double top = 0;
        for (float weight : scored.weight()) {
            top = Math.max(top, weight);
        }
        pick(Why.AUTOMATIC, (cuts.automatic() + top) / 2, weight -> weight >= cuts.automatic());
        pick(Why.ABOVE_AUTOMATIC, cuts.automatic(), weight -> weight >= cuts.automatic());
        pick(Why.BELOW_AUTOMATIC, cuts.automatic(), weight -> weight < cuts.automatic());
        pick(Why.CLERICAL, (cuts.automatic() + cuts.clerical()) / 2,
                weight -> weight >= cuts.clerical() && weight < cuts.automatic());
        pick(Why.ABOVE_CLERICAL, cuts.clerical(), weight -> weight >= cuts.clerical());
        pick(Why.BELOW_CLERICAL, cuts.clerical(), weight -> weight < cuts.clerical());
        pick(Why.REJECT, scored.keep(), weight -> weight < cuts.clerical());
        return samples;
    }

    /** Those nearest to a weight, no two of one pattern; of equally near ones the first. */
    private void pick(Why why, double near, DoublePredicate allowed) {
        for (int i = 0; i < EACH; i++) {
            int best = nearest(near, allowed);
            if (best >= 0) {
                taken.add(scored.pattern()[best]);
                samples.add(sample(why, best));
            }
        }
    }

    /** Hardly any pair is nearer than all before it, so that is asked first. */
    private int nearest(double near, DoublePredicate allowed) {
        int best = -1;
        double distance = Double.POSITIVE_INFINITY;
        for (int pair = 0; pair < scored.size(); pair++) {
            float weight = scored.weight()[pair];
            if (Math.abs(weight - near) < distance && allowed.test(weight)
                    && !taken.contains(scored.pattern()[pair])) {
                best = pair;
                distance = Math.abs(weight - near);
            }
        }
        return best;
    }

    private Sample sample(Why why, int pair) {
        int left = scored.left()[pair];
        int right = scored.right()[pair];
        Explanation explained = linkage.explain(linked.weigher(), linked.model(), left, right);
        List<Step> steps = new ArrayList<>();
        for (int c = 0; c < explained.parts().size(); c++) {
            Explanation.Part part = explained.parts().get(c);
            Comparison comparison = linked.model().settings().comparisons().get(c);
            steps.add(new Step(part.comparison(), part.label(), values(comparison, left), values(comparison, right),
                    part.weight(), part.term()));
        }
        double twice = scored.weight()[pair] - explained.weight();
        if (Math.abs(twice) > TOLD) {
            steps.add(new Step(linked.bySecondLook(pair) ? linked.rule(pair) : Step.TOGETHER, "", "", "", twice, 0));
        }
        return new Sample(why, linked.records().id(left), linked.records().id(right), scored.weight()[pair],
                linked.rule(pair), steps);
    }

    /** What the first level looks at, as it was compared. */
    private String values(Comparison comparison, int row) {
        List<String> values = new ArrayList<>();
        for (String column : comparison.levels().get(0).when().columns()) {
            String text = linked.records().column(column).text(row);
            values.add(show ? shortened(text) : masked(text));
        }
        return String.join(" · ", values);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST)) + "…";
    }

    /** The first character, and how many follow, up to five. */
    private static String masked(String text) {
        if (text.isEmpty()) {
            return "";
        }
        int first = text.offsetByCodePoints(0, 1);
        return text.substring(0, first) + "*".repeat(Math.min(5, text.codePointCount(first, text.length())));
    }
}
