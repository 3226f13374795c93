package org.ruhu.tools.link.likeness;

import java.util.Arrays;

/**
 * Room to work in, one for each thread: where each letter stands in up to 64 letters of a text, and arrays that grow.
 */
final class Scratch {

    /** The most letters {@link #learn} takes: a bit each. */
    static final int WORD = Long.SIZE;

    private static final ThreadLocal<Scratch> MINE = ThreadLocal.withInitial(Scratch::new);
    private static final int NARROW = 256;
    /** Slots for letters beyond Latin-1: twice as many as there can be, and a power of two. */
    private static final int WIDE = 128;

    private final long[] narrow = new long[NARROW];
    private final char[] wideLetters = new char[WIDE];
    private final long[] wide = new long[WIDE];
    private boolean anyWide;
    private int[][] rows = new int[4][0];
    private long[][] bags = new long[2][0];

    private Scratch() {}

    static Scratch mine() {
        return MINE.get();
    }

    /** From here on {@link #where} tells of these letters, until they are forgotten. */
    void learn(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            long bit = 1L << (i - from);
            char letter = text[i];
            if (letter < NARROW) {
                narrow[letter] |= bit;
            } else {
                int slot = slot(letter);
                wideLetters[slot] = letter;
                wide[slot] |= bit;
                anyWide = true;
            }
        }
    }

    /** A bit for each place of the letter in what was learnt, the lowest for the first letter. */
    long where(char letter) {
        if (letter < NARROW) {
            return narrow[letter];
        }
        return anyWide ? wide[slot(letter)] : 0;
    }

    /** Given what was learnt. */
    void forget(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            if (text[i] < NARROW) {
                narrow[text[i]] = 0;
            }
        }
        if (anyWide) {
            Arrays.fill(wideLetters, '\0');
            Arrays.fill(wide, 0);
            anyWide = false;
        }
    }

    /** An array of at least that many numbers, holding whatever was left in it. There are four. */
    int[] row(int which, int length) {
        if (rows[which].length < length) {
            rows[which] = new int[Math.max(length, 2 * rows[which].length)];
        }
        return rows[which];
    }

    /** The same for long numbers. There are two. */
    long[] bag(int which, int length) {
        if (bags[which].length < length) {
            bags[which] = new long[Math.max(length, 2 * bags[which].length)];
        }
        return bags[which];
    }

    /** The letter 0 is narrow, so a slot with it is free. */
    private int slot(char letter) {
        int slot = letter * 0x9E3779B1 >>> 25;
        while (wideLetters[slot] != letter && wideLetters[slot] != 0) {
            slot = slot + 1 & WIDE - 1;
        }
        return slot;
    }
}
