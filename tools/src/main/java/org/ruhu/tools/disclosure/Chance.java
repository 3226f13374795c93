package org.ruhu.tools.disclosure;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Numbers that are chance to whoever does not know the seed, and always the same for the same words. */
final class Chance {

    private final Mac mac;

    Chance(String purpose, long seed) {
        try {
            mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((purpose + " " + seed).getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    long of(String words) {
        return ByteBuffer.wrap(mac.doFinal(words.getBytes(StandardCharsets.UTF_8))).getLong();
    }

    /** From 0 to under 1. */
    double share(String words) {
        return (of(words) >>> 11) * 0x1.0p-53;
    }
}
