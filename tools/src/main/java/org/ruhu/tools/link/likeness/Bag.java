package org.ruhu.tools.link.likeness;

import java.util.Arrays;

/** What a text is cut into to be compared as a whole. Two bags are laid out in the thread's {@link Scratch}, sorted. */
public enum Bag {

    /** Its letters. */
    CHARACTERS {
        @Override
        int fill(long[] bag, char[] text, int from, int to) {
            for (int i = from; i < to; i++) {
                bag[i - from] = text[i];
            }
            return to - from;
        }
    },

    /** Its neighbouring letters, two by two; a single letter is itself. */
    BIGRAMS {
        @Override
        int fill(long[] bag, char[] text, int from, int to) {
            if (to - from == 1) {
                bag[0] = text[from];
                return 1;
            }
            for (int i = from; i + 1 < to; i++) {
                bag[i - from] = (long) text[i] << 16 | text[i + 1];
            }
            return Math.max(0, to - from - 1);
        }
    },

    /**
     * Its words between blanks. Each is a 64-bit hash: of a billion different words one pair is taken for the same, if
     * that.
     */
    WORDS {
        @Override
        int fill(long[] bag, char[] text, int from, int to) {
            int count = 0;
            long hash = 0;
            for (int i = from; i < to; i++) {
                if (!Character.isWhitespace(text[i])) {
                    hash = (hash + text[i] + 1) * 0x9E3779B97F4A7C15L;
                    hash ^= hash >>> 32;
                } else if (hash != 0) {
                    bag[count++] = hash;
                    hash = 0;
                }
            }
            if (hash != 0) {
                bag[count++] = hash;
            }
            return count;
        }
    };

    /** Puts the pieces of the text into the bag, which has room for one a letter, and says how many. */
    abstract int fill(long[] bag, char[] text, int from, int to);

    /** The pieces, sorted. */
    final int sorted(long[] bag, char[] text, int from, int to) {
        int count = fill(bag, text, from, to);
        Arrays.sort(bag, 0, count);
        return count;
    }
}
