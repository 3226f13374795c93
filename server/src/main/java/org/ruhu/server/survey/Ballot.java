package org.ruhu.server.survey;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/**
 * A code that lets one person answer an anonymous survey once. 60 random bits; the server keeps only a keyed hash of it,
 * so that nobody who reads the store can tell whose answers are whose, or answer in another's place.
 *
 * @param code 12 characters without I, L, O and U, which are misread
 */
record Ballot(String code) {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    static Ballot draw(SecureRandom random) {
        StringBuilder code = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            code.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return new Ballot(code.toString());
    }

    /** As a person types it: small letters, hyphens and blanks do not matter, nor O for 0 and I or L for 1. */
    static Optional<Ballot> read(String typed) {
        String code = typed.toUpperCase(Locale.ROOT).replaceAll("[\\s-]", "").replace('O', '0')
                .replace('I', '1').replace('L', '1');
        return code.matches("[" + ALPHABET + "]{" + LENGTH + "}") ? Optional.of(new Ballot(code)) : Optional.empty();
    }

    /** In groups of four. */
    String printed() {
        return code.replaceAll("(.{" + GROUP + "})(?!$)", "$1-");
    }

    @Override
    public String toString() {
        return "a ballot";
    }
}
