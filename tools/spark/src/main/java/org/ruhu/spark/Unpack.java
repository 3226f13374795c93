package org.ruhu.spark;

import java.nio.ByteBuffer;

/** Reads what {@link Pack} wrote, in the same order. */
final class Unpack {

    private final ByteBuffer buffer;

    Unpack(byte[] packed) {
        buffer = ByteBuffer.wrap(packed);
    }

    /** Bytes that were not read yet. */
    int left() {
        return buffer.remaining();
    }

    int number() {
        return buffer.getInt();
    }

    long large() {
        return buffer.getLong();
    }

    byte[] bytes() {
        byte[] bytes = new byte[number()];
        buffer.get(bytes);
        return bytes;
    }

    int[] ints() {
        int[] ints = new int[number()];
        buffer.asIntBuffer().get(ints);
        moved(ints.length * Integer.BYTES);
        return ints;
    }

    long[] longs() {
        long[] longs = new long[number()];
        buffer.asLongBuffer().get(longs);
        moved(longs.length * Long.BYTES);
        return longs;
    }

    float[] floats() {
        float[] floats = new float[number()];
        buffer.asFloatBuffer().get(floats);
        moved(floats.length * Float.BYTES);
        return floats;
    }

    char[] chars() {
        char[] chars = new char[number()];
        buffer.asCharBuffer().get(chars);
        moved(chars.length * Character.BYTES);
        return chars;
    }

    private void moved(int bytes) {
        buffer.position(buffer.position() + bytes);
    }
}
