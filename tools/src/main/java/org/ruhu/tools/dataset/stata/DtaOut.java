package org.ruhu.tools.dataset.stata;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Numbers as a little-endian machine keeps them, texts with zeros behind. */
final class DtaOut implements AutoCloseable {

    private final OutputStream out;
    private final ByteBuffer number = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);

    DtaOut(OutputStream out) {
        this.out = out;
    }

    void bytes(byte[] bytes) throws IOException {
        out.write(bytes);
    }

    void text(String text) throws IOException {
        bytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** So many bytes: the text, which is not longer, and zeros. */
    void padded(byte[] text, int length) throws IOException {
        bytes(text);
        for (int i = text.length; i < length; i++) {
            int8(0);
        }
    }

    void int8(int value) throws IOException {
        out.write(value);
    }

    void int16(int value) throws IOException {
        number.clear().putShort((short) value);
        send(Short.BYTES);
    }

    void int32(int value) throws IOException {
        number.clear().putInt(value);
        send(Integer.BYTES);
    }

    void int64(long value) throws IOException {
        number.clear().putLong(value);
        send(Long.BYTES);
    }

    private void send(int bytes) throws IOException {
        out.write(number.array(), 0, bytes);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
