package org.ruhu.tools.disclosure;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Weights that tell nothing more than the file does already. They differ from area to area, and where one person of a
 * household is drawn from size to size, so all who show the same area (and size) get their mean, which leaves the
 * sum as it is. Weights that came with the file may be of one household alone: there the means are of at least k households
 * with neighbouring weights (microaggregation; Hundepool et al. 2012, 3.7.2).
 */
final class SharedWeights {

    private SharedWeights() {}

    /** @param data whose weights are changed */
    static void level(Settings settings, Microdata data) {
        List<Column> telling = data.columns().stream()
                .filter(column -> column.planned().recoding() instanceof Recoding.Place
                        || column.planned().counted() && settings.households() == Settings.Households.ONE).toList();
        Grouping groups = Grouping.of(telling.stream().map(Column::codes).toArray(int[][]::new), data.rows());
        int[] rows = IntStream.range(0, data.rows()).boxed().sorted(Comparator.<Integer>comparingInt(groups::of)
                .thenComparingDouble(row -> data.weight()[row]).thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue).toArray();
        int least = settings.weight().isPresent() ? settings.k() : Integer.MAX_VALUE;
        for (int from = 0; from < rows.length;) {
            int end = from;
            while (end < rows.length && groups.of(rows[end]) == groups.of(rows[from])) {
                end++;
            }
            runs(data, Arrays.copyOfRange(rows, from, end), least);
            from = end;
        }
    }

    /** Rows of rising weight in runs of enough households; equal weights stay together, the last run takes the rest. */
    private static void runs(Microdata data, int[] rows, int least) {
        int from = 0;
        for (int end = 1; end <= rows.length; end++) {
            boolean parts = end < rows.length && data.weight()[rows[end]] > data.weight()[rows[end - 1]]
                    && enough(data, rows, from, end, least) && enough(data, rows, end, rows.length, least);
            if (parts || end == rows.length) {
                double mean = Arrays.stream(rows, from, end).mapToDouble(row -> data.weight()[row]).average()
                        .orElseThrow();
                for (int i = from; i < end; i++) {
                    data.weight()[rows[i]] = mean;
                }
                from = end;
            }
        }
    }

    /** Whether rows, none before the first, are of so many households; more rows than that are not looked at. */
    private static boolean enough(Microdata data, int[] rows, int from, int end, int least) {
        return Arrays.stream(rows, from, end).map(row -> data.household()[row]).distinct().limit(least).count()
                >= least;
    }
}
