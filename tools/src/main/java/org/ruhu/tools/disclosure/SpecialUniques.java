package org.ruhu.tools.disclosure;

import java.util.Arrays;
import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * People who are alone in the sample with few of their keys: SUDA (Elliot, Manning, Mayes, Gurd and Bane 2005), scores as
 * sdcMicro gives them. A minimal unique is a set of keys in which nobody else of the sample is like the person, while in
 * every smaller part of it somebody is. One of k among m keys scores (m − k)(m − k − 1)…1, and a person the sum of all;
 * DIS-SUDA makes of it the chance that a unique match is right (Skinner and Elliot 2002), with the share of uniques that
 * would be unique in the population estimated from pairs. A blanked cell is like nobody's and makes nobody unique.
 *
 * @param score        of each row; 0 for who is not unique
 * @param disclosive   DIS-SUDA of each row, from 0 to 1
 * @param contribution of each key: the share of all scores that would be gone if no set had this key
 * @param uniques      people who are unique with all keys
 */
record SpecialUniques(double[] score, double[] disclosive, double[] contribution, int uniques) {

    /** @param fraction of the population that is in the sample */
    static SpecialUniques of(int[][] keys, int rows, double fraction) {
        Grouping whole = Grouping.of(keys, rows);
        int[] people = new int[whole.count()];
        int[][] combinations = new int[keys.length][people.length];
        for (int group = 0; group < people.length; group++) {
            people[group] = whole.size(group);
            for (int key = 0; key < keys.length; key++) {
                combinations[key][group] = keys[key][whole.first(group)];
            }
        }
        double[] scores = new double[people.length];
        double[] contribution = new double[keys.length];
        minimal(combinations, people, scores, contribution);
        double[] score = new double[rows];
        Arrays.setAll(score, row -> scores[whole.of(row)]);
        double all = Arrays.stream(score).sum();
        Arrays.setAll(contribution, key -> all == 0 ? 0 : contribution[key] / all);
        int uniques = (int) Arrays.stream(people).filter(count -> count == 1).count();
        int paired = 2 * (int) Arrays.stream(people).filter(count -> count == 2).count();
        return new SpecialUniques(score, disclosive(score, keys.length, fraction, uniques, paired), contribution,
                uniques);
    }

    /** Small sets before large ones; a set that holds a unique one of the same person is not minimal. */
    private static void minimal(int[][] combinations, int[] people, double[] scores, double[] contribution) {
        int keys = combinations.length;
        BitSet[] held = new BitSet[people.length];
        int[] uniques = IntStream.range(0, people.length).filter(group -> people[group] == 1).toArray();
        for (int group : uniques) {
            held[group] = new BitSet(1 << keys);
        }
        int[] sets = IntStream.range(1, 1 << keys).boxed()
                .sorted((a, b) -> Integer.bitCount(a) - Integer.bitCount(b)).mapToInt(Integer::intValue).toArray();
        for (int set : uniques.length == 0 ? new int[0] : sets) {
            int[][] chosen = IntStream.range(0, keys).filter(key -> (set >> key & 1) == 1)
                    .mapToObj(key -> combinations[key]).toArray(int[][]::new);
            Grouping grouping = Grouping.of(chosen, people.length);
            for (int group : uniques) {
                boolean larger = IntStream.range(0, keys)
                        .anyMatch(key -> (set >> key & 1) == 1 && held[group].get(set & ~(1 << key)));
                boolean alone = grouping.size(grouping.of(group)) == 1
                        && Arrays.stream(chosen).noneMatch(key -> key[group] == Column.BLANKED);
                held[group].set(set, larger || alone);
                if (alone && !larger) {
                    score(set, keys, group, scores, contribution);
                }
            }
        }
    }

    private static void score(int set, int keys, int group, double[] scores, double[] contribution) {
        double score = 1;
        for (int left = keys - Integer.bitCount(set); left > 1; left--) {
            score *= left;
        }
        scores[group] += score;
        for (int key = 0; key < keys; key++) {
            contribution[key] += (set >> key & 1) == 1 ? score : 0;
        }
    }

    private static double[] disclosive(double[] score, int keys, double fraction, int uniques, int paired) {
        double share = uniques * fraction / (uniques * fraction + paired * (1 - fraction));
        double power = 1 + (8.0 - keys) / 20;
        double all = Arrays.stream(score).filter(one -> one > 0).map(one -> Math.pow(one, -power)).sum();
        return Arrays.stream(score).map(one -> one == 0 ? 0
                : 1 / (1 + (uniques / share - uniques) / (Math.pow(one, power) * all))).toArray();
    }

    /** People whose DIS-SUDA is above a share. */
    int above(double share) {
        return (int) Arrays.stream(disclosive).filter(one -> one > share).count();
    }

    double largest() {
        return Arrays.stream(disclosive).max().orElse(0);
    }
}
