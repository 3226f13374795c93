package org.ruhu.tools.link.household;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ruhu.tools.link.household.HouseholdModel.Chance;

/**
 * Learns a {@link HouseholdModel} from the pairs of households that have somebody in common. First the members alone: a
 * mixture of two binomials cut off at zero, by expectation and maximisation (Dempster, Laird and Rubin 1977). Then the
 * features, counted once with the chances that the members give. Were they learned together, whatever splits the pairs
 * best, such as the village, would become what "one household" means.
 */
public final class HouseholdTrainer {

    private static final int MOST_ROUNDS = 1_000;
    private static final double STILL = 1e-9;

    /** Below this there is nothing to learn from, and the starting values are kept. */
    static final int FEWEST = 30;

    private static final double START_PRIOR = 0.3;
    private static final double START_STAY = 0.85;
    private static final double START_MOVE = 0.2;

    /** How often every level is believed to have been met besides. */
    private static final double UNSEEN = 0.5;

    private final List<Meeting> meetings;

    private HouseholdTrainer(List<Meeting> meetings) {
        this.meetings = meetings;
    }

    /**
     * @param levels by meeting and feature
     * @param radices by feature: how many levels it has
     */
    public static HouseholdModel train(List<Meeting> meetings, int[][] levels, int[] radices) {
        HouseholdTrainer trainer = new HouseholdTrainer(meetings);
        return meetings.size() < FEWEST
                ? new HouseholdModel(START_PRIOR, START_STAY, START_MOVE, silent(radices), false)
                : trainer.withFeatures(trainer.members(), levels, radices);
    }

    /** Features that speak neither for nor against. */
    private static List<List<Chance>> silent(int[] radices) {
        return Arrays.stream(radices).mapToObj(radix ->
                IntStream.range(0, radix).mapToObj(level -> new Chance(1.0 / radix, 1.0 / radix)).toList()).toList();
    }

    private HouseholdModel members() {
        HouseholdModel model = new HouseholdModel(START_PRIOR, START_STAY, START_MOVE, List.of(), true);
        List<Alike> alike = Alike.of(meetings);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            HouseholdModel next = maximised(alike, model);
            if (change(model, next) < STILL) {
                return next;
            }
            model = next;
        }
        return model;
    }

    /** How many meetings there are of so many members of whom so many were found: all say the same. */
    private record Alike(Meeting one, long count) {

        static List<Alike> of(List<Meeting> meetings) {
            return meetings.stream().collect(Collectors.groupingBy(
                            meeting -> List.of(meeting.linked(), meeting.smaller()), LinkedHashMap::new,
                            Collectors.toList())).values().stream()
                    .map(group -> new Alike(group.get(0), group.size())).toList();
        }
    }

    private HouseholdModel maximised(List<Alike> alike, HouseholdModel model) {
        double[] same = alike.stream().mapToDouble(group -> group.count() * posterior(model, group.one())).toArray();
        double prior = (Arrays.stream(same).sum() + UNSEEN) / (meetings.size() + 2 * UNSEEN);
        double stay = each(alike, i -> same[i]);
        double move = Math.min(each(alike, i -> alike.get(i).count() - same[i]), stay / 2);
        return new HouseholdModel(prior, stay, move, List.of(), true);
    }

    /** By the members alone. */
    private static double posterior(HouseholdModel model, Meeting meeting) {
        return 1 / (1 + Math.pow(2, -model.weight(meeting, new int[0])));
    }

    /**
     * The chance of one member to be found again that makes what was seen most likely; bisected, since cut off at zero.
     */
    private static double each(List<Alike> alike, IntToDoubleFunction share) {
        double low = 0.001;
        double high = 0.999;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            if (surplus(alike, share, middle) > 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** Members seen above those expected; falls as {@code each} grows. */
    private static double surplus(List<Alike> alike, IntToDoubleFunction share, double each) {
        double surplus = 0;
        for (int i = 0; i < alike.size(); i++) {
            Meeting one = alike.get(i).one();
            double expected = one.smaller() * each / (1 - Math.pow(1 - each, one.smaller()));
            surplus += share.applyAsDouble(i) * (one.linked() - expected);
        }
        return surplus;
    }

    /** Households of one member tell nothing by their members, so they are not asked. */
    private HouseholdModel withFeatures(HouseholdModel members, int[][] levels, int[] radices) {
        double[] same = meetings.stream().mapToDouble(meeting -> posterior(members, meeting)).toArray();
        List<List<Chance>> features = new ArrayList<>();
        for (int f = 0; f < radices.length; f++) {
            double[] one = new double[radices[f]];
            double[] two = new double[radices[f]];
            for (int i = 0; i < same.length; i++) {
                if (meetings.get(i).smaller() > 1 && levels[i][f] != HouseholdModel.UNKNOWN) {
                    one[levels[i][f]] += same[i];
                    two[levels[i][f]] += 1 - same[i];
                }
            }
            double[] m = shares(one);
            double[] u = shares(two);
            features.add(IntStream.range(0, radices[f]).mapToObj(level -> new Chance(m[level], u[level])).toList());
        }
        return new HouseholdModel(members.prior(), members.stay(), members.move(), features, true);
    }

    private static double[] shares(double[] met) {
        double total = Arrays.stream(met).sum() + UNSEEN * met.length;
        return Arrays.stream(met).map(times -> (times + UNSEEN) / total).toArray();
    }

    private static double change(HouseholdModel a, HouseholdModel b) {
        return Math.abs(a.prior() - b.prior()) + Math.abs(a.stay() - b.stay()) + Math.abs(a.move() - b.move());
    }
}
