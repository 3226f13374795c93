package org.ruhu.tools.simulation;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * Birth dates and id numbers of one household, such that no number is given twice in the whole simulation although no
 * household knows of another: each has a county and sequence number of its own, and when those run out, only every
 * n-th day to be born on.
 */
final class Identities {

    private static final int COUNTIES = 49;
    private static final int SEQUENCES = 499;
    private static final int SLOTS = COUNTIES * SEQUENCES;
    /** Prime to SLOTS: neighbours shall not have neighbouring numbers. */
    private static final int STRIDE = 7919;

    private final int county;
    private final int sequence;
    private final int period;
    private final int phase;
    private final Set<String> given = new HashSet<>();

    Identities(int households, int household) {
        int slot = (int) ((long) (household % SLOTS) * STRIDE % SLOTS);
        this.county = 1 + slot / SEQUENCES;
        this.sequence = 2 * (slot % SEQUENCES);
        this.period = 1 + (households - 1) / SLOTS;
        this.phase = household / SLOTS;
    }

    /** A day of a year, the first of January more often for those old enough not to know theirs. */
    LocalDate born(Dice dice, int year) {
        boolean unknown = year < 1975 && dice.chance(0.1);
        LocalDate day = LocalDate.of(year, 1, 1).plusDays(unknown ? 0 : dice.below(365));
        LocalDate ours = day.plusDays(Math.floorMod(phase - day.toEpochDay(), (long) period));
        return ours.getYear() == year ? ours : ours.minusDays(period);
    }

    /** The second of two born on a day is registered in another county. */
    String number(LocalDate birth, boolean male) {
        String usual = IdNumber.of(county, birth, sequence + (male ? 1 : 2));
        return given.add(usual) ? usual : IdNumber.of(county + COUNTIES, birth, sequence + (male ? 1 : 2));
    }
}
