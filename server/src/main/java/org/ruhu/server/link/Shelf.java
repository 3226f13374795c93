package org.ruhu.server.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.ruhu.server.link.Places.Place;
import org.ruhu.tools.link.lookup.LookupIndex;

/** An index, and of whom each of its rows is: about 50 bytes a person beside it. */
final class Shelf {

    private final LookupIndex index;
    /** By source its rows, from 1. */
    private final Holders rows = new Holders();
    private final BitSet there = new BitSet();
    private long[] high = new long[1 << 10];
    private long[] low = new long[1 << 10];
    private int[] lines = new int[1 << 10];

    Shelf(LookupIndex index) {
        this.index = index;
    }

    LookupIndex index() {
        return index;
    }

    Place place(int row) {
        return new Place(high[row], low[row], lines[row]);
    }

    void add(Place place, String... raw) {
        int row = index.add(raw);
        if (row == lines.length) {
            high = Arrays.copyOf(high, 2 * row);
            low = Arrays.copyOf(low, 2 * row);
            lines = Arrays.copyOf(lines, 2 * row);
        }
        high[row] = place.high();
        low[row] = place.low();
        lines[row] = place.line();
        there.set(row);
        rows.put(hash(place), place.with(row + 1));
    }

    /** @param any place of a source, all of which are removed */
    void remove(Place any) {
        List<Place> known = rows.of(hash(any), Integer.MAX_VALUE);
        known.stream().filter(any::from).mapToInt(place -> place.number() - 1)
                .filter(there::get).forEach(row -> {
                    index.remove(row);
                    there.clear(row);
                });
    }

    private static long hash(Place place) {
        return (place.high() ^ place.low()) * 0x9E3779B97F4A7C15L;
    }
}
