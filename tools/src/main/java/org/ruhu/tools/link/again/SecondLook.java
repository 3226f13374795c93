package org.ruhu.tools.link.again;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings.Household;
import org.ruhu.tools.link.block.Pairing;
import org.ruhu.tools.link.cluster.Links;
import org.ruhu.tools.link.household.Rosters;
import org.ruhu.tools.link.score.Engine;
import org.ruhu.tools.link.score.Scored;
import org.ruhu.tools.link.score.Weigher;
import org.ruhu.tools.link.table.Records;
import org.ruhu.tools.link.train.Mixture;

/**
 * Looks at what is left once pairs are linked: the other members of two households that have somebody in common, whom
 * rules may not bring together or who have too little in common by themselves, and records that are linked to one third.
 * The same for the same pairs, in whatever order they were found.
 */
public final class SecondLook {

    private static final int FEWEST = 30;
    /** Bits: evidence is counted in steps of that. */
    private static final double STEP = 0.125;
    private static final double START = 0.01;

    private final Model model;
    private final Records records;
    private final Compares compares;
    private final Weigher weigher;
    private final Pairing pairing;
    private final List<int[]> vetoes;

    /** @param vetoes codes by row, see {@link org.ruhu.tools.link.cluster.Rules} */
    public SecondLook(Model model, Records records, Compares compares, Weigher weigher, List<int[]> vetoes) {
        this.vetoes = vetoes;
        this.model = model;
        this.records = records;
        this.compares = compares;
        this.weigher = weigher;
        this.pairing = Pairing.of(model.settings().scope(), records);
    }

    /**
     * @param believed pairs held to be one person each
     * @return the pairs of the first look and those of the second; pairs that both saw stand once, with the greater
     *         weight
     */
    public Scored of(Scored first, Household household, Links believed) throws IOException {
        Scored wider = new Scored(first.left(), first.right(), first.weight(), first.pattern(), first.rule(),
                first.keep(), first.raised(), Arrays.copyOf(first.newPairs(),
                        model.settings().blocking().size() + By.values().length));
        Rosters rosters = Rosters.of(records.column(household.column()).codes(), records.first());
        Scored withHouseholds = households(wider, Remaining.of(rosters, pairing, believed));
        return model.settings().oneToOne() ? withHouseholds : thirds(withHouseholds);
    }

    /** Two of such households are far likelier to be one person than any two: how likely is learned from them all. */
    private Scored households(Scored first, long[] remaining) throws IOException {
        Pairs pairs = new Pairs(first, By.HOUSEHOLD.number(model.settings().blocking().size()));
        int[] patterns = compares.patterns(remaining);
        double[] weights = new double[remaining.length];
        for (int i = 0; i < remaining.length; i++) {
            weights[i] = weigher.weight(patterns[i], Pairs.left(remaining[i]), Pairs.right(remaining[i]));
        }
        double likelier = likelier(weights);
        for (int i = 0; i < remaining.length; i++) {
            float weight = (float) (weights[i] + likelier);
            if (weight >= first.keep() && !pairs.forPeople(remaining[i], model.cuts().clerical())) {
                pairs.add(remaining[i], weight, patterns[i]);
            }
        }
        return pairs.merged(records.size(), remaining.length, Engine.KEPT);
    }

    /** Bits that speak for a pair because of whom it lives with; none where there are too few pairs to learn from. */
    private double likelier(double[] weights) {
        if (weights.length < FEWEST) {
            return 0;
        }
        Map<Long, Integer> counted = new TreeMap<>();
        for (double weight : weights) {
            counted.merge(Math.round((weight - model.priorWeight()) / STEP), 1, Integer::sum);
        }
        double[] evidence = counted.keySet().stream().mapToDouble(steps -> steps * STEP * Math.log(2)).toArray();
        double[] counts = counted.values().stream().mapToDouble(Integer::doubleValue).toArray();
        double share = Mixture.share(evidence, counts, weights.length, START);
        return Math.max(0, Math.log(share / (1 - share)) / Math.log(2) - model.priorWeight());
    }

    /** What both links say, less what speaks against it in the two themselves; what speaks for it was in the links. */
    private Scored thirds(Scored first) throws IOException {
        Pairs pairs = new Pairs(first, By.THIRD.number(model.settings().blocking().size()));
        double least = model.cuts().clerical();
        Map<Long, Float> found = new Thirds(first, records.size(), pairing, least, model.settings().most(), vetoes)
                .found();
        long[] likely = found.entrySet().stream().filter(pair -> pair.getValue() >= least
                && !pairs.forPeople(pair.getKey(), least)).mapToLong(Map.Entry::getKey).toArray();
        int[] patterns = compares.patterns(likely);
        for (int i = 0; i < likely.length; i++) {
            double own = weigher.weight(patterns[i], Pairs.left(likely[i]), Pairs.right(likely[i]));
            float weight = (float) (found.get(likely[i]) + Math.min(0, own - model.priorWeight()));
            if (weight >= least) {
                pairs.add(likely[i], weight, patterns[i]);
            }
        }
        return pairs.merged(records.size(), found.size(), Engine.KEPT);
    }
}
