package org.ruhu.server.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ruhu.server.store.Store;
import org.ruhu.server.store.Stores;

class IdentifiersTest {

    private static final String ID_NUMBER = "549902199001011234";

    @TempDir
    Path data;
    private Path keys;
    private Store store;

    @BeforeEach
    void openStore() {
        keys = data.resolve("keys");
        store = Stores.open("sqlite:" + data.resolve("ruhu.db"), List.of(Identifiers.KIND));
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aSealedIdentifierOpensAtItsPlaceAndNowhereElse() {
        Identifiers identifiers = Identifiers.open(keys, store);
        String sealed = identifiers.seal(ID_NUMBER, "submission/members/0/id_no");
        assertThat(sealed).doesNotContain("549902");
        assertThat(identifiers.open(sealed, "submission/members/0/id_no")).isEqualTo(ID_NUMBER);
        assertThatThrownBy(() -> identifiers.open(sealed, "submission/members/1/id_no"))
                .isInstanceOf(IllegalStateException.class).hasMessageNotContaining("549902");
    }

    @Test
    void theSameIdentifierIsSealedDifferentlyEachTimeButHasOneFingerprint() {
        Identifiers identifiers = Identifiers.open(keys, store);
        assertThat(identifiers.seal(ID_NUMBER, "here")).isNotEqualTo(identifiers.seal(ID_NUMBER, "here"));
        assertThat(identifiers.fingerprint("54990219900101123x"))
                .isEqualTo(identifiers.fingerprint(" 54990219900101123X "))
                .hasSize(32).isNotEqualTo(identifiers.fingerprint(ID_NUMBER));
    }

    @Test
    void aRestartReadsTheSameKeys() {
        String sealed = Identifiers.open(keys, store).seal(ID_NUMBER, "here");
        Identifiers again = Identifiers.open(keys, store);
        assertThat(again.open(sealed, "here")).isEqualTo(ID_NUMBER);
    }

    @Test
    void whatWasChangedDoesNotOpen() {
        Identifiers identifiers = Identifiers.open(keys, store);
        String sealed = identifiers.seal(ID_NUMBER, "here");
        char other = sealed.charAt(20) == 'A' ? 'B' : 'A';
        for (String broken : List.of(sealed.substring(0, 20) + other
                + sealed.substring(21), sealed.substring(4), "", "***", "扎西")) {
            assertThatThrownBy(() -> identifiers.open(broken, "here")).isInstanceOf(IllegalStateException.class);
        }
    }

    @Test
    void theKeysAreForTheOwnersEyesOnly() throws IOException {
        Identifiers.open(keys, store);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys))).isEqualTo("rwx------");
        for (String file : List.of("identifiers.json", "fingerprints.json")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(file))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void missingKeysStopTheStartAndAreNotMadeAnew() throws IOException {
        Identifiers.open(keys, store);
        Files.delete(keys.resolve("identifiers.json"));
        assertThatThrownBy(() -> Identifiers.open(keys, store)).hasMessageContaining(keys.toString())
                .hasMessageContaining("backup");
        assertThat(keys.resolve("identifiers.json")).doesNotExist();
    }

    @Test
    void theKeysOfAnotherInstallationStopTheStart() {
        Identifiers.open(keys, store);
        Path others = data.resolve("others");
        Keys.make(others);
        assertThatThrownBy(() -> Identifiers.open(others, store)).hasMessageContaining("not those the data");
    }

    @Test
    void aDamagedKeyFileSaysWhatToDoAndNotWhatItHolds() throws IOException {
        Identifiers.open(keys, store);
        String kept = Files.readString(keys.resolve("identifiers.json"));
        Files.write(keys.resolve("identifiers.json"), kept.substring(0, 100).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Identifiers.open(keys, store)).hasMessageContaining("damaged")
                .hasMessageContaining("backup")
                .hasMessageNotContaining(kept.substring(30, 60));
    }
}
