package org.ruhu.tools.dataset.spss;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Numbers as a little-endian machine keeps them, texts padded with blanks. */
final class SavOut implements AutoCloseable {

    private final OutputStream out;
    private final ByteBuffer number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

    SavOut(OutputStream out) {
        this.out = out;
    }

    void int32(int... values) throws IOException {
        for (int value : values) {
            number.clear().putInt(value);
            out.write(number.array(), 0, Integer.BYTES);
        }
    }

    void int64(long value) throws IOException {
        number.clear().putLong(value);
        out.write(number.array());
    }

    void float64(double value) throws IOException {
        int64(Double.doubleToRawLongBits(value));
    }

    void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void int8(int value) throws IOException {
        out.write(value);
    }

    /** So many bytes: the text, which is not longer, and blanks. */
    void padded(byte[] text, int length) throws IOException {
        out.write(text);
        for (int i = text.length; i < length; i++) {
            out.write(' ');
        }
    }

    void padded(String text, int length) throws IOException {
        padded(text.getBytes(StandardCharsets.UTF_8), length);
    }

    /** One of the records that tell more: of their own number, their length in front. */
    void extension(int subtype, int size, byte[] content) throws IOException {
        int32(7, subtype, size, content.length / size);
        bytes(content);
    }

    void extension(int subtype, String content) throws IOException {
        extension(subtype, 1, content.getBytes(StandardCharsets.UTF_8));
    }

    /** A number as eight bytes. */
    static byte[] raw(double value) {
        return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putDouble(value).array();
    }

    /** A text of at most eight bytes with blanks behind. */
    static byte[] raw(byte[] text) {
        byte[] eight = new byte[8];
        Arrays.fill(eight, (byte) ' ');
        System.arraycopy(text, 0, eight, 0, text.length);
        return eight;
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
