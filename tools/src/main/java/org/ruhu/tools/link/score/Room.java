package org.ruhu.tools.link.score;

import java.util.ArrayList;
import java.util.List;

/**
 * Holds what was kept within a limit. When there is too much, the lightest pairs are let go: weights are counted in
 * steps of 1/64 bit, and the least weight is the lowest step above which there are few enough. Everything is counted,
 * also what is let go at once, so the last least weight is the same in whatever order parts come.
 */
final class Room {

    private static final int STEPS_PER_BIT = 64;
    private static final int STEPS = 512 * STEPS_PER_BIT;

    private final int most;
    private final double wanted;
    private final long[] counts = new long[STEPS];
    private final List<Kept> parts = new ArrayList<>();
    private long held;
    private double least;

    Room(int most, double wanted) {
        this.most = most;
        this.wanted = wanted;
        this.least = wanted;
    }

    /** Takes a part and returns it, lightened if there is too much. */
    synchronized Kept take(Kept part) {
        for (int i = 0; i < part.size(); i++) {
            counts[step(part.weight(i))]++;
        }
        part.keep(least);
        parts.add(part);
        held += part.size();
        if (held > most + (long) most / 4) {
            lighten();
        }
        return part;
    }

    /** @return the least weight of all that is left */
    synchronized double settle() {
        if (held > most || least > wanted) {
            lighten();
        }
        return least;
    }

    private void lighten() {
        long above = 0;
        int step = STEPS;
        while (step > 0 && above + counts[step - 1] <= most) {
            above += counts[--step];
        }
        least = Math.max(least, wanted + (double) step / STEPS_PER_BIT);
        parts.forEach(part -> part.keep(least));
        held = parts.stream().mapToLong(Kept::size).sum();
    }

    private int step(float weight) {
        return (int) Math.max(0, Math.min(STEPS - 1, Math.floor((weight - wanted) * STEPS_PER_BIT)));
    }
}
