package org.ruhu.server.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.ruhu.server.door.Refusal;

/**
 * Passwords as Argon2id hashes in the PHC text form, with the parameters OWASP asks for (19 MiB, 2 passes, 1 lane). At
 * most so many are computed at a time as there are processors, so that a flood of sign-ins cannot take all memory.
 */
final class Passwords {

    static final int SHORTEST = 10;
    static final int LONGEST = 200;
    private static final int MEMORY_KIB = 19_456;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int MOST_WAITING = 200;
    private static final String GENERATED_FROM = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final Base64.Encoder ENCODER = Base64.getEncoder().withoutPadding();

    private final SecureRandom random;
    private final Semaphore processors = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String nobody;

    Passwords(SecureRandom random) {
        this.random = random;
        this.nobody = "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(MEMORY_KIB, PASSES, LANES,
                ENCODER.encodeToString(bytes(SALT_BYTES)), ENCODER.encodeToString(bytes(HASH_BYTES)));
    }

    String hash(String password) {
        byte[] salt = bytes(SALT_BYTES);
        byte[] hash = argon2(password, salt, MEMORY_KIB, PASSES, LANES, HASH_BYTES);
        return "$argon2id$v=19$m=%d,t=%d,p=%d$%s$%s".formatted(MEMORY_KIB, PASSES, LANES,
                ENCODER.encodeToString(salt), ENCODER.encodeToString(hash));
    }

    boolean matches(String password, String phc) {
        String[] parts = phc.split("\\$");
        String[] parameters = parts[3].split("[=,]");
        byte[] salt = Base64.getDecoder().decode(parts[4]);
        byte[] expected = Base64.getDecoder().decode(parts[5]);
        byte[] actual = argon2(password, salt, Integer.parseInt(parameters[1]), Integer.parseInt(parameters[3]),
                Integer.parseInt(parameters[5]), expected.length);
        return MessageDigest.isEqual(expected, actual);
    }

    /** A hash no password has: whoever compares with it takes as long as with a real one. */
    String nobody() {
        return nobody;
    }

    /** 20 characters that are easy to read aloud, 100 bits. */
    String generated() {
        StringBuilder password = new StringBuilder();
        for (int i = 0; i < 20; i++) {
            password.append(i > 0 && i % 5 == 0 ? "-" : "").append(GENERATED_FROM.charAt(random.nextInt(32)));
        }
        return password.toString();
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    private byte[] argon2(String password, byte[] salt, int memoryKib, int passes, int lanes, int bytes) {
        if (processors.getQueueLength() > MOST_WAITING) {
            throw new Refusal(Refusal.Kind.BUSY, "Very many people sign in just now; try again").retryAfter(10);
        }
        processors.acquireUninterruptibly();
        try {
            Argon2BytesGenerator generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withSalt(salt).withMemoryAsKB(memoryKib).withIterations(passes).withParallelism(lanes).build());
            byte[] hash = new byte[bytes];
            generator.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            processors.release();
        }
    }
}
