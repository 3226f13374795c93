package org.ruhu.tools.link.household;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.ruhu.tools.link.cluster.Links;

/** Finds the households that have somebody in common. */
public final class Meetings {

    private final Rosters rosters;
    private final int[] left;
    private final int[] right;
    private final float[] weight;

    private Meetings(Rosters rosters, Links believed) {
        this.rosters = rosters;
        this.left = believed.left();
        this.right = believed.right();
        this.weight = believed.weight();
    }

    /**
     * From pairs of rows believed to be one person each. Between two households nobody is linked twice: the pairs of
     * more weight go first.
     *
     * @return by number of the left household, then of the right
     */
    public static List<Meeting> of(Rosters rosters, Links believed) {
        return new Meetings(rosters, believed).found();
    }

    private List<Meeting> found() {
        List<Integer> pairs = IntStream.range(0, left.length).filter(i -> one(i) != other(i)).boxed()
                .sorted(Comparator.<Integer>comparingInt(this::one).thenComparingInt(this::other)
                        .thenComparingDouble(i -> -weight[i]).thenComparingInt(i -> left[i])
                        .thenComparingInt(i -> right[i])).toList();
        List<Meeting> meetings = new ArrayList<>();
        int from = 0;
        while (from < pairs.size()) {
            int to = from + 1;
            while (to < pairs.size() && one(pairs.get(to)) == one(pairs.get(from))
                    && other(pairs.get(to)) == other(pairs.get(from))) {
                to++;
            }
            meetings.add(meeting(pairs.subList(from, to)));
            from = to;
        }
        return meetings;
    }

    private Meeting meeting(List<Integer> pairs) {
        int one = one(pairs.get(0));
        int other = other(pairs.get(0));
        Set<Integer> taken = new HashSet<>();
        int linked = 0;
        boolean heads = false;
        for (int pair : pairs) {
            if (!taken.contains(left[pair]) && !taken.contains(right[pair])) {
                taken.add(left[pair]);
                taken.add(right[pair]);
                linked++;
                heads |= Math.min(left[pair], right[pair]) == Math.min(rosters.head(one), rosters.head(other))
                        && Math.max(left[pair], right[pair]) == Math.max(rosters.head(one), rosters.head(other));
            }
        }
        int a = rosters.members(one);
        int b = rosters.members(other);
        return new Meeting(one, other, linked, Math.min(a, b), Math.max(a, b), heads);
    }

    private int one(int pair) {
        return Math.min(rosters.household(left[pair]), rosters.household(right[pair]));
    }

    private int other(int pair) {
        return Math.max(rosters.household(left[pair]), rosters.household(right[pair]));
    }
}
