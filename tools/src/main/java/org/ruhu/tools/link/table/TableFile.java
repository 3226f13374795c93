package org.ruhu.tools.link.table;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.ruhu.tools.CannotRun;
import org.ruhu.tools.lines.Archive;
import org.ruhu.tools.lines.Line;
import org.ruhu.tools.lines.LineReader;
import org.ruhu.tools.lines.Lines;
import org.ruhu.tools.lines.Packed;
import org.ruhu.tools.lines.Revision;
import org.ruhu.tools.lines.Temporary;

/** Finds out what a file is by looking into it, whatever it is called, and opens it. Any of them may be gzip. */
public final class TableFile {

    private static final int SAMPLE = 1 << 20;

    private final String name;
    private final TableOptions options;

    /** @param name what messages call it */
    public TableFile(String name, TableOptions options) {
        this.name = name;
        this.options = options;
    }

    public Table open(Path file) throws IOException {
        return open(Files.newInputStream(file), Optional.of(file));
    }

    /** What needs several looks is copied to a temporary file first. The stream is closed with the table. */
    public Table open(InputStream stream) throws IOException {
        return open(stream, Optional.empty());
    }

    private Table open(InputStream stream, Optional<Path> file) throws IOException {
        InputStream in = Packed.unpacked(stream);
        byte[] sample = in.readNBytes(SAMPLE);
        InputStream whole = new SequenceInputStream(new ByteArrayInputStream(sample), in);
        refuseOthers(sample);
        if (begins(sample, "PAR1")) {
            return parquet(file, in, whole);
        }
        return switch (firstMark(sample)) {
            case '{' -> isInterview(sample) ? new SubmissionsTable(name, archive(file, whole), options)
                    : new NdjsonTable(name, whole, options);
            case '[' -> throw new CannotRun(name + " is one JSON array; write an object on each line instead, as"
                    + " jq -c '.[]' does");
            default -> new CsvTable(name, sample, sample.length < SAMPLE, whole, options);
        };
    }

    private Table parquet(Optional<Path> file, InputStream in, InputStream whole) throws IOException {
        if (file.isPresent() && !(in instanceof GZIPInputStream)) {
            in.close();
            return new ParquetTable(name, file.get(), false);
        }
        return new ParquetTable(name, copy(whole), true);
    }

    private void refuseOthers(byte[] sample) {
        if (sample.length == 0) {
            throw new CannotRun(name + " is empty");
        }
        if (begins(sample, "PK\u0003\u0004") || begins(sample, "\u00D0\u00CF\u0011\u00E0")) {
            throw new CannotRun(name + " is a workbook or an archive; save its sheet as CSV in UTF-8 first");
        }
    }

    private static boolean begins(byte[] bytes, String with) {
        byte[] wanted = with.getBytes(StandardCharsets.ISO_8859_1);
        return bytes.length >= wanted.length
                && Arrays.equals(bytes, 0, wanted.length, wanted, 0, wanted.length);
    }

    /** The first character that is neither blank nor a byte order mark; 0 if there is none. */
    private static char firstMark(byte[] sample) {
        int from = begins(sample, "\u00EF\u00BB\u00BF") ? 3 : 0;
        for (int i = from; i < sample.length; i++) {
            if (!Character.isWhitespace(sample[i])) {
                return (char) (sample[i] & 0xff);
            }
        }
        return 0;
    }

    /** Whether the first line that can be read is an interview of ours. */
    private static boolean isInterview(byte[] sample) {
        LineReader reader = new LineReader();
        Lines lines = new Lines(new ByteArrayInputStream(sample));
        while (lines.hasNext()) {
            if (reader.read(lines.next()) instanceof Line.Good good) {
                return Revision.of(good.json()).isPresent();
            }
        }
        return false;
    }

    private static Archive archive(Optional<Path> file, InputStream whole) throws IOException {
        try (whole) {
            return file.isPresent() ? Archive.of(file.get()) : Archive.copyOf(whole);
        }
    }

    private static Path copy(InputStream whole) throws IOException {
        Path copy = Temporary.file(".parquet");
        try (whole; OutputStream out = Files.newOutputStream(copy)) {
            whole.transferTo(out);
        }
        return copy;
    }
}
