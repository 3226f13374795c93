package org.ruhu.server.link;

import java.util.Arrays;
import java.util.BitSet;
import org.ruhu.server.link.Places.Place;
import org.ruhu.tools.link.lookup.LookupIndex;

/**
 * An index, and of whom each of its rows is: about 12 bytes a person beside it. Persons of a source come one after the
 * other, so their rows are a run, which knows the source; a source that came again has another one.
 */
final class Shelf {

    private static final int NONE = -1;
    private static final int SMALLEST = 1 << 6;

    private final LookupIndex index;
    private final BitSet there = new BitSet();
    /** By row; {@link RecordId#HIGHEST_LINE} fits. */
    private short[] lines = new short[SMALLEST];
    private int runs;
    /** By run: its source, its first row, and a run of the source that is still there. */
    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private int[] first = new int[SMALLEST];
    private int[] earlier = new int[SMALLEST];
    /** By hash of a source its newest run, from 1; at most half of them are taken. */
    private int[] newest = new int[SMALLEST];
    private int sources;

    Shelf(LookupIndex index) {
        this.index = index;
    }

    LookupIndex index() {
        return index;
    }

    Place place(int row) {
        int found = Arrays.binarySearch(first, 0, runs, row);
        int run = found >= 0 ? found : -found - 2;
        return new Place(high[run], low[run], lines[row]);
    }

    void add(Place place, String... raw) {
        int row = index.add(raw);
        if (row == lines.length) {
            lines = Arrays.copyOf(lines, row + (row >> 1));
        }
        lines[row] = (short) place.line();
        there.set(row);
        int at = slot(place);
        int run = newest[at] - 1;
        if (run == NONE || run < runs - 1) {
            begin(place, row, run != NONE && next(run) != NONE ? run : NONE);
            sources += run == NONE ? 1 : 0;
            newest[at] = runs;
            if (2 * sources > newest.length) {
                grow();
            }
        }
    }

    private void begin(Place place, int row, int before) {
        if (runs == first.length) {
            int length = runs + (runs >> 1);
            high = Arrays.copyOf(high, length);
            low = Arrays.copyOf(low, length);
            first = Arrays.copyOf(first, length);
            earlier = Arrays.copyOf(earlier, length);
        }
        high[runs] = place.high();
        low[runs] = place.low();
        first[runs] = row;
        earlier[runs++] = before;
    }

    /** @param any place of a source, all of which are removed */
    void remove(Place any) {
        for (int run = newest[slot(any)] - 1; run != NONE; run = earlier[run]) {
            for (int row = next(run); row != NONE; row = next(run)) {
                index.remove(row);
                there.clear(row);
            }
        }
    }

    /** First row of a run that is still there. */
    private int next(int run) {
        int row = there.nextSetBit(first[run]);
        return run == runs - 1 || row < first[run + 1] ? row : NONE;
    }

    private int slot(Place place) {
        int at = hash(place.high(), place.low()) & newest.length - 1;
        while (newest[at] != 0 && !place.from(place(first[newest[at] - 1]))) {
            at = at + 1 & newest.length - 1;
        }
        return at;
    }

    private void grow() {
        int[] old = newest;
        newest = new int[2 * old.length];
        for (int run : old) {
            if (run != 0) {
                newest[slot(place(first[run - 1]))] = run;
            }
        }
    }

    private static int hash(long high, long low) {
        long mixed = (high ^ low * 0xD6E8FEB86659FD93L) * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
