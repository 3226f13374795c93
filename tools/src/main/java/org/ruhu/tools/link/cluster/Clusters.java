package org.ruhu.tools.link.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ruhu.tools.link.cluster.Refusal.Reason;

/**
 * Which rows are one. Links are taken in the order of falling weight, so that where two of them cannot both hold the
 * stronger one does; the result does not depend on the order in which they were given.
 */
public final class Clusters {

    private final int[] cluster;
    private final List<Refusal> refusals;

    private Clusters(int[] cluster, List<Refusal> refusals) {
        this.cluster = cluster;
        this.refusals = refusals;
    }

    /** Clusters by chains of links: what is linked to the same is the same, unless a rule forbids it. */
    public static Clusters of(int rows, Links links, Rules rules) {
        Links order = FallingWeight.of(links, rules.threshold());
        Refusals refusals = new Refusals();
        Unions unions = new Unions(rows);
        Vetoes vetoes = new Vetoes(rules.vetoes());
        for (int i = 0; i < order.count(); i++) {
            int left = unions.root(order.left()[i]);
            int right = unions.root(order.right()[i]);
            if (left == right) {
                continue;
            }
            int veto = vetoes.between(left, right);
            if (veto >= 0) {
                refusals.add(order.left()[i], order.right()[i], order.weight()[i], Reason.VETO, veto);
            } else if (unions.size(left) + unions.size(right) > rules.most()) {
                refusals.add(order.left()[i], order.right()[i], order.weight()[i], Reason.SIZE, -1);
            } else {
                vetoes.join(unions.join(left, right), left, right);
            }
        }
        int[] cluster = unions.smallest();
        if (rules.bridge() > rules.threshold()) {
            Bridges.cut(cluster, order, rules.bridge(), refusals);
        }
        return new Clusters(cluster, refusals);
    }

    /**
     * At most one row of the first input with one of the second: the rows below {@code second} are the first input's.
     * See {@link Matching} for which. Of the rules only the threshold and the vetoes count; a link within an input is
     * refused.
     */
    public static Clusters oneToOne(int rows, int second, Links links, Rules rules) {
        Links order = FallingWeight.of(links, rules.threshold());
        Vetoes vetoes = new Vetoes(rules.vetoes());
        int[] partner = Matching.partners(rows, second, order, rules.threshold(), vetoes);
        Refusals refusals = new Refusals();
        for (int i = 0; i < order.count(); i++) {
            int left = order.left()[i];
            int right = order.right()[i];
            int veto = vetoes.between(left, right);
            if (partner[left] != right) {
                refusals.add(left, right, order.weight()[i], veto < 0 ? Reason.TAKEN : Reason.VETO, veto);
            }
        }
        int[] cluster = new int[rows];
        Arrays.setAll(cluster, row -> partner[row] < 0 ? row : Math.min(row, partner[row]));
        return new Clusters(cluster, refusals);
    }

    /** For each row the number of its cluster: its smallest row. The array is the clusters' own. */
    public int[] rows() {
        return cluster;
    }

    /** Links that were strong enough but not made, the strongest first; those cut as bridges come last. */
    public List<Refusal> refusals() {
        return refusals;
    }

    /** How many clusters there are of each size, single rows included. */
    public SortedMap<Integer, Long> sizes() {
        int[] size = new int[cluster.length];
        for (int number : cluster) {
            size[number]++;
        }
        SortedMap<Integer, Long> sizes = new TreeMap<>();
        for (int rows : size) {
            if (rows > 0) {
                sizes.merge(rows, 1L, Long::sum);
            }
        }
        return sizes;
    }

    /** Values that exclude each other, for whole clusters: at a cluster's root stands what any of its rows has. */
    static final class Vetoes {

        private final List<int[]> values = new ArrayList<>();

        Vetoes(List<int[]> columns) {
            columns.forEach(column -> values.add(column.clone()));
        }

        /** The first column in which the two exclude each other, or -1. */
        int between(int left, int right) {
            for (int column = 0; column < values.size(); column++) {
                int one = values.get(column)[left];
                int other = values.get(column)[right];
                if (one != 0 && other != 0 && one != other) {
                    return column;
                }
            }
            return -1;
        }

        void join(int root, int left, int right) {
            for (int[] value : values) {
                value[root] = value[left] != 0 ? value[left] : value[right];
            }
        }
    }
}
