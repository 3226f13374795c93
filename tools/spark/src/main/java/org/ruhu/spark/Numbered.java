package org.ruhu.spark;

import java.util.Arrays;

/** Numbers names of blocks from 1, in the order they are met. */
final class Numbered {

    private long[] names;
    private int[] slots;
    private int size;

    /** @param expected names, about */
    Numbered(int expected) {
        names = new long[Math.max(16, expected)];
        slots = new int[Integer.highestOneBit(Math.max(16, expected)) * 4];
    }

    int number(long name) {
        int at = place(name);
        while (slots[at] != 0) {
            if (names[slots[at] - 1] == name) {
                return slots[at];
            }
            at = at + 1 & slots.length - 1;
        }
        names = size == names.length ? Arrays.copyOf(names, 2 * size) : names;
        names[size++] = name;
        slots[at] = size;
        return size;
    }

    private int place(long name) {
        return (int) (name >>> 24) & slots.length - 1;
    }

    long name(int number) {
        return names[number - 1];
    }

    int size() {
        return size;
    }
}
