package org.ruhu.tools.disclosure;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Numbers and texts of a binary file, from front to back. */
final class Binary {

    private static final int MOST = 1 << 26;
    private static final double WHOLE = 1e18;

    private final InputStream in;
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;

    Binary(InputStream in) {
        this.in = in;
    }

    void order(ByteOrder other) {
        order = other;
    }

    /** @throws EOFException where the file ends before, or says that it is longer than any is */
    byte[] bytes(long count) throws IOException {
        if (count < 0 || count > MOST) {
            throw new EOFException("damaged");
        }
        byte[] bytes = in.readNBytes((int) count);
        if (bytes.length < count) {
            throw new EOFException("ends early");
        }
        return bytes;
    }

    /** Empty at the end of the file. */
    byte[] upTo(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length > 0 && bytes.length < count) {
            throw new EOFException("ends early");
        }
        return bytes;
    }

    private ByteBuffer number(int bytes) throws IOException {
        return ByteBuffer.wrap(bytes(bytes)).order(order);
    }

    int int8() throws IOException {
        return bytes(1)[0] & 0xff;
    }

    int int16() throws IOException {
        return number(2).getShort() & 0xffff;
    }

    int int32() throws IOException {
        return number(4).getInt();
    }

    long int64() throws IOException {
        return number(8).getLong();
    }

    double float64(byte[] eight) {
        return ByteBuffer.wrap(eight).order(order).getDouble();
    }

    /** A number as it would stand in the file. */
    byte[] raw(double number) {
        return ByteBuffer.allocate(8).order(order).putDouble(number).array();
    }

    int int32(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).order(order).getInt(at);
    }

    /** Up to the first zero; as UTF-8 if it is, else as GB 18030. */
    static String text(byte[] bytes) {
        int end = 0;
        while (end < bytes.length && bytes[end] != 0) {
            end++;
        }
        return decoded(bytes, end);
    }

    /** All of it. */
    static String whole(byte[] bytes) {
        return decoded(bytes, bytes.length).replace('\0', ' ');
    }

    private static String decoded(byte[] bytes, int end) {
        try {
            CharBuffer utf8 = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, 0, end));
            return utf8.toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, 0, end, Charset.forName("GB18030"));
        }
    }

    /** A number as CSV would have it; empty for those that stand for nothing. */
    static String plain(double number) {
        return Double.isNaN(number) || Math.abs(number) >= WHOLE ? ""
                : new BigDecimal(number).stripTrailingZeros().scale() <= 0 ? String.valueOf((long) number)
                        : String.valueOf((float) number);
    }
}
