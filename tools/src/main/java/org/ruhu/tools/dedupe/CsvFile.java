package org.ruhu.tools.dedupe;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.ruhu.tools.dataset.Cell;
import org.ruhu.tools.link.table.Ids;

/**
 * CSV as the other files are: commas, CRLF, UTF-8. Ids stand as they are, so that they can be looked up again. All is
 * put together as bytes: millions of lines are made of the same few words, of numbers and of ids.
 */
final class CsvFile implements AutoCloseable {

    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000};
    private static final int BUFFER = 1 << 16;
    private static final int LONGEST_NUMBER = 32;

    private final OutputStream out;
    private byte[] buffer = new byte[BUFFER];
    private int end;
    private boolean first = true;

    CsvFile(OutputStream out, List<String> columns) {
        this.out = out;
        columns.forEach(this::text);
        end();
    }

    /** What {@link #text} writes of a text behind the first column, to be made once and written often. */
    static byte[] bytes(String text) {
        return quoted(Cell.guarded(text), false).getBytes(StandardCharsets.UTF_8);
    }

    CsvFile cell(byte[] bytes) {
        begin(bytes.length);
        System.arraycopy(bytes, 0, buffer, end, bytes.length);
        end += bytes.length;
        return this;
    }

    CsvFile id(Ids ids, int row) {
        if (!ids.plain()) {
            return id(ids.text(row));
        }
        int length = ids.length(row);
        begin(length);
        ids.copy(row, buffer, end);
        end += length;
        return this;
    }

    CsvFile id(String id) {
        return cell(quoted(id, first).getBytes(StandardCharsets.UTF_8));
    }

    CsvFile text(String text) {
        return id(Cell.guarded(text));
    }

    /** With so many digits behind the point, rounded half up. */
    CsvFile number(double number, int digits) {
        long unit = POWERS[digits];
        long scaled = Math.round(Math.abs(number) * unit);
        begin(LONGEST_NUMBER);
        if (number < 0 && scaled > 0) {
            buffer[end++] = '-';
        }
        digits(scaled / unit, 1);
        buffer[end++] = '.';
        digits(scaled % unit, digits);
        return this;
    }

    /** @param number not below zero */
    CsvFile number(long number) {
        begin(LONGEST_NUMBER);
        digits(number, 1);
        return this;
    }

    void end() {
        room(2);
        buffer[end++] = '\r';
        buffer[end++] = '\n';
        first = true;
    }

    @Override
    public void close() throws IOException {
        out.write(buffer, 0, end);
        end = 0;
        out.close();
    }

    /** Zeros in front make it so many digits at least. */
    private void digits(long number, int fewest) {
        int count = fewest;
        for (long rest = number / POWERS[fewest]; rest > 0; rest /= 10) {
            count++;
        }
        long rest = number;
        for (int at = end + count - 1; at >= end; at--) {
            buffer[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        end += count;
    }

    private void begin(int length) {
        room(length + 1);
        if (!first) {
            buffer[end++] = ',';
        }
        first = false;
    }

    private void room(int more) {
        if (end + more <= buffer.length) {
            return;
        }
        try {
            out.write(buffer, 0, end);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        end = 0;
        if (more > buffer.length) {
            buffer = Arrays.copyOf(buffer, more);
        }
    }

    /** Within quotation marks where it needs them; so does what looks like a comment at the beginning of a line. */
    private static String quoted(String text, boolean first) {
        boolean plain = !(first && text.startsWith("#"));
        for (int i = 0; i < text.length() && plain; i++) {
            plain = "\",\r\n".indexOf(text.charAt(i)) < 0;
        }
        return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
