package org.ruhu.tools.indicator.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ruhu.tools.indicator.Weights;

/**
 * Takes the sampled units one by one. Clusters are told apart within their stratum. Units outside a domain belong here
 * too: a domain is chosen when estimating.
 */
public final class DesignBuilder {

    private static final int UNKNOWN = -1;

    private final Lonely lonely;
    private final Map<String, Stratum> strata = new TreeMap<>();
    private final Map<String, Double> populations = new HashMap<>();
    private int[] cluster = new int[256];
    private double[] weight = new double[256];
    private int size;
    private int clusters;

    public DesignBuilder(Lonely lonely) {
        this.lonely = lonely;
    }

    private static final class Stratum {
        private final Map<String, Integer> clusters = new HashMap<>();
    }

    /** The next unit. Those of one cluster need not follow each other. */
    public DesignBuilder add(String stratum, String cluster, double weight) {
        if (size == this.weight.length) {
            this.weight = Arrays.copyOf(this.weight, size * 2);
            this.cluster = Arrays.copyOf(this.cluster, size * 2);
        }
        this.weight[size] = Weights.weight(weight);
        this.cluster[size++] = strata.computeIfAbsent(stratum, name -> new Stratum()).clusters
                .computeIfAbsent(cluster, name -> clusters++);
        return this;
    }

    /** How many clusters the whole stratum has: what is drawn from few says more. Unless said, very many. */
    public DesignBuilder population(String stratum, double clusters) {
        populations.put(stratum, clusters);
        return this;
    }

    public Design build() {
        Set<String> unknown = new HashSet<>(populations.keySet());
        unknown.removeAll(strata.keySet());
        if (!unknown.isEmpty()) {
            throw new IllegalArgumentException("no unit is in the strata " + unknown);
        }
        int[] stratumOf = new int[clusters];
        List<Design.Stratum> made = new ArrayList<>();
        List<List<String>> groups = groups();
        for (int number = 0; number < groups.size(); number++) {
            int count = 0;
            for (String name : groups.get(number)) {
                for (int its : strata.get(name).clusters.values()) {
                    stratumOf[its] = number;
                    count++;
                }
            }
            made.add(new Design.Stratum(String.join(" + ", groups.get(number)), count, unsampled(groups.get(number),
                    count)));
        }
        return new Design(Arrays.copyOf(cluster, size), Arrays.copyOf(weight, size), stratumOf, made, lonely);
    }

    /** Share of the clusters that were not drawn, 1 where their number is not known. */
    private double unsampled(List<String> names, int drawn) {
        double all = 0;
        for (String name : names) {
            double its = populations.getOrDefault(name, (double) UNKNOWN);
            if (its != UNKNOWN && !(its >= strata.get(name).clusters.size())) {
                throw new IllegalArgumentException("stratum " + name + " has " + its + " clusters, but "
                        + strata.get(name).clusters.size() + " were drawn");
            }
            all += its == UNKNOWN ? Double.POSITIVE_INFINITY : its;
        }
        return 1 - drawn / all;
    }

    private List<List<String>> groups() {
        List<List<String>> groups = new ArrayList<>();
        List<String> waiting = new ArrayList<>();
        for (String name : strata.keySet()) {
            waiting.add(name);
            if (lonely != Lonely.MERGE || !lonely(waiting)) {
                groups.add(waiting);
                waiting = new ArrayList<>();
            }
        }
        if (!waiting.isEmpty()) {
            if (groups.isEmpty()) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).addAll(waiting);
        }
        return groups;
    }

    private boolean lonely(List<String> names) {
        int drawn = names.stream().mapToInt(name -> strata.get(name).clusters.size()).sum();
        return drawn == 1 && unsampled(names, drawn) > 0;
    }
}
