package org.ruhu.server.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileBlobsTest extends BlobsContract {

    @TempDir
    Path folder;

    @Override
    Blobs open() {
        return Blobs.open("sqlite:ruhu.db", folder.resolve("attachments"));
    }

    @Test
    void whatAStoppedServerHadHalfTakenInIsSweptAway() throws IOException {
        Path half = folder.resolve("attachments/incoming/half-a-photo");
        Files.writeString(half, "half");

        open().close();

        assertThat(half).doesNotExist();
    }

    @Test
    void nobodyElseOnTheMachineMayLookAtThePhotographs() throws IOException {
        Path attachments = folder.resolve("attachments");
        if (Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(attachments))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }
}
