package org.ruhu.spark;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.util.SerializableConfiguration;

/**
 * Cuts a text file into slices that can be read apart. In CSV a line may end within quotation marks, so every stretch
 * is looked through first: where its first record begins if it begins outside of them, and where if inside; which
 * of the two is true follows from how many marks all stretches before it have.
 */
final class Slices {

    private static final int HEADER = 1 << 20;

    private final JavaSparkContext spark;
    private final Broadcast<SerializableConfiguration> configuration;
    private final String file;
    private final boolean second;
    private final boolean quotes;

    /** @param quotes whether it is CSV: quotation marks are looked at, and the first record names the columns */
    Slices(JavaSparkContext spark, Broadcast<SerializableConfiguration> configuration, String file, boolean second,
            boolean quotes) {
        this.spark = spark;
        this.configuration = configuration;
        this.file = file;
        this.second = second;
        this.quotes = quotes;
    }

    /** @param bytes of each, about */
    List<Slice> of(byte[] beginning, long bytes) throws IOException {
        long length = status(configuration.value().value(), file).getLen();
        int header = quotes ? header(beginning) : 0;
        if (!splittable(beginning) || quotes && header == 0 || length <= bytes) {
            return List.of(new Slice(file, second, 0, 0, -1, 1, 0));
        }
        return slices(header, length, seen(header, length, bytes));
    }

    static FileStatus status(Configuration configuration, String file) throws IOException {
        Path path = new Path(file);
        return path.getFileSystem(configuration).getFileStatus(path);
    }

    /** Bytes mean the same wherever one begins to read: neither packed nor in UTF-16. */
    private static boolean splittable(byte[] beginning) {
        if (beginning.length > 1 && (beginning[0] & 0xff) == 0x1f && (beginning[1] & 0xff) == 0x8b) {
            return false;
        }
        for (byte one : beginning) {
            if (one == 0) {
                return false;
            }
        }
        return beginning.length < 2 || (beginning[0] & 0xff) < 0xFE;
    }

    /** Bytes of the first record; 0 if it does not end. */
    private static int header(byte[] beginning) {
        boolean inside = false;
        for (int i = 0; i < Math.min(HEADER, beginning.length); i++) {
            inside ^= beginning[i] == '"';
            if (beginning[i] == '\n' && !inside) {
                return i + 1;
            }
        }
        return 0;
    }

    /**
     * What was seen in a stretch.
     *
     * @param lines   that end in it
     * @param at      where its first record begins, if the stretch begins outside of quotation marks, and inside; -1 if
     *                none does
     * @param linesAt that end before it
     */
    private record Seen(long from, boolean odd, long lines, long[] at, long[] linesAt) implements Serializable {}

    private List<Seen> seen(int header, long length, long bytes) {
        List<long[]> stretches = new ArrayList<>();
        for (long from = header; from < length; from += bytes) {
            stretches.add(new long[] {from, Math.min(length, from + bytes), from == header ? 1 : 0});
        }
        Broadcast<SerializableConfiguration> shared = configuration;
        String name = file;
        boolean marks = quotes;
        return spark.parallelize(stretches, stretches.size()).map(stretch ->
                look(shared.value().value(), name, marks, stretch[0], stretch[1], stretch[2] == 1)).collect();
    }

    private static Seen look(Configuration configuration, String file, boolean marks, long from, long to,
            boolean first) throws IOException {
        Path path = new Path(file);
        long[] at = {-1, -1};
        long[] linesAt = new long[2];
        long lines = 0;
        int inside = 0;
        if (first) {
            at[0] = from;
        }
        try (FSDataInputStream stream = path.getFileSystem(configuration).open(path)) {
            byte[] buffer = new byte[1 << 16];
            long position = first ? from : from - 1;
            stream.seek(position);
            int read;
            while (position < to
                    && (read = stream.read(buffer, 0, (int) Math.min(buffer.length, to - position))) > 0) {
                for (int i = 0; i < read; i++, position++) {
                    int c = buffer[i];
                    if (position < from) {
                        at[0] = c == '\n' ? from : -1;
                        continue;
                    }
                    inside ^= marks && c == '"' ? 1 : 0;
                    if (c == '\n') {
                        lines++;
                        if (at[inside] < 0 && position + 1 < to) {
                            at[inside] = position + 1;
                            linesAt[inside] = lines;
                        }
                    }
                }
            }
        }
        return new Seen(from, inside == 1, lines, at, linesAt);
    }

    private List<Slice> slices(int header, long length, List<Seen> seen) throws IOException {
        List<Slice> slices = new ArrayList<>();
        int headerLines = lines(header);
        boolean inside = false;
        long lines = headerLines;
        for (Seen stretch : seen) {
            int state = inside ? 1 : 0;
            if (stretch.at[state] >= 0) {
                slices.add(new Slice(file, second, header, stretch.at[state], length,
                        lines + stretch.linesAt[state] + 1, headerLines));
            }
            inside ^= stretch.odd;
            lines += stretch.lines;
        }
        for (int i = 0; i + 1 < slices.size(); i++) {
            Slice slice = slices.get(i);
            slices.set(i, new Slice(file, second, header, slice.from(), slices.get(i + 1).from(), slice.line(),
                    headerLines));
        }
        return slices;
    }

    private int lines(int bytes) throws IOException {
        int lines = 0;
        Path path = new Path(file);
        try (InputStream in = new BufferedInputStream(path.getFileSystem(configuration.value().value()).open(path))) {
            for (byte one : in.readNBytes(bytes)) {
                lines += one == '\n' ? 1 : 0;
            }
        }
        return lines;
    }
}
