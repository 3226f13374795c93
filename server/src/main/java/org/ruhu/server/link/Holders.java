package org.ruhu.server.link;

import java.util.ArrayList;
import java.util.List;
import org.ruhu.server.link.Places.Place;

/**
 * Who holds a number: a table of hashes and places, 28 bytes an entry and half of it empty, so that a million persons
 * are about 60 MB. Nothing is taken out: who asks looks whether a place still holds the number.
 */
final class Holders {

    private static final int SMALLEST = 1 << 10;

    private long[] hashes = new long[SMALLEST];
    private long[] high = new long[SMALLEST];
    private long[] low = new long[SMALLEST];
    private int[] lines = new int[SMALLEST];
    private int size;

    /** The same place again is kept once. */
    synchronized void put(long hash, Place place) {
        if (2 * (size + 1) > lines.length) {
            grow();
        }
        int at = slot(hash);
        while (lines[at] != 0) {
            if (hashes[at] == hash && lines[at] == place.line() && high[at] == place.high()
                    && low[at] == place.low()) {
                return;
            }
            at = at + 1 & lines.length - 1;
        }
        set(at, hash, place.high(), place.low(), place.line());
    }

    /** Some of those that were put there under a hash. */
    synchronized List<Place> of(long hash, int most) {
        List<Place> places = new ArrayList<>();
        for (int at = slot(hash); lines[at] != 0 && places.size() < most; at = at + 1 & lines.length - 1) {
            if (hashes[at] == hash) {
                places.add(new Place(high[at], low[at], lines[at]));
            }
        }
        return places;
    }

    private int slot(long hash) {
        return (int) (hash ^ hash >>> 32) & lines.length - 1;
    }

    private void set(int at, long hash, long highOf, long lowOf, int line) {
        hashes[at] = hash;
        high[at] = highOf;
        low[at] = lowOf;
        lines[at] = line;
        size++;
    }

    private void grow() {
        long[] hashesBefore = hashes;
        long[] highBefore = high;
        long[] lowBefore = low;
        int[] linesBefore = lines;
        hashes = new long[2 * linesBefore.length];
        high = new long[hashes.length];
        low = new long[hashes.length];
        lines = new int[hashes.length];
        size = 0;
        for (int i = 0; i < linesBefore.length; i++) {
            if (linesBefore[i] != 0) {
                int at = slot(hashesBefore[i]);
                while (lines[at] != 0) {
                    at = at + 1 & lines.length - 1;
                }
                set(at, hashesBefore[i], highBefore[i], lowBefore[i], linesBefore[i]);
            }
        }
    }
}
