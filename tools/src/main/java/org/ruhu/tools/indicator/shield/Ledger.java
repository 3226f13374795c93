package org.ruhu.tools.indicator.shield;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ruhu.tools.indicator.figure.Figure;
import org.ruhu.tools.indicator.figure.Place;

/** How many households each figure stands on, and which figures are held back. Indicators go by number. */
final class Ledger {

    private final int threshold;
    private final Map<String, Integer> indicators = new HashMap<>();
    private final SortedMap<Place, int[]> households = new TreeMap<>();
    private final Map<Place, BitSet> held = new HashMap<>();

    Ledger(int threshold) {
        this.threshold = threshold;
    }

    void add(Figure figure) {
        int indicator = indicators.computeIfAbsent(figure.indicator(), code -> indicators.size());
        int[] counts = households.getOrDefault(figure.place(), new int[0]);
        if (counts.length <= indicator) {
            counts = Arrays.copyOf(counts, Math.max(indicator + 1, 2 * counts.length));
            households.put(figure.place(), counts);
        }
        counts[indicator] = (int) figure.base().households();
    }

    List<Place> places() {
        return new ArrayList<>(households.keySet());
    }

    int indicators() {
        return indicators.size();
    }

    int count(Place place, int indicator) {
        int[] counts = households.get(place);
        return counts == null || counts.length <= indicator ? 0 : counts[indicator];
    }

    boolean enough(int count) {
        return count == 0 || count >= threshold;
    }

    void hold(Place place, int indicator) {
        held.computeIfAbsent(place, any -> new BitSet()).set(indicator);
    }

    boolean holds(Place place, int indicator) {
        BitSet its = held.get(place);
        return its != null && its.get(indicator);
    }

    boolean holds(Figure figure) {
        return holds(figure.place(), indicators.get(figure.indicator()));
    }
}
