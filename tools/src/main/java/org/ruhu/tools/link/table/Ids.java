package org.ruhu.tools.link.table;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** What records are called, row by row, packed as UTF-8: that is how they are written, again and again. */
public final class Ids {

    /** Nothing above it is a sign that CSV has a meaning for. */
    private static final char SIGNS = ',';

    private final byte[] bytes;
    private final int[] starts;
    private final boolean plain;

    private Ids(byte[] bytes, int[] starts, boolean plain) {
        this.bytes = bytes;
        this.starts = starts;
        this.plain = plain;
    }

    /** Of so many rows that nobody asks for by name. */
    public static Ids nameless(int rows) {
        return new Ids(new byte[0], new int[rows + 1], true);
    }

    public int size() {
        return starts.length - 1;
    }

    public String text(int row) {
        return new String(bytes, starts[row], length(row), StandardCharsets.UTF_8);
    }

    /** Bytes. */
    public int length(int row) {
        return starts[row + 1] - starts[row];
    }

    public void copy(int row, byte[] to, int at) {
        System.arraycopy(bytes, starts[row], to, at, length(row));
    }

    /** Whether no id has a blank, a comma, a quotation mark or the like, so that all can stand in CSV as they are. */
    public boolean plain() {
        return plain;
    }

    /** Takes one id after the other and knows those it took. */
    public static final class Gathering {

        private static final long MIX = 0x9E3779B97F4A7C15L;

        private byte[] bytes = new byte[1024];
        private int[] starts = new int[64];
        private int size;
        /** Hash above row + 1; 0 where there is none. */
        private long[] slots = new long[64];
        private int since;
        private boolean plain = true;

        /** @return whether it is new since {@link #forget} */
        public boolean add(char[] text, int from, int to) {
            int start = starts[size];
            int end = write(text, from, to, start);
            long hash = hash(start, end) << 32;
            int at = place(hash);
            while (slots[at] != 0) {
                if ((slots[at] ^ hash) >>> 32 == 0 && same((int) slots[at] - 1, start, end)) {
                    return false;
                }
                at = at + 1 & slots.length - 1;
            }
            if (++size == starts.length - 1) {
                starts = Arrays.copyOf(starts, Growth.beyond(size + 2));
            }
            starts[size] = end;
            slots[at] = hash | size;
            if (size - since > slots.length * 0.7) {
                grow();
            }
            return true;
        }

        /** From now on ids may be what earlier ones are. */
        public void forget() {
            Arrays.fill(slots, 0);
            since = size;
        }

        public Ids ids() {
            return new Ids(Arrays.copyOf(bytes, starts[size]), Arrays.copyOf(starts, size + 1), plain);
        }

        private int write(char[] text, int from, int to, int start) {
            room(start, to - from);
            int above = SIGNS;
            for (int i = from; i < to; i++) {
                char c = text[i];
                if (c > 127) {
                    return writeAny(new String(text, from, to - from), start);
                }
                plain &= c > above;
                bytes[start + i - from] = (byte) c;
            }
            return start + to - from;
        }

        private int writeAny(String text, int start) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            plain &= text.chars().allMatch(c -> c > SIGNS);
            room(start, utf8.length);
            System.arraycopy(utf8, 0, bytes, start, utf8.length);
            return start + utf8.length;
        }

        private void room(int start, int more) {
            if (more > Integer.MAX_VALUE - 16 - start) {
                throw new IllegalArgumentException("ids hold more than two thousand million bytes");
            }
            if (start + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Growth.beyond(start + more));
            }
        }

        private boolean same(int row, int start, int end) {
            return Arrays.equals(bytes, starts[row], starts[row + 1], bytes, start, end);
        }

        private void grow() {
            long[] old = slots;
            slots = new long[old.length * 2];
            for (long slot : old) {
                if (slot != 0) {
                    int at = place(slot);
                    while (slots[at] != 0) {
                        at = at + 1 & slots.length - 1;
                    }
                    slots[at] = slot;
                }
            }
        }

        private int place(long slot) {
            return (int) (slot >>> 32) & slots.length - 1;
        }

        /** Every byte tells, with numbers that differ in a few digits as well. */
        private long hash(int start, int end) {
            long hash = end - start;
            for (int i = start; i < end; i++) {
                hash = (hash ^ bytes[i]) * MIX;
                hash ^= hash >>> 32;
            }
            return hash;
        }
    }
}
