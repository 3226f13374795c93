package org.ruhu.tools.lines;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/** Streams that may be gzip, told by their first two bytes. */
public final class Packed {

    private static final int BUFFER = 1 << 16;

    private Packed() {}

    /** Several gzip members in a row (as {@code cat a.gz b.gz} makes them) are read to the end. */
    public static InputStream unpacked(InputStream in) throws IOException {
        PushbackInputStream peek = new PushbackInputStream(new BufferedInputStream(in, BUFFER), 2);
        byte[] magic = peek.readNBytes(2);
        peek.unread(magic);
        boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
        return gzip ? new GZIPInputStream(peek, BUFFER) : peek;
    }
}
