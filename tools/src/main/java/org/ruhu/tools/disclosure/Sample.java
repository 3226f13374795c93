package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Draws whole households at random, the same share in every released area, and weights them by what they stand for. */
final class Sample {

    private Sample() {}

    /** The rows of the drawn households in the order of their chance, weights multiplied up. */
    static Microdata of(People people, Microdata all, double fraction) {
        Map<String, List<Integer>> strata = strata(people.places(), all);
        double[] factor = new double[Arrays.stream(all.household()).max().orElse(-1) + 1];
        for (List<Integer> households : strata.values()) {
            households.sort(Comparator.comparingLong(people::chance));
            int drawn = Math.min(households.size(), Math.max(1, (int) Math.round(fraction * households.size())));
            for (int household : households.subList(0, drawn)) {
                factor[household] = (double) households.size() / drawn;
            }
        }
        int[] rows = IntStream.range(0, all.rows()).filter(row -> factor[all.household()[row]] > 0)
                .boxed().sorted(Comparator.<Integer>comparingLong(row -> all.order()[row])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue).toArray();
        Microdata drawn = all.of(rows);
        for (int row = 0; row < rows.length; row++) {
            drawn.weight()[row] *= factor[drawn.household()[row]];
        }
        return drawn;
    }

    /** Households by the area of their first row. */
    private static Map<String, List<Integer>> strata(Optional<Column> places, Microdata all) {
        boolean[] seen = new boolean[Arrays.stream(all.household()).max().orElse(-1) + 1];
        Map<String, List<Integer>> strata = new TreeMap<>();
        for (int row = 0; row < all.rows(); row++) {
            int household = all.household()[row];
            if (!seen[household]) {
                seen[household] = true;
                int at = row;
                strata.computeIfAbsent(places.map(column -> column.word(at)).orElse(""), area -> new ArrayList<>())
                        .add(household);
            }
        }
        return strata;
    }
}
