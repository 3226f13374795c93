package org.ruhu.server.link;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;
import org.ruhu.server.link.Holders.Place;
import org.ruhu.tools.link.lookup.LookupIndex;

/** An index, and of whom each of its rows is: about 50 bytes a person beside it. */
final class Shelf {

    private final LookupIndex index;
    /** By submission its rows, from 1. */
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
        return new Place(new UUID(high[row], low[row]), lines[row]);
    }

    void add(UUID submission, int line, String... raw) {
        int row = index.add(raw);
        if (row == lines.length) {
            high = Arrays.copyOf(high, 2 * row);
            low = Arrays.copyOf(low, 2 * row);
            lines = Arrays.copyOf(lines, 2 * row);
        }
        high[row] = submission.getMostSignificantBits();
        low[row] = submission.getLeastSignificantBits();
        lines[row] = line;
        there.set(row);
        rows.put(hash(submission), submission, row + 1);
    }

    void remove(UUID submission) {
        List<Place> known = rows.of(hash(submission), Integer.MAX_VALUE);
        known.stream().filter(place -> place.submission().equals(submission)).mapToInt(place -> place.line() - 1)
                .filter(there::get).forEach(row -> {
                    index.remove(row);
                    there.clear(row);
                });
    }

    private static long hash(UUID submission) {
        return (submission.getMostSignificantBits() ^ submission.getLeastSignificantBits()) * 0x9E3779B97F4A7C15L;
    }
}
