package org.ruhu.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is expected of every place where bytes are kept. */
abstract class BlobsContract {

    private static final String NAME = "ab12".repeat(16);

    private Blobs blobs;

    abstract Blobs open();

    @BeforeEach
    void begin() {
        blobs = open();
    }

    @AfterEach
    void end() {
        blobs.close();
    }

    @Test
    void whatIsKeptIsReadAsItWas() throws IOException {
        byte[] photo = new byte[700_001];
        new Random(5).nextBytes(photo);

        keep(NAME, photo);

        assertThat(read(NAME)).isEqualTo(photo);
    }

    @Test
    void whatIsKeptIsThereAfterARestart() throws IOException {
        keep(NAME, "signed".getBytes(StandardCharsets.UTF_8));

        blobs.close();
        blobs = open();

        assertThat(read(NAME)).asString(StandardCharsets.UTF_8).isEqualTo("signed");
    }

    @Test
    void aNameNobodyKeptIsEmpty() throws IOException {
        assertThat(blobs.read(NAME)).isEmpty();
    }

    @Test
    void bytesThatAreNotKeptAreForgotten() throws IOException {
        try (Blobs.Draft draft = blobs.draft()) {
            draft.bytes().write("half a photo".getBytes(StandardCharsets.UTF_8));
            assertThat(blobs.read(NAME)).isEmpty();
        }

        assertThat(blobs.read(NAME)).isEmpty();
    }

    @Test
    void theSameNameAgainTakesThePlaceOfTheFirst() throws IOException {
        keep(NAME, "damaged".getBytes(StandardCharsets.UTF_8));
        keep(NAME, "mended".getBytes(StandardCharsets.UTF_8));

        assertThat(read(NAME)).asString(StandardCharsets.UTF_8).isEqualTo("mended");
    }

    @Test
    void nothingAtAllCanBeKeptToo() throws IOException {
        keep(NAME, new byte[0]);

        assertThat(read(NAME)).isEmpty();
    }

    private void keep(String name, byte[] bytes) throws IOException {
        try (Blobs.Draft draft = blobs.draft()) {
            draft.bytes().write(bytes);
            draft.keepAs(name);
        }
    }

    private byte[] read(String name) throws IOException {
        try (InputStream bytes = blobs.read(name).orElseThrow()) {
            return bytes.readAllBytes();
        }
    }
}
