package org.ruhu.server.vault;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.prf.PrfSet;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ruhu.server.door.Json;
import org.ruhu.server.store.Document;
import org.ruhu.server.store.Kind;
import org.ruhu.server.store.Store;

/**
 * Keeps id numbers and telephone numbers from everybody who reads the store: sealed one by one, and found again by a
 * fingerprint that only the holder of the key can compute.
 */
public final class Identifiers {

    /** One document that shows whether the keys are those the data were sealed with. */
    public static final Kind KIND = new Kind("vault", false, List.of());

    private static final String TRIAL = "trial";
    private static final int FINGERPRINT_BYTES = 24;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final Base64.Decoder DECODER = Base64.getUrlDecoder();

    private final Aead aead;
    private final PrfSet prf;

    private Identifiers(Keys keys) {
        try {
            aead = keys.sealing().getPrimitive(RegistryConfiguration.get(), Aead.class);
            prf = keys.fingerprints().getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the key files hold other keys; put them back from your backup", e);
        }
    }

    /**
     * Opens the vault of an installation, and makes its keys if nothing has been sealed yet.
     *
     * @throws IllegalStateException if data are sealed and the keys are missing or others; says what to do
     */
    public static Identifiers open(Path folder, Store store) {
        Optional<String> trial = trial(store);
        if (!Keys.exist(folder)) {
            if (trial.isPresent()) {
                throw new IllegalStateException("The keys in " + folder + " are missing, but the store holds data sealed "
                        + "with them. Put identifiers.json and fingerprints.json back from your backup, or name their "
                        + "folder with the setting keys.");
            }
            Keys.make(folder);
        }
        Identifiers identifiers = new Identifiers(Keys.read(folder));
        if (trial.isEmpty()) {
            byte[] body = Json.bytes(Json.object().put("sealed", identifiers.seal(TRIAL, TRIAL)));
            store.insert(KIND, new Document(TRIAL, body, Map.of()));
        }
        if (!identifiers.opens(trial(store).orElseThrow())) {
            throw new IllegalStateException("The keys in " + folder + " are not those the data in the store were sealed "
                    + "with. Name the folder of the right ones with the setting keys.");
        }
        return identifiers;
    }

    private static Optional<String> trial(Store store) {
        return store.find(KIND, TRIAL).map(stored -> Json.own(stored.body()).get("sealed").textValue());
    }

    private boolean opens(String sealed) {
        try {
            return open(sealed, TRIAL).equals(TRIAL);
        } catch (IllegalStateException e) {
            return false;
        }
    }

    /** @param place where the value stands, such as submission and pointer; it opens only there */
    public String seal(String value, String place) {
        try {
            return ENCODER.encodeToString(aead.encrypt(utf8(value), utf8(place)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot seal", e);
        }
    }

    /** @throws IllegalStateException if it was not sealed at this place with these keys */
    public String open(String sealed, String place) {
        try {
            return new String(aead.decrypt(DECODER.decode(sealed), utf8(place)), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException("a sealed value does not open at its place", e);
        }
    }

    /** 32 characters, the same for the same value; capital and small letters count alike. */
    public String fingerprint(String value) {
        try {
            byte[] alike = utf8(value.strip().toUpperCase(Locale.ROOT));
            return ENCODER.encodeToString(prf.computePrimary(alike, FINGERPRINT_BYTES));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot fingerprint", e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
