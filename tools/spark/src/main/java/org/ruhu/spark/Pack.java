package org.ruhu.spark;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** Arrays written one behind the other, to be sent or kept; {@link Unpack} reads them in the same order. */
final class Pack {

    private ByteBuffer buffer;

    Pack() {
        this(1 << 12);
    }

    /** @param bytes to begin with */
    Pack(int bytes) {
        buffer = ByteBuffer.allocate(bytes);
    }

    private ByteBuffer room(long bytes) {
        long needed = buffer.position() + bytes;
        if (needed > buffer.capacity()) {
            if (needed > Integer.MAX_VALUE - 16) {
                throw new IllegalStateException("more than two thousand million bytes in one piece; make more of them"
                        + " with --partitions");
            }
            int larger = (int) Math.min(Integer.MAX_VALUE - 16, Math.max(needed, 2L * buffer.capacity()));
            byte[] bytesNow = Arrays.copyOf(buffer.array(), larger);
            int position = buffer.position();
            buffer = ByteBuffer.wrap(bytesNow).position(position);
        }
        return buffer;
    }

    Pack number(int number) {
        room(Integer.BYTES).putInt(number);
        return this;
    }

    Pack large(long number) {
        room(Long.BYTES).putLong(number);
        return this;
    }

    Pack bytes(byte[] bytes) {
        number(bytes.length).room(bytes.length).put(bytes);
        return this;
    }

    Pack ints(int[] ints) {
        return ints(ints, ints.length);
    }

    Pack ints(int[] ints, int count) {
        number(count).room((long) count * Integer.BYTES).asIntBuffer().put(ints, 0, count);
        return moved(count * Integer.BYTES);
    }

    Pack longs(long[] longs) {
        return longs(longs, longs.length);
    }

    Pack longs(long[] longs, int count) {
        number(count).room((long) count * Long.BYTES).asLongBuffer().put(longs, 0, count);
        return moved(count * Long.BYTES);
    }

    Pack floats(float[] floats) {
        number(floats.length).room((long) floats.length * Float.BYTES).asFloatBuffer().put(floats);
        return moved(floats.length * Float.BYTES);
    }

    Pack chars(char[] chars, int from, int to) {
        number(to - from).room((long) (to - from) * Character.BYTES).asCharBuffer().put(chars, from, to - from);
        return moved((to - from) * Character.BYTES);
    }

    private Pack moved(int bytes) {
        buffer.position(buffer.position() + bytes);
        return this;
    }

    byte[] packed() {
        return Arrays.copyOf(buffer.array(), buffer.position());
    }
}
