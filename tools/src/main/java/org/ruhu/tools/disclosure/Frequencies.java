package org.ruhu.tools.disclosure;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How many people of the file, and by their weights of the population, have the keys of each row, where a blanked cell
 * may mean anybody: f and F as sdcMicro's freqCalc counts them.
 *
 * @param sample     for each row
 * @param population for each row
 */
record Frequencies(int[] sample, double[] population) {

    /** Rows blanked in the same keys: their combinations, each with its people. */
    private record Pattern(int blanks, int[][] combinations, int[] people, double[] weight) {}

    static Frequencies of(int[][] keys, double[] weight) {
        int rows = weight.length;
        Grouping grouping = Grouping.of(keys, rows);
        double[] groupWeight = new double[grouping.count()];
        for (int row = 0; row < rows; row++) {
            groupWeight[grouping.of(row)] += weight[row];
        }
        Map<Integer, Pattern> patterns = patterns(keys, grouping, groupWeight);
        int[] f = new int[grouping.count()];
        double[] weighted = new double[grouping.count()];
        for (Pattern one : patterns.values()) {
            for (Pattern other : patterns.values()) {
                match(one, other, keys.length, f, weighted);
            }
        }
        int[] sample = new int[rows];
        double[] population = new double[rows];
        for (int row = 0; row < rows; row++) {
            sample[row] = f[grouping.of(row)];
            population[row] = weighted[grouping.of(row)];
        }
        return new Frequencies(sample, population);
    }

    private static Map<Integer, Pattern> patterns(int[][] keys, Grouping grouping, double[] weight) {
        Map<Integer, Integer> sizes = new LinkedHashMap<>();
        int[] blanks = new int[grouping.count()];
        for (int group = 0; group < blanks.length; group++) {
            for (int key = 0; key < keys.length; key++) {
                blanks[group] |= keys[key][grouping.first(group)] == Column.BLANKED ? 1 << key : 0;
            }
            sizes.merge(blanks[group], 1, Integer::sum);
        }
        Map<Integer, Pattern> patterns = new LinkedHashMap<>();
        sizes.forEach((mask, size) -> patterns.put(mask,
                new Pattern(mask, new int[keys.length + 1][size], new int[size], new double[size])));
        Map<Integer, Integer> filled = new HashMap<>();
        for (int group = 0; group < blanks.length; group++) {
            int at = filled.merge(blanks[group], 1, Integer::sum) - 1;
            Pattern pattern = patterns.get(blanks[group]);
            for (int key = 0; key < keys.length; key++) {
                pattern.combinations[key][at] = keys[key][grouping.first(group)];
            }
            pattern.combinations[keys.length][at] = group;
            pattern.people[at] = grouping.size(group);
            pattern.weight[at] = weight[group];
        }
        return patterns;
    }

    /** Adds to the groups of one pattern the people of the other that agree in the keys both have. */
    private static void match(Pattern one, Pattern other, int keys, int[] f, double[] weighted) {
        int ours = one.people.length;
        int theirs = other.people.length;
        int[][] common = new int[keys][];
        for (int key = 0; key < keys; key++) {
            int[] codes = Arrays.copyOf(one.combinations[key], ours + theirs);
            System.arraycopy(other.combinations[key], 0, codes, ours, theirs);
            if ((one.blanks >> key & 1) == 1 || (other.blanks >> key & 1) == 1) {
                Arrays.fill(codes, Column.BLANKED);
            }
            common[key] = codes;
        }
        Grouping matching = Grouping.of(common, ours + theirs);
        int[] people = new int[matching.count()];
        double[] weight = new double[matching.count()];
        for (int i = 0; i < theirs; i++) {
            people[matching.of(ours + i)] += other.people[i];
            weight[matching.of(ours + i)] += other.weight[i];
        }
        for (int i = 0; i < ours; i++) {
            int group = one.combinations[keys][i];
            f[group] += people[matching.of(i)];
            weighted[group] += weight[matching.of(i)];
        }
    }
}
