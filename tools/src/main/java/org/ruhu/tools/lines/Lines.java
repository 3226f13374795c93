package org.ruhu.tools.lines;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;

/** The lines of a stream, blank ones left out, numbered as an editor numbers them. */
public final class Lines implements Iterator<RawLine>, AutoCloseable {

    /** The server takes no longer line either. */
    public static final int LONGEST = 1 << 20;

    private final InputStream in;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream carried = new ByteArrayOutputStream();
    private int from;
    private int to;
    private long number;
    private boolean ended;
    private RawLine next;

    public Lines(InputStream in) {
        this.in = in;
    }

    @Override
    public boolean hasNext() {
        while (next == null && !ended) {
            RawLine line = read();
            if (!blank(line)) {
                next = line;
            }
        }
        return next != null;
    }

    @Override
    public RawLine next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        RawLine line = next;
        next = null;
        return line;
    }

    private RawLine read() {
        int end = from;
        while (end < to && buffer[end] != '\n') {
            end++;
        }
        if (end == to) {
            return carried();
        }
        RawLine line = new RawLine(++number, Arrays.copyOfRange(buffer, from, end), false);
        from = end + 1;
        return line;
    }

    /** A line that does not end in the buffer. */
    private RawLine carried() {
        carried.reset();
        boolean tooLong = false;
        while (from < to || fill()) {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            int room = Math.min(end - from, LONGEST - carried.size());
            carried.write(buffer, from, room);
            tooLong |= room < end - from;
            from = Math.min(end + 1, to);
            if (end < to) {
                break;
            }
        }
        return new RawLine(++number, carried.toByteArray(), tooLong);
    }

    private boolean fill() {
        try {
            from = 0;
            to = Math.max(0, in.read(buffer));
            ended = to == 0;
            return !ended;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean blank(RawLine line) {
        for (byte b : line.bytes()) {
            if (b != ' ' && b != '\t' && b != '\r') {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
