package org.ruhu.server.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.ruhu.server.dataset.Export.Failure;

/** What an export that failed says about it. */
class ExportFailureTest {

    private static final long ROOM = 1L << 40;

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDiskIsToldFromEverythingElse() {
        Throwable full = catchThrowable(() -> Files.write(Path.of("/dev/full"), new byte[10]));

        assertThat(Failure.of(full, ROOM)).isEqualTo(Failure.DISK_FULL);
        assertThat(Failure.of(new UncheckedIOException((IOException) full), ROOM)).isEqualTo(Failure.DISK_FULL);
    }

    @Test
    void whatFailsToBeWrittenWhereNothingIsLeftIsAFullDiskToo() {
        assertThat(Failure.of(new IOException("write failed"), 1000)).isEqualTo(Failure.DISK_FULL);
        assertThat(Failure.of(new IOException("write failed"), ROOM)).isEqualTo(Failure.BROKEN);
        assertThat(Failure.of(new IllegalStateException(), 1000)).isEqualTo(Failure.BROKEN);
    }
}
