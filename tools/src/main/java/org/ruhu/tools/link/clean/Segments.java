package org.ruhu.tools.link.clean;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Cuts a name into parts so that the prices add up to least; of two ways the one with the longer part last. */
final class Segments {

    /** A part made of the units from one place up to another, if they can be one. */
    @FunctionalInterface
    interface Reading {
        Optional<Part> of(int from, int to);
    }

    private Segments() {}

    /** @return empty if there is no way at all */
    static List<Part> cheapest(int units, int longest, Reading reading) {
        int[] prices = new int[units + 1];
        Part[] last = new Part[units + 1];
        int[] before = new int[units + 1];
        for (int to = 1; to <= units; to++) {
            prices[to] = Integer.MAX_VALUE;
            for (int from = Math.max(0, to - longest); from < to; from++) {
                if (prices[from] == Integer.MAX_VALUE) {
                    continue;
                }
                Optional<Part> part = reading.of(from, to);
                if (part.isPresent() && prices[from] + part.get().price() < prices[to]) {
                    prices[to] = prices[from] + part.get().price();
                    last[to] = part.get();
                    before[to] = from;
                }
            }
        }
        return prices[units] == Integer.MAX_VALUE ? List.of() : collected(units, last, before);
    }

    private static List<Part> collected(int units, Part[] last, int[] before) {
        List<Part> parts = new ArrayList<>();
        for (int at = units; at > 0; at = before[at]) {
            parts.add(last[at]);
        }
        Collections.reverse(parts);
        return parts;
    }
}
