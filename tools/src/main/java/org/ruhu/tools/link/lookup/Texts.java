package org.ruhu.tools.link.lookup;

import java.util.Arrays;

/**
 * The distinct texts of a column, packed one behind the other; a text's code is where it stands. Code 0 is the missing
 * value. Any number of threads may read while none writes.
 */
final class Texts {

    private static final int CHUNK_BITS = 18;
    private static final int CHUNK = 1 << CHUNK_BITS;

    /** Texts do not reach over the end of a chunk; one that is longer has a chunk of its own. */
    private byte[][] chunks = {new byte[64]};
    private int last;
    /** Of what is in the last chunk. */
    private int end = Slots.SMALLEST;
    private final Slots slots = new Slots() {
        @Override
        long hash(int code) {
            byte[] chunk = chunks[code >>> CHUNK_BITS];
            int from = code & CHUNK - 1;
            return hashed(chunk, from, PackedText.end(chunk, from));
        }
    };

    /** Code of a text; 0, as for the missing value, if it was never met. */
    int find(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        byte[] packed = PackedText.of(text);
        int at = place(packed, hashed(packed, 0, packed.length));
        return at < 0 ? 0 : slots.number(at);
    }

    /** Code of a text, a new one if it was never met. */
    int code(String text) {
        if (text.isEmpty()) {
            return 0;
        }
        byte[] packed = PackedText.of(text);
        long hash = hashed(packed, 0, packed.length);
        int at = place(packed, hash);
        if (at >= 0) {
            return slots.number(at);
        }
        int code = append(packed);
        slots.roomFor(code);
        slots.put(~place(packed, hash), hash, code);
        return code;
    }

    String text(int code) {
        if (code == 0) {
            return "";
        }
        char[] chars = new char[most(code)];
        return new String(chars, 0, unpack(code, chars, 0));
    }

    /** No text with the code has more characters. */
    int most(int code) {
        return PackedText.most(chunks[code >>> CHUNK_BITS], code & CHUNK - 1);
    }

    /** @return where the text, put behind others, ends */
    int unpack(int code, char[] into, int start) {
        return PackedText.unpack(chunks[code >>> CHUNK_BITS], code & CHUNK - 1, into, start);
    }

    private int place(byte[] packed, long hash) {
        return slots.find(hash, code -> {
            byte[] chunk = chunks[code >>> CHUNK_BITS];
            int from = code & CHUNK - 1;
            return from + packed.length <= chunk.length
                    && Arrays.equals(chunk, from, from + packed.length, packed, 0, packed.length);
        });
    }

    private int append(byte[] packed) {
        if (end + packed.length > CHUNK) {
            if (last + 1 >= 1 << Integer.SIZE - 1 - CHUNK_BITS) {
                throw new IllegalArgumentException("a column holds more than two thousand million bytes");
            }
            if (++last == chunks.length) {
                chunks = Arrays.copyOf(chunks, 2 * last);
            }
            chunks[last] = new byte[Math.max(CHUNK, packed.length)];
            end = 0;
        } else if (end + packed.length > chunks[last].length) {
            chunks[last] = Arrays.copyOf(chunks[last], Math.min(CHUNK, 2 * (end + packed.length)));
        }
        int code = last << CHUNK_BITS | end;
        System.arraycopy(packed, 0, chunks[last], end, packed.length);
        end += packed.length;
        return code;
    }

    private static long hashed(byte[] bytes, int from, int to) {
        long hash = to - from;
        for (int i = from; i < to; i += Long.BYTES) {
            long eight = 0;
            for (int k = Math.min(to, i + Long.BYTES) - 1; k >= i; k--) {
                eight = eight << 8 | bytes[k] & 0xFF;
            }
            hash = Slots.mixed(hash ^ eight);
        }
        return hash;
    }
}
