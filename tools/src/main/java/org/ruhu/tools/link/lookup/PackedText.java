package org.ruhu.tools.link.lookup;

import java.util.Arrays;

/**
 * A text as few bytes: half a byte for a character where all are digits or nearly so, else one for ASCII, two or three
 * for others. In front stands how many half or whole bytes follow, seven bits to a byte and the lowest saying which.
 */
final class PackedText {

    private static final String HALF = "0123456789-X/.: ";
    private static final byte[] HALVES = new byte[128];
    private static final int NONE = -1;

    static {
        Arrays.fill(HALVES, (byte) NONE);
        for (int i = 0; i < HALF.length(); i++) {
            HALVES[HALF.charAt(i)] = (byte) i;
        }
    }

    private PackedText() {}

    static byte[] of(String text) {
        boolean halves = true;
        int bytes = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            halves &= half(c) != NONE;
            bytes += c < 0x80 ? 1 : c < 0x800 ? 2 : 3;
        }
        int count = halves ? text.length() : bytes;
        int from = headLength(count);
        byte[] packed = new byte[from + (halves ? (count + 1) / 2 : count)];
        head(count << 1 | (halves ? 1 : 0), packed);
        if (halves) {
            putHalves(text, packed, from);
        } else {
            putBytes(text, packed, from);
        }
        return packed;
    }

    private static int half(char c) {
        return c < HALVES.length ? HALVES[c] : NONE;
    }

    private static int headLength(int count) {
        int length = 1;
        for (long rest = (long) count << 1 >>> 7; rest > 0; rest >>>= 7) {
            length++;
        }
        return length;
    }

    private static void head(int head, byte[] packed) {
        int at = 0;
        for (int rest = head; at == 0 || rest > 0; rest >>>= 7) {
            packed[at++] = (byte) (rest >>> 7 > 0 ? rest & 0x7F | 0x80 : rest);
        }
    }

    private static void putHalves(String text, byte[] packed, int from) {
        for (int i = 0; i < text.length(); i++) {
            packed[from + i / 2] |= half(text.charAt(i)) << (i % 2 == 0 ? 0 : 4);
        }
    }

    private static void putBytes(String text, byte[] packed, int from) {
        int at = from;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                packed[at++] = (byte) c;
            } else if (c < 0x800) {
                packed[at++] = (byte) (0xC0 | c >> 6);
                packed[at++] = (byte) (0x80 | c & 0x3F);
            } else {
                packed[at++] = (byte) (0xE0 | c >> 12);
                packed[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                packed[at++] = (byte) (0x80 | c & 0x3F);
            }
        }
    }

    /** Where the text that begins there ends. */
    static int end(byte[] packed, int from) {
        int head = head(packed, from);
        int count = head >>> 1;
        return from + headLength(count) + ((head & 1) == 1 ? (count + 1) / 2 : count);
    }

    /** No text that begins there has more characters. */
    static int most(byte[] packed, int from) {
        return head(packed, from) >>> 1;
    }

    private static int head(byte[] packed, int from) {
        int head = 0;
        int at = from;
        for (int shift = 0; ; shift += 7) {
            head |= (packed[at] & 0x7F) << shift;
            if (packed[at++] >= 0) {
                return head;
            }
        }
    }

    /** @return where the text, put behind others, ends */
    static int unpack(byte[] packed, int from, char[] into, int start) {
        int head = head(packed, from);
        int count = head >>> 1;
        int at = from + headLength(count);
        if ((head & 1) == 1) {
            for (int i = 0; i < count; i++) {
                into[start + i] = HALF.charAt(packed[at + i / 2] >> (i % 2 == 0 ? 0 : 4) & 15);
            }
            return start + count;
        }
        int end = start;
        for (int last = at + count; at < last; end++) {
            int first = packed[at++];
            if (first >= 0) {
                into[end] = (char) first;
            } else if ((first & 0x20) == 0) {
                into[end] = (char) ((first & 0x1F) << 6 | packed[at++] & 0x3F);
            } else {
                into[end] = (char) ((first & 0x0F) << 12 | (packed[at++] & 0x3F) << 6 | packed[at++] & 0x3F);
            }
        }
        return end;
    }
}
