package org.ruhu.server.dataset;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * The ids of submissions in named data are not the true ones but made for each recipient: they join the files of one
 * export and no others, and whoever has the keys of the server can tell from a single one of them whose file it is
 * from. To everybody else they look like any id. Nine bytes are a keyed fingerprint of recipient and submission, six the
 * tag of the recipient's permit under a keyed mask of those nine, and one byte is what every random UUID has.
 */
final class Watermark {

    private static final int SALT = 9;
    private static final int TAG = 6;

    private final UnaryOperator<String> fingerprint;

    /** @param fingerprint keyed; what it makes is Base64 for URLs */
    Watermark(UnaryOperator<String> fingerprint) {
        this.fingerprint = fingerprint;
    }

    /** How a permit is told in ids: 12 hexadecimal digits. */
    static String tag(String permit) {
        return permit.replace("-", "").substring(0, 2 * TAG);
    }

    /** What a submission is called in the file of a permit. */
    String id(String permit, String submission) {
        byte[] salt = keyed("submission " + permit + " " + submission, SALT);
        byte[] mask = keyed("mask " + HexFormat.of().formatHex(salt), TAG);
        byte[] tag = HexFormat.of().parseHex(tag(permit));
        byte[] hidden = new byte[SALT + TAG];
        System.arraycopy(salt, 0, hidden, 0, SALT);
        for (int i = 0; i < TAG; i++) {
            hidden[SALT + i] = (byte) (tag[i] ^ mask[i]);
        }
        return uuid(hidden).toString();
    }

    /** The tag that a marked id hides; of any other id something that no permit has. */
    String tag(UUID id) {
        byte[] hidden = hidden(id);
        byte[] salt = Arrays.copyOf(hidden, SALT);
        byte[] mask = keyed("mask " + HexFormat.of().formatHex(salt), TAG);
        byte[] tag = new byte[TAG];
        for (int i = 0; i < TAG; i++) {
            tag[i] = (byte) (hidden[SALT + i] ^ mask[i]);
        }
        return HexFormat.of().formatHex(tag);
    }

    private byte[] keyed(String text, int bytes) {
        return Arrays.copyOf(Base64.getUrlDecoder().decode(fingerprint.apply("watermark " + text)), bytes);
    }

    /** 120 bits around the version and the variant. */
    private static UUID uuid(byte[] hidden) {
        long high = ByteBuffer.wrap(hidden).getLong();
        long low = ByteBuffer.wrap(hidden, 7, 8).getLong() & 0xFF_FFFF_FFFF_FFFFL;
        long most = high >>> 16 << 16 | 0x4000L | high >>> 4 & 0x0FFFL;
        long variant = 0x8L | high >>> 20 & 0x3L;
        return new UUID(most, variant << 60 | (high & 0x0FL) << 56 | low);
    }

    private static byte[] hidden(UUID id) {
        long most = id.getMostSignificantBits();
        long low = id.getLeastSignificantBits();
        long high = most >>> 16 << 16 | (most & 0x0FFFL) << 4 | low >>> 56 & 0x0FL;
        ByteBuffer hidden = ByteBuffer.allocate(SALT + TAG);
        hidden.putLong(high);
        for (int shift = 48; shift >= 0; shift -= 8) {
            hidden.put((byte) (low >>> shift));
        }
        return hidden.array();
    }
}
