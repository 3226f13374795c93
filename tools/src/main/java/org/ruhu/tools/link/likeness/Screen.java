package org.ruhu.tools.link.likeness;

/**
 * Says of most pairs of texts that a measure cannot reach a bound, from a sketch of each that was made before: its
 * {@link Letters}, a head with its length and its first four letters, and a tail with its last four. Where it says
 * "perhaps", one has to measure.
 */
public abstract class Screen {

    /** Longer texts are not screened. */
    private static final int LONGEST = 31;
    private static final int PREFIX = 4;
    private static final int BITS = 6;
    private static final int PREFIX_BITS = (1 << BITS * PREFIX) - 1;
    private static final int LENGTH_SHIFT = BITS * PREFIX;
    private static final byte NEVER = Byte.MAX_VALUE;

    private Screen() {}

    /** Six bits for each of the first four letters, the first lowest, then the length, 255 at most. */
    public static int head(char[] text, int from, int to) {
        int head = Math.min(255, to - from) << LENGTH_SHIFT;
        for (int i = 0; i < Math.min(PREFIX, to - from); i++) {
            head |= bits(text[from + i]) << BITS * i;
        }
        return head;
    }

    /** Six bits for each of the last four letters, the last lowest. */
    public static int tail(char[] text, int from, int to) {
        int tail = 0;
        for (int i = 0; i < Math.min(PREFIX, to - from); i++) {
            tail |= bits(text[to - 1 - i]) << BITS * i;
        }
        return tail;
    }

    private static int bits(char letter) {
        return letter < 128 ? letter & 63 : letter * 0x9E3779B1 >>> 32 - BITS;
    }

    /** Whether the measure may reach the bound. */
    public abstract boolean perhaps(int aHead, int aTail, long aLetters, int bHead, int bTail, long bLetters);

    public static Screen jaro(double atLeast) {
        return new OfJaro(atLeast, false);
    }

    public static Screen jaroWinkler(double atLeast) {
        return new OfJaro(atLeast, true);
    }

    /** Of an edit distance, whether neighbours may be swapped or not. */
    public static Screen edits(double atMost) {
        return atMost >= 1 && atMost < 2 ? new OfOneEdit() : new OfEdits(atMost);
    }

    /**
     * How many letters two texts must share is looked up by their lengths and by how many letters they begin with
     * alike.
     */
    private static final class OfJaro extends Screen {

        private final byte[] needed = new byte[(PREFIX + 1) * (LONGEST + 1) * (LONGEST + 1)];

        OfJaro(double atLeast, boolean raised) {
            for (int prefix = 0; prefix <= PREFIX; prefix++) {
                for (int a = 1; a <= LONGEST; a++) {
                    for (int b = 1; b <= LONGEST; b++) {
                        int counted = raised ? Math.min(prefix, Math.min(a, b)) : 0;
                        needed[at(prefix, a, b)] = needed(atLeast - Jaro.SLACK, counted, a, b);
                    }
                }
            }
        }

        private static int at(int prefix, int a, int b) {
            return (prefix * (LONGEST + 1) + a) * (LONGEST + 1) + b;
        }

        private static byte needed(double atLeast, int prefix, int a, int b) {
            for (byte shared = 0; shared <= Math.min(a, b); shared++) {
                if (JaroWinkler.raised(Jaro.similarity(shared, 0, a, b), prefix) >= atLeast) {
                    return shared;
                }
            }
            return NEVER;
        }

        @Override
        public boolean perhaps(int aHead, int aTail, long aLetters, int bHead, int bTail, long bLetters) {
            int a = aHead >>> LENGTH_SHIFT;
            int b = bHead >>> LENGTH_SHIFT;
            if ((a | b) > LONGEST) {
                return true;
            }
            int prefix = Integer.numberOfTrailingZeros((aHead ^ bHead) & PREFIX_BITS | PREFIX_BITS + 1) / BITS;
            return Letters.shared(a, aLetters, b, bLetters) >= needed[at(prefix, a, b)];
        }
    }

    private static final class OfEdits extends Screen {

        private final double atMost;

        OfEdits(double atMost) {
            this.atMost = atMost;
        }

        @Override
        public boolean perhaps(int aHead, int aTail, long aLetters, int bHead, int bTail, long bLetters) {
            int a = aHead >>> LENGTH_SHIFT;
            int b = bHead >>> LENGTH_SHIFT;
            return (a | b) > LONGEST || Letters.edits(a, aLetters, b, bLetters) <= atMost;
        }
    }

    /**
     * One edit leaves texts of the same length alike but for one place, or two where neighbours were swapped; texts of
     * different length begin alike or end alike.
     */
    private static final class OfOneEdit extends Screen {

        private static final int LOW_BITS = 0b000001_000001_000001_000001;

        @Override
        public boolean perhaps(int aHead, int aTail, long aLetters, int bHead, int bTail, long bLetters) {
            int a = aHead >>> LENGTH_SHIFT;
            int b = bHead >>> LENGTH_SHIFT;
            int heads = (aHead ^ bHead) & PREFIX_BITS;
            int tails = aTail ^ bTail;
            boolean apart = a == b ? differing(heads) + differing(tails) > 2 : heads != 0 && tails != 0;
            return (!apart || Math.min(a, b) <= 2 * PREFIX)
                    && ((a | b) > LONGEST || Letters.edits(a, aLetters, b, bLetters) <= 1);
        }

        /** In how many of the four letters. */
        private static int differing(int bits) {
            int any = bits | bits >>> 3;
            any |= any >>> 1 | any >>> 2;
            return Integer.bitCount(any & LOW_BITS);
        }
    }
}
