package org.ruhu.tools.dataset;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Counts by column what a file could not keep. */
public final class UnfitCounts {

    private final List<String> columns;
    private final Map<Unfit.Why, long[]> counts = new EnumMap<>(Unfit.Why.class);

    public UnfitCounts(List<String> columns) {
        this.columns = List.copyOf(columns);
    }

    public void count(int column, Unfit.Why why) {
        counts.computeIfAbsent(why, w -> new long[columns.size()])[column]++;
    }

    /** In the order of the columns. */
    public List<Unfit> in(String file) {
        List<Unfit> unfit = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            int column = i;
            counts.forEach((why, count) -> {
                if (count[column] > 0) {
                    unfit.add(new Unfit(file, columns.get(column), why, count[column]));
                }
            });
        }
        return unfit;
    }

    long all() {
        return counts.values().stream().flatMapToLong(Arrays::stream).sum();
    }
}
