package org.ruhu.tools.dataset;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.ruhu.tools.lines.Revision;

/**
 * The same tables in one zip, in one pass and with flat memory. A zip holds one file after the other, so the first
 * table streams through and the others wait in temporary files (gzip, their owner's alone to read, deleted at the end).
 * Closed without {@link #finish} the zip has no directory, so that nobody takes half a dataset for a whole one.
 */
public final class ZippedTables implements Tables {

    /** The same bytes for the same rows, whenever they are written. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Scratch scratch;
    private final ZipOutputStream zip;
    private final Map<String, Path> waiting = new LinkedHashMap<>();
    private final Tables tables;
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, Function<List<Part>, byte[]>> last = new LinkedHashMap<>();
    private boolean first = true;

    /** A file of the zip as it is when it was taken out. */
    public record Part(String name, long bytes, String sha256) {}

    /** @param out stays open: it belongs to the caller */
    public ZippedTables(Dataset dataset, Format format, Mask mask, OutputStream out) throws IOException {
        this(dataset, format, mask, out, Scratch.OF_THE_SYSTEM);
    }

    /**
     * @param out     stays open: it belongs to the caller
     * @param scratch where tables wait
     */
    public ZippedTables(Dataset dataset, Format format, Mask mask, OutputStream out, Scratch scratch)
            throws IOException {
        this.scratch = scratch;
        this.zip = new ZipOutputStream(out);
        zip.setLevel(Deflater.BEST_SPEED);
        this.tables = format.tables(dataset, mask, this::open);
    }

    @Override
    public void add(Revision revision) throws IOException {
        tables.add(revision);
    }

    @Override
    public Ready ready(Revision revision) throws IOException {
        return tables.ready(revision);
    }

    @Override
    public long rows() {
        return tables.rows();
    }

    @Override
    public List<Unfit> unfit() {
        return tables.unfit();
    }

    private OutputStream open(String file) throws IOException {
        if (first) {
            first = false;
            zip.putNextEntry(entry(file));
            return new Summed(file, new Kept(zip));
        }
        return beside(file);
    }

    /** One more file of the zip, to be written while rows are added and closed before {@link #finish}. */
    public OutputStream beside(String file) throws IOException {
        Path path = scratch.file(".gz");
        waiting.put(file, path);
        return new Summed(file, new GZIPOutputStream(Files.newOutputStream(path), 1 << 16));
    }

    /**
     * One more file, behind all others.
     *
     * @param content is made when every other file is whole, from what these are, in the order of their names
     */
    public void last(String file, Function<List<Part>, byte[]> content) {
        last.put(file, content);
    }

    /** Adds the tables that waited, the codebook and the zip's directory. */
    @Override
    public void finish() throws IOException {
        tables.finish();
        zip.closeEntry();
        for (Map.Entry<String, Path> file : waiting.entrySet()) {
            zip.putNextEntry(entry(file.getKey()));
            try (InputStream in = new GZIPInputStream(Files.newInputStream(file.getValue()), 1 << 16)) {
                in.transferTo(zip);
            }
            zip.closeEntry();
        }
        List<Part> before = parts.stream().sorted(Comparator.comparing(Part::name)).toList();
        for (Map.Entry<String, Function<List<Part>, byte[]>> file : last.entrySet()) {
            zip.putNextEntry(entry(file.getKey()));
            zip.write(file.getValue().apply(before));
            zip.closeEntry();
        }
        zip.finish();
    }

    @Override
    public void close() throws IOException {
        try {
            tables.close();
        } finally {
            for (Path path : waiting.values()) {
                Files.deleteIfExists(path);
            }
        }
    }

    private static ZipEntry entry(String file) {
        ZipEntry entry = new ZipEntry(file);
        entry.setTimeLocal(NO_TIME);
        return entry;
    }

    /** Lets a writer end its entry without ending the zip. */
    private static final class Kept extends FilterOutputStream {

        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Notes what goes through it. */
    private final class Summed extends FilterOutputStream {

        private final String name;
        private final MessageDigest digest = sha256();
        private long bytes;
        private boolean closed;

        Summed(String name, OutputStream out) {
            super(out);
            this.name = name;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] some, int from, int length) throws IOException {
            digest.update(some, from, length);
            bytes += length;
            out.write(some, from, length);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                parts.add(new Part(name, bytes, HexFormat.of().formatHex(digest.digest())));
                super.close();
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
