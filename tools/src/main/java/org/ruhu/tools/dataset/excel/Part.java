package org.ruhu.tools.dataset.excel;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.ruhu.tools.dataset.Scratch;

/**
 * A file of the workbook, packed in a temporary file, so that many can be written at the same time and go into the zip
 * one after the other without being packed again.
 */
final class Part implements AutoCloseable {

    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final int BUFFER = 1 << 14;

    private final String name;
    private final Path file;
    private final CRC32 sum = new CRC32();
    private final Deflater deflater = new Deflater(Deflater.BEST_SPEED, true);
    private final OutputStream packed;
    private final OutputStream out;
    private long bytes;

    Part(String name, Scratch scratch) throws IOException {
        this.name = name;
        this.file = scratch.file(".part");
        this.packed = new DeflaterOutputStream(new BufferedOutputStream(Files.newOutputStream(file), BUFFER), deflater,
                BUFFER);
        this.out = new Counted(packed);
    }

    String name() {
        return name;
    }

    void write(byte[] some, int length) throws IOException {
        out.write(some, 0, length);
    }

    void write(String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        write(utf8, utf8.length);
    }

    /** Puts what was written into the zip. */
    void into(ZipArchiveOutputStream zip) throws IOException {
        out.close();
        ZipArchiveEntry entry = new ZipArchiveEntry(name);
        entry.setTimeLocal(NO_TIME);
        entry.setMethod(ZipEntry.DEFLATED);
        entry.setCrc(sum.getValue());
        entry.setSize(bytes);
        entry.setCompressedSize(Files.size(file));
        try (InputStream in = Files.newInputStream(file)) {
            zip.addRawArchiveEntry(entry, in);
        }
        close();
    }

    @Override
    public void close() throws IOException {
        try {
            packed.close();
        } finally {
            deflater.end();
            Files.deleteIfExists(file);
        }
    }

    private final class Counted extends FilterOutputStream {

        Counted(OutputStream packed) {
            super(packed);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            super.out.write(some, from, length);
            sum.update(some, from, length);
            bytes += length;
        }
    }
}
