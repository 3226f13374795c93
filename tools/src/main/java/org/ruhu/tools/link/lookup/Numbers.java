package org.ruhu.tools.link.lookup;

/** Numbers pairs of codes in the order they are met, from 1. */
final class Numbers {

    static final int NEVER_MET = 0;

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private long[] pairs = new long[64];
    private int[] numbers = new int[64];
    private int size;

    /** @return {@link #NEVER_MET} if the pair is new and not to be added */
    int of(int first, int second, boolean add) {
        long pair = (long) first << 32 | second;
        int at = place(pair);
        while (numbers[at] != NEVER_MET) {
            if (pairs[at] == pair) {
                return numbers[at];
            }
            at = at + 1 & pairs.length - 1;
        }
        if (!add) {
            return NEVER_MET;
        }
        pairs[at] = pair;
        numbers[at] = ++size;
        if (size > pairs.length * 0.7) {
            grow();
        }
        return size;
    }

    private void grow() {
        long[] oldPairs = pairs;
        int[] oldNumbers = numbers;
        pairs = new long[oldPairs.length * 2];
        numbers = new int[pairs.length];
        for (int i = 0; i < oldPairs.length; i++) {
            if (oldNumbers[i] != NEVER_MET) {
                int at = place(oldPairs[i]);
                while (numbers[at] != NEVER_MET) {
                    at = at + 1 & pairs.length - 1;
                }
                pairs[at] = oldPairs[i];
                numbers[at] = oldNumbers[i];
            }
        }
    }

    private int place(long pair) {
        long mixed = pair * MIX;
        return (int) ((mixed ^ mixed >>> 29) * MIX >>> 33) & pairs.length - 1;
    }
}
