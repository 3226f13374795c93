package org.ruhu.server.submission;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Holds bytes until they can be sent: a little in memory, more in a temporary file that goes with it. */
final class Spool extends OutputStream {

    private static final int IN_MEMORY = 1 << 18;

    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private OutputStream sink = memory;
    private Path file;

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        if (file == null && memory.size() + length > IN_MEMORY) {
            file = Files.createTempFile("ruhu-", ".ndjson");
            sink = Files.newOutputStream(file);
            memory.writeTo(sink);
            memory.reset();
        }
        sink.write(bytes, from, length);
    }

    /** Gives everything on and forgets it. */
    void drainTo(OutputStream out) throws IOException {
        try {
            sink.flush();
            if (file == null) {
                memory.writeTo(out);
            } else {
                try (InputStream in = Files.newInputStream(file)) {
                    in.transferTo(out);
                }
            }
        } finally {
            close();
        }
    }

    @Override
    public void close() throws IOException {
        sink.close();
        memory.reset();
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
