package org.ruhu.tools.lines;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/** Lines that can be read more than once: a file, or a temporary copy of a stream that its closing deletes. */
public final class Archive implements AutoCloseable {

    private final Path file;
    private final boolean ours;

    private Archive(Path file, boolean ours) {
        this.file = file;
        this.ours = ours;
    }

    public static Archive of(Path file) {
        return new Archive(file, false);
    }

    /** The copy is packed and readable by its owner only. */
    public static Archive copyOf(InputStream in) throws IOException {
        Path copy = Temporary.file(".ndjson.gz");
        Archive archive = new Archive(copy, true);
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(copy), 1 << 16)) {
            in.transferTo(out);
            return archive;
        } catch (IOException e) {
            archive.close();
            throw e;
        }
    }

    public Lines lines() throws IOException {
        return new Lines(Packed.unpacked(Files.newInputStream(file)));
    }

    @Override
    public void close() throws IOException {
        if (ours) {
            Files.deleteIfExists(file);
        }
    }
}
