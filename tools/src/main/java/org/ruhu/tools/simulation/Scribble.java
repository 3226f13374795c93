package org.ruhu.tools.simulation;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Adler32;
import java.util.zip.CRC32;

/** A made-up signature: a small black and white PNG, packed by hand so that its bytes depend on no library. */
public record Scribble(byte[] png) {

    private static final int WIDTH = 96;
    private static final int HEIGHT = 32;
    private static final int ROW = 1 + WIDTH / 8;

    static Scribble of(Dice dice) {
        byte[] pixels = new byte[HEIGHT * ROW];
        Arrays.fill(pixels, (byte) 0xff);
        int y = HEIGHT / 2;
        for (int x = 4; x < WIDTH - 4; x++) {
            y = Math.max(3, Math.min(HEIGHT - 4, y + dice.between(-3, 3)));
            pixels[y * ROW + 1 + x / 8] &= (byte) ~(0x80 >> x % 8);
        }
        for (int row = 0; row < HEIGHT; row++) {
            pixels[row * ROW] = 0;
        }
        return new Scribble(png(pixels));
    }

    /** The name it is stored under. */
    public String sha256() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(png));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] png(byte[] pixels) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        out.writeBytes(chunk("IHDR", ByteBuffer.allocate(13).putInt(WIDTH).putInt(HEIGHT)
                .put(new byte[] {1, 0, 0, 0, 0}).array()));
        out.writeBytes(chunk("IDAT", stored(pixels)));
        out.writeBytes(chunk("IEND", new byte[0]));
        return out.toByteArray();
    }

    private static byte[] chunk(String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        return ByteBuffer.allocate(12 + data.length).putInt(data.length).put(name).put(data)
                .putInt((int) crc.getValue()).array();
    }

    /** A zlib stream of one block that is not compressed. */
    private static byte[] stored(byte[] data) {
        Adler32 sum = new Adler32();
        sum.update(data);
        int length = data.length;
        return ByteBuffer.allocate(length + 11)
                .put(new byte[] {0x78, 1, 1, (byte) length, (byte) (length >> 8), (byte) ~length,
                        (byte) (~length >> 8)})
                .put(data).putInt((int) sum.getValue()).array();
    }
}
