package org.ruhu.tools.disclosure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** Draws households at random, the same share in every released area; people weigh what they stand for. */
final class Sample {

    private Sample() {}

    /**
     * The rows of the drawn households in the order of their chance, weights multiplied up.
     *
     * @param one whether only one person of each is taken, whom chance puts before the others
     */
    static Microdata of(People people, Microdata all, double fraction, boolean one) {
        Map<String, List<Integer>> strata = strata(people.places(), all);
        double[] factor = new double[Arrays.stream(all.household()).max().orElse(-1) + 1];
        for (List<Integer> households : strata.values()) {
            households.sort(Comparator.comparingLong(people::chance));
            int drawn = Math.min(households.size(), Math.max(1, (int) Math.round(fraction * households.size())));
            for (int household : households.subList(0, drawn)) {
                factor[household] = (double) households.size() / drawn;
            }
        }
        double[] weight = one ? ofFirsts(all) : all.weight();
        int[] rows = IntStream.range(0, all.rows()).filter(row -> factor[all.household()[row]] > 0
                        && weight[row] > 0)
                .boxed().sorted(Comparator.<Integer>comparingLong(row -> all.order()[row])
                        .thenComparing(Comparator.naturalOrder()))
                .mapToInt(Integer::intValue).toArray();
        Microdata drawn = all.of(rows);
        for (int row = 0; row < rows.length; row++) {
            drawn.weight()[row] = weight[rows[row]] * factor[drawn.household()[row]];
        }
        return drawn;
    }

    /** The person of every household who is first by chance weighs as much as all of it, the others nothing. */
    private static double[] ofFirsts(Microdata all) {
        int[] first = new int[Arrays.stream(all.household()).max().orElse(-1) + 1];
        double[] weight = new double[all.rows()];
        Arrays.fill(first, -1);
        for (int row = 0; row < weight.length; row++) {
            int household = all.household()[row];
            int before = first[household];
            boolean leads = before < 0 || all.order()[row] < all.order()[before];
            weight[leads ? row : before] = all.weight()[row] + (before < 0 ? 0 : weight[before]);
            if (leads && before >= 0) {
                weight[before] = 0;
            }
            first[household] = leads ? row : before;
        }
        return weight;
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
