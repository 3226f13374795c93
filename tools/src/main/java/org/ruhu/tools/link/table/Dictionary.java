package org.ruhu.tools.link.table;

import java.util.Arrays;

/**
 * Numbers texts in the order they are met; equal texts have equal numbers. The empty text, which is a missing value, is
 * 0.
 *
 * <p>Texts lie packed in one array and are found by open addressing. A slot holds 32 bits of hash beside the code, so
 * that most wrong slots are passed by without looking at a text. The hash mixes every character into 64 bits: with
 * {@code String.hashCode} id numbers of one county, which differ in a few digits, fall into a few slots.
 */
public final class Dictionary {

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private char[] chars = new char[256];
    private int[] starts = new int[32];
    private int size = 1;
    private long[] slots = new long[64];
    private char[] scratch = new char[64];
    private int last;
    /** Written so that nobody thinks {@link #fetch} to be idle and leaves it out. */
    private int fetched;

    /** Code of a text, a new one if it was never met. */
    public int code(String text) {
        return code(unpacked(text), 0, text.length());
    }

    /** Code of a text, a new one if it was never met. One is often what the one before was, as in a household. */
    public int code(char[] text, int from, int to) {
        if (!Arrays.equals(chars, starts[last], starts[last + 1], text, from, to)) {
            last = from == to ? Column.MISSING : codeOf(text, from, to, true);
        }
        return last;
    }

    /**
     * Codes of many texts, as {@link #code(char[], int, int)} gives them one after the other. What is looked at for
     * each is asked from memory before: then waiting for one does not hold up the next.
     */
    void codes(char[] text, int[] from, int[] to, int count, int[] into) {
        fetch(text, from, to, count, into);
        for (int i = 0; i < count; i++) {
            into[i] = code(text, from[i], to[i]);
        }
    }

    /** Brings near what {@link #codeOf} is about to look at: slots, then where their texts are, then the texts. */
    private void fetch(char[] text, int[] from, int[] to, int count, int[] near) {
        for (int i = 0; i < count; i++) {
            near[i] = place(hash(text, from[i], to[i]) << 32);
        }
        for (int i = 0; i < count; i++) {
            near[i] = (int) slots[near[i]];
        }
        for (int i = 0; i < count; i++) {
            near[i] = starts[near[i]];
        }
        int sum = 0;
        for (int i = 0; i < count; i++) {
            sum += chars[near[i]];
        }
        fetched = sum;
    }

    /** Code of a text; 0, as for the missing value, if it was never met. */
    public int find(String text) {
        return text.isEmpty() ? Column.MISSING : codeOf(unpacked(text), 0, text.length(), false);
    }

    /** The same for one of the texts of a column. */
    public int find(Values values, int code) {
        return code == Column.MISSING ? Column.MISSING
                : codeOf(values.chars(), values.from(code), values.to(code), false);
    }

    /** Codes are smaller than this. */
    public int size() {
        return size;
    }

    public String text(int code) {
        return new String(chars, starts[code], starts[code + 1] - starts[code]);
    }

    /** The texts so far, in arrays of their own. */
    public Values values() {
        return new Values(Arrays.copyOf(chars, starts[size]), Arrays.copyOf(starts, size + 1));
    }

    private char[] unpacked(String text) {
        int length = text.length();
        if (length > scratch.length) {
            scratch = new char[Integer.highestOneBit(length) * 2];
        }
        text.getChars(0, length, scratch, 0);
        return scratch;
    }

    private int codeOf(char[] text, int from, int to, boolean add) {
        long hash = hash(text, from, to) << 32;
        int at = place(hash);
        while (slots[at] != 0) {
            if ((slots[at] ^ hash) >>> 32 == 0) {
                int code = (int) slots[at];
                if (Arrays.equals(chars, starts[code], starts[code + 1], text, from, to)) {
                    return code;
                }
            }
            at = at + 1 & slots.length - 1;
        }
        return add ? append(text, from, to - from, hash, at) : Column.MISSING;
    }

    private int append(char[] text, int offset, int length, long hash, int at) {
        int from = starts[size];
        if (length > Integer.MAX_VALUE - 16 - from) {
            throw new IllegalArgumentException("a column holds more than two thousand million characters");
        }
        if (from + length > chars.length) {
            chars = Arrays.copyOf(chars, Growth.beyond(from + length));
        }
        System.arraycopy(text, offset, chars, from, length);
        int code = size++;
        if (size == starts.length) {
            starts = Arrays.copyOf(starts, Growth.beyond(size + 1));
        }
        starts[size] = from + length;
        slots[at] = hash | code;
        if (size > slots.length * 0.7) {
            grow();
        }
        return code;
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

    /** Four characters at a time; the shift brings what multiplication pushed up down again. */
    private static long hash(char[] text, int from, int to) {
        long hash = to - from;
        int i = from;
        for (; i + 4 <= to; i += 4) {
            long four = text[i] | (long) text[i + 1] << 16 | (long) text[i + 2] << 32 | (long) text[i + 3] << 48;
            hash = mixed(hash ^ four);
        }
        for (; i < to; i++) {
            hash = mixed(hash ^ text[i]);
        }
        return hash ^ hash >>> 32;
    }

    private static long mixed(long bits) {
        long product = bits * MIX;
        return (product ^ product >>> 32) * MIX;
    }
}
