package org.ruhu.tools.link.lookup;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * Numbers that are found by hash. Open addressing with an int for a number: above the bits that numbers need stand bits
 * of the hash, so that most wrong numbers are passed by without looking at what they stand for. That is read again when
 * the table grows, in rising order, and not kept here.
 */
abstract class Slots {

    /** Smaller ones cannot be kept. */
    static final int SMALLEST = 2;

    private static final int FREE = 0;
    private static final int LEFT = 1;
    private static final int LEAST_SLOTS = 16;
    private static final double FULL = 0.8;
    private static final double GROWTH = 1.5;

    private int[] slots = new int[LEAST_SLOTS];
    /** Of a slot that are the number's. */
    private int bits = 8;
    private int taken;

    /** Hash of what a number stands for; all 64 bits are looked at. */
    abstract long hash(int number);

    /** Makes room for one more, so that what {@link #find} says next can be put. */
    final void roomFor(int number) {
        int needed = Integer.SIZE - Integer.numberOfLeadingZeros(number);
        if (needed > bits || taken + 1 > FULL * slots.length) {
            rebuild(needed > bits ? Math.min(Integer.SIZE - 1, needed + 1) : bits);
        }
    }

    /** Place of a number, or the complement of the place where one with the hash may be put. */
    final int find(long hash, IntPredicate same) {
        int mask = mask();
        int tag = (int) hash << bits;
        int free = -1;
        int at = place(hash);
        while (slots[at] != FREE) {
            int number = slots[at] & mask;
            if (number == LEFT) {
                free = free < 0 ? at : free;
            } else if ((slots[at] & ~mask) == tag && same.test(number)) {
                return at;
            }
            at = at + 1 == slots.length ? 0 : at + 1;
        }
        return ~(free < 0 ? at : free);
    }

    final int number(int place) {
        return slots[place] & mask();
    }

    /** @param free where {@link #find} said that it may be put */
    final void put(int free, long hash, int number) {
        taken += slots[free] == FREE ? 1 : 0;
        slots[free] = (int) hash << bits | number;
    }

    /** Puts another number with the same hash there. */
    final void replace(int place, int number) {
        slots[place] = slots[place] & ~mask() | number;
    }

    final void leave(int place) {
        slots[place] = LEFT;
    }

    private void rebuild(int newBits) {
        int mask = mask();
        int[] numbers = Arrays.stream(slots).map(slot -> slot & mask).filter(number -> number >= SMALLEST).toArray();
        Arrays.sort(numbers);
        bits = newBits;
        slots = new int[Math.max(LEAST_SLOTS, (int) ((numbers.length + 1) * GROWTH / FULL))];
        taken = 0;
        for (int number : numbers) {
            long hash = hash(number);
            put(~find(hash, other -> false), hash, number);
        }
    }

    private int mask() {
        return (1 << bits) - 1;
    }

    private int place(long hash) {
        return (int) ((hash >>> 32) * slots.length >>> 32);
    }

    /** Every bit of the result depends on all that were given. */
    static long mixed(long bits) {
        long once = (bits ^ bits >>> 32) * 0x9E3779B97F4A7C15L;
        long twice = (once ^ once >>> 29) * 0xD6E8FEB86659FD93L;
        return twice ^ twice >>> 32;
    }
}
