package org.ruhu.tools.link.cluster;

import java.util.Arrays;

/**
 * Partners for rows of two inputs, one each: those that make the sum of what the weights are above the threshold the
 * largest (assignment, as in Jaro 1989). To take the strongest links first would be quicker and leave no two rows that
 * both prefer each other; but where records are much alike it gives away links that are nearly as good, and the weights
 * are logarithms of likelihoods, so the largest sum is the likeliest whole.
 *
 * <p>Rows that share no chain of links do not matter to each other, so it is done for each such component: its rows of
 * the first input are taken in one after the other, each by the chain of changes that adds most (a longest path; the
 * sum stays the largest for the rows taken in so far). A component of many links is a sign of a threshold far too low;
 * there the strongest link is taken first after all.
 */
final class Matching {

    private static final int MANY = 4000;
    /** At least as many as a component that is not too large has rows; a power of two. */
    private static final int ROOM = 4096;
    /** Parts of a bit: sums of whole numbers do not depend on the order. */
    private static final double PARTS = 1 << 16;

    private final Links links;
    private final double threshold;
    private final Neighbours neighbours;
    /** For each row of either input the link that is taken, or -1. */
    private final int[] taken;
    /**
     * For rows of the first input while one is taken in: the gain if this row has no partner any more, and the link
     * that takes it.
     */
    private final long[] gain;
    private final int[] by;
    private final boolean[] waiting;
    /** Rows to go on from, each there once at most, so the ring never runs over. */
    private final int[] queue = new int[ROOM];
    private int head;
    private int tail;
    private final int[] reached = new int[ROOM];
    private int reachedCount;
    private long best;
    private int bestEnd;
    private int bestLink;

    private Matching(int rows, Links links, double threshold, int[] component) {
        this.links = links;
        this.threshold = threshold;
        neighbours = new Neighbours(component, links, 1);
        taken = new int[rows];
        gain = new long[rows];
        by = new int[rows];
        waiting = new boolean[rows];
        Arrays.fill(taken, -1);
        Arrays.fill(gain, Long.MIN_VALUE);
    }

    /** For each row its partner, or -1. */
    static int[] partners(int rows, int second, Links order, double threshold, Clusters.Vetoes vetoes) {
        Links links = possible(second, order, vetoes);
        Unions unions = new Unions(rows);
        for (int i = 0; i < links.count(); i++) {
            int left = unions.root(links.left()[i]);
            int right = unions.root(links.right()[i]);
            if (left != right) {
                unions.join(left, right);
            }
        }
        int[] component = unions.smallest();
        return new Matching(rows, links, threshold, component).all(second, component);
    }

    /** Links across, the row of the first input to the left, that no veto forbids. */
    private static Links possible(int second, Links order, Clusters.Vetoes vetoes) {
        int[] left = new int[order.count()];
        int[] right = new int[order.count()];
        float[] weight = new float[order.count()];
        int count = 0;
        for (int i = 0; i < order.count(); i++) {
            int smaller = Math.min(order.left()[i], order.right()[i]);
            int larger = Math.max(order.left()[i], order.right()[i]);
            if (smaller < second && larger >= second && vetoes.between(smaller, larger) < 0) {
                left[count] = smaller;
                right[count] = larger;
                weight[count++] = order.weight()[i];
            }
        }
        return new Links(Arrays.copyOf(left, count), Arrays.copyOf(right, count), Arrays.copyOf(weight, count));
    }

    private int[] all(int second, int[] component) {
        int[] size = new int[component.length];
        for (int left : links.left()) {
            size[component[left]]++;
        }
        for (int i = 0; i < links.count(); i++) {
            if (size[component[links.left()[i]]] > MANY && taken[links.left()[i]] < 0 && taken[links.right()[i]] < 0) {
                take(i);
            }
        }
        for (int row = 0; row < second; row++) {
            if (neighbours.any(row) && size[component[row]] <= MANY) {
                takeIn(row);
            }
        }
        int[] partner = new int[taken.length];
        for (int row = 0; row < taken.length; row++) {
            partner[row] = taken[row] < 0 ? -1 : links.left()[taken[row]] + links.right()[taken[row]] - row;
        }
        return partner;
    }

    private void take(int link) {
        taken[links.left()[link]] = link;
        taken[links.right()[link]] = link;
    }

    /** One part more than nothing, so that a link at the threshold is better than none. */
    private long worth(int link) {
        return Math.round((links.weight()[link] - threshold) * PARTS) + 1;
    }

    /**
     * Finds the best chain: this row takes a partner, whose row takes another's, and so on until one is free or goes
     * without. No chain leads around to a gain, because what is taken so far is the best; so it ends.
     */
    private void takeIn(int row) {
        best = 0;
        bestEnd = row;
        bestLink = -1;
        reachedCount = 0;
        head = 0;
        tail = 0;
        reach(row, 0, -1);
        while (head != tail) {
            int left = queue[head++ & ROOM - 1];
            waiting[left] = false;
            better(gain[left], left, -1);
            for (int at = neighbours.start(left); at < neighbours.end(left); at++) {
                if (neighbours.link(at) != taken[left]) {
                    follow(left, neighbours.link(at));
                }
            }
        }
        change(row);
        for (int i = 0; i < reachedCount; i++) {
            gain[reached[i]] = Long.MIN_VALUE;
        }
    }

    private void follow(int left, int link) {
        long sum = gain[left] + worth(link);
        int rival = taken[links.right()[link]];
        if (rival < 0) {
            better(sum, left, link);
        } else if (sum - worth(rival) > gain[links.left()[rival]]) {
            reach(links.left()[rival], sum - worth(rival), link);
        }
    }

    private void better(long sum, int end, int link) {
        if (sum > best) {
            best = sum;
            bestEnd = end;
            bestLink = link;
        }
    }

    private void reach(int left, long sum, int link) {
        if (gain[left] == Long.MIN_VALUE) {
            reached[reachedCount++] = left;
        }
        gain[left] = sum;
        by[left] = link;
        if (!waiting[left]) {
            waiting[left] = true;
            queue[tail++ & ROOM - 1] = left;
        }
    }

    /** Back along the chain: each row takes what the next one, done just before, gave up. */
    private void change(int start) {
        int left = bestEnd;
        int link = bestLink;
        while (true) {
            taken[left] = link;
            if (link >= 0) {
                taken[links.right()[link]] = link;
            }
            if (left == start) {
                return;
            }
            link = by[left];
            left = links.left()[link];
        }
    }
}
