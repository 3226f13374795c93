package org.ruhu.tools.link.household;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ruhu.tools.link.Comparison;
import org.ruhu.tools.link.Model;
import org.ruhu.tools.link.Settings.Household;
import org.ruhu.tools.link.cluster.Links;
import org.ruhu.tools.link.score.Kernel;
import org.ruhu.tools.link.table.Column;
import org.ruhu.tools.link.table.Records;

/** Households that have somebody in common, from members who were linked, and what they are to each other. */
public final class Households {

    /** Sizes are alike, one apart, or further. */
    private static final int SIZES = 3;

    private final Household settings;
    private final Records records;
    private final Rosters rosters;
    private final Kernel kernel;

    private Households(Household settings, Records records) {
        this.settings = settings;
        this.records = records;
        this.rosters = Rosters.of(records.column(settings.column()).codes(), records.first());
        this.kernel = Kernel.of(settings.comparisons(), records);
    }

    /** What two households are to each other. */
    public enum Kind {
        /** One household, entered twice or moved. */
        SAME,
        /**
         * Most of one household of an input is spread over several households of the other: for the village to look at.
         */
        SPLIT,
        /** Two households that both name somebody. */
        SHARES
    }

    /**
     * @param left   what the household is called; the id of its one record if it has no name
     * @param weight bits for one household
     * @param levels label of the level of each comparison
     */
    public record Pair(Meeting meeting, String left, String right, int leftMembers, int rightMembers, double weight,
            Kind kind, List<String> levels) {

        public double probability() {
            return Model.probability(weight);
        }
    }

    /** @param pairs by the order of their households */
    public record Found(HouseholdModel model, List<Pair> pairs) {}

    /** From pairs of rows that are believed to be one person each; where they were believed does not matter. */
    public static Found of(Household settings, Records records, Links believed) {
        return new Households(settings, records).found(believed);
    }

    private Found found(Links believed) {
        List<Meeting> meetings = Meetings.of(rosters, believed);
        int[][] levels = meetings.stream().map(this::levels).toArray(int[][]::new);
        HouseholdModel model = HouseholdTrainer.train(meetings, levels, radices());
        double[] bits = new double[meetings.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = model.weight(meetings.get(i), levels[i]);
        }
        Map<Integer, Integer> spread = spread(meetings, bits);
        List<Pair> pairs = new ArrayList<>();
        for (int i = 0; i < bits.length; i++) {
            pairs.add(pair(meetings.get(i), bits[i], spread));
        }
        return new Found(model, pairs);
    }

    private Pair pair(Meeting meeting, double bits, Map<Integer, Integer> spread) {
        boolean split = isSplit(meeting.left(), spread) || isSplit(meeting.right(), spread);
        Kind kind = bits >= 0 ? Kind.SAME : split ? Kind.SPLIT : Kind.SHARES;
        return new Pair(meeting, name(meeting.left()), name(meeting.right()), rosters.members(meeting.left()),
                rosters.members(meeting.right()), bits, kind, labels(meeting));
    }

    /** How many members of each household are found in households of the other input that are not it. */
    private Map<Integer, Integer> spread(List<Meeting> meetings, double[] bits) {
        Map<Integer, Integer> linked = new HashMap<>();
        Map<Integer, Integer> others = new HashMap<>();
        for (int i = 0; i < bits.length; i++) {
            Meeting meeting = meetings.get(i);
            if (bits[i] < 0 && second(meeting.left()) != second(meeting.right())) {
                for (int household : new int[] {meeting.left(), meeting.right()}) {
                    linked.merge(household, meeting.linked(), Integer::sum);
                    others.merge(household, 1, Integer::sum);
                }
            }
        }
        linked.keySet().removeIf(household -> others.get(household) < 2);
        return linked;
    }

    private boolean isSplit(int household, Map<Integer, Integer> spread) {
        return 2 * spread.getOrDefault(household, 0) > rosters.members(household);
    }

    private boolean second(int household) {
        return records.second(rosters.head(household));
    }

    private String name(int household) {
        int head = rosters.head(household);
        Column names = records.column(settings.column());
        return names.codes()[head] == Column.MISSING ? records.id(head) : names.text(head);
    }

    private int[] radices() {
        int[] radices = new int[settings.comparisons().size() + 1];
        for (int c = 0; c < radices.length - 1; c++) {
            radices[c] = settings.comparisons().get(c).otherwise();
        }
        radices[radices.length - 1] = SIZES;
        return radices;
    }

    private int[] levels(Meeting meeting) {
        int[] levels = new int[settings.comparisons().size() + 1];
        for (int c = 0; c < levels.length - 1; c++) {
            int level = level(meeting, c);
            levels[c] = level == Comparison.MISSING_LEVEL ? HouseholdModel.UNKNOWN : level - 1;
        }
        levels[levels.length - 1] = Math.min(SIZES - 1, meeting.sizeDifference());
        return levels;
    }

    private List<String> labels(Meeting meeting) {
        List<String> labels = new ArrayList<>();
        for (int c = 0; c < settings.comparisons().size(); c++) {
            labels.add(settings.comparisons().get(c).label(level(meeting, c)));
        }
        return labels;
    }

    private int level(Meeting meeting, int comparison) {
        int one = rosters.head(meeting.left());
        int other = rosters.head(meeting.right());
        return kernel.shape().level(kernel.pattern(Math.min(one, other), Math.max(one, other)), comparison);
    }
}
